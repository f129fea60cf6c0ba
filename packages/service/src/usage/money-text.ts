// An amount as a person reads it.

/** 123456 fen becomes `1234.56 元`. */
export function yuanText(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`;
}
