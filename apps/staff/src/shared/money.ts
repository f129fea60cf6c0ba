// Yuan as people write it and fen as the contract carries it; converted by digits, never by floating point.

export type YuanResult =
  | { ok: true; fen: number }
  | { ok: false; reason: 'empty' | 'not-a-number' | 'negative' | 'too-many-decimals' | 'too-large' };

/** Upper bound of the contract's Fen. */
const largestFen = 1_000_000_000_000;

/** Full-width digits and points of a Chinese keyboard, thousands commas and the yuan sign are understood. */
function normalised(text: string): string {
  return text
    .trim()
    .replaceAll(/[０-９．－]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replaceAll(/[,，\s]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
}

/** Reads an amount of yuan with at most two decimals as exact fen. */
export function yuanToFen(text: string): YuanResult {
  const plain = normalised(text);
  if (plain === '') return { ok: false, reason: 'empty' };
  if (/^-[\d.]+$/.test(plain)) return { ok: false, reason: 'negative' };
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!match) return { ok: false, reason: 'not-a-number' };
  const yuan = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const decimals = match[2] ?? '';
  if (decimals.length > 2) return { ok: false, reason: 'too-many-decimals' };
  if (yuan.length > 11) return { ok: false, reason: 'too-large' };
  const fen = Number(yuan + decimals.padEnd(2, '0'));
  return fen > largestFen ? { ok: false, reason: 'too-large' } : { ok: true, fen };
}

/** 123456 → 1,234.56 */
export function fenToYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** 123456 → ¥1,234.56 */
export const formatFen = (fen: number): string => (fen < 0 ? `-¥${fenToYuan(-fen)}` : `¥${fenToYuan(fen)}`);
