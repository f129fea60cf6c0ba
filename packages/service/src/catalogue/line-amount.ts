// Exact amounts of detail lines: counts and prices have more decimals than money, so they are multiplied as whole numbers.

/** Millionths of a yuan × ten-thousandths of a unit, to a fen. */
const perFen = 100_000_000n;

/** Price × count in fen, half a fen rounded up. */
export function amountFen(priceMillionths: number, countTenThousandths: number): number {
  const product = BigInt(priceMillionths) * BigInt(countTenThousandths);
  return Number((product + perFen / 2n) / perFen);
}

/** A share of an amount in fen, half a fen rounded up. */
export function shareFen(fen: number, perTenThousand: number): number {
  return Number((BigInt(fen) * BigInt(perTenThousand) + 5_000n) / 10_000n);
}

const trimmed = (whole: number, digits: number, atLeast: number): string => {
  const text = String(whole).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '').padEnd(atLeast, '0');
  return fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
};

/** Millionths of a yuan as a price with at least two decimals, e.g. `3.20`. */
export const priceText = (millionths: number): string => trimmed(millionths, 6, 2);
/** Ten-thousandths of a unit as a count, e.g. `1.5`. */
export const countText = (tenThousandths: number): string => trimmed(tenThousandths, 4, 0);
/** A ratio per ten thousand in percent, e.g. `12.5%`. */
export const percentText = (perTenThousand: number): string => `${trimmed(perTenThousand, 2, 0)}%`;
