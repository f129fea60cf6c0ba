// Whole fen: shares of an amount, and an amount as a person reads it.

/**
 * `ratePerTenThousand` of `amountFen`, rounded half up to the fen, once.
 * Exact for every safe integer: the product is computed without loss.
 */
export function shareOfFen(amountFen: number, ratePerTenThousand: number): number {
  return Number((BigInt(amountFen) * BigInt(ratePerTenThousand) + 5000n) / 10000n);
}

/** 123456 becomes '1234.56 元'. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`;
}

/** 7050 becomes '70.5%'. */
export function percent(ratePerTenThousand: number): string {
  return `${ratePerTenThousand / 100}%`;
}
