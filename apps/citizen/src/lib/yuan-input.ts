// An amount that a person types in yuan, as fen; empty means that nothing is set.

export type YuanInput = { ok: true; fen: number | null } | { ok: false };

const mostFen = 1_000_000_000_000;

/** `` -> null, `1,234.5` -> 123450. Not ok: no number, more than two decimals, zero, or beyond ten billion yuan. */
export function readYuan(typed: string): YuanInput {
  const plain = typed.replaceAll(/[\s,，¥元]/g, '');
  if (plain === '') return { ok: true, fen: null };
  const [, yuan, decimals = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (yuan === undefined) return { ok: false };
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return fen > 0 && fen <= mostFen ? { ok: true, fen } : { ok: false };
}

/** Fen as it is typed: 123450 -> `1234.50`, null -> ``. */
export const yuanTyped = (fen: number | null): string =>
  fen === null
    ? ''
    : `${Math.floor(fen / 100)}${fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`;
