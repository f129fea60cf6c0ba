// Whole fen: shares of an amount, and an amount as a person reads it.

/**
 * `ratePerTenThousand` of `amountFen`, rounded half up to the fen, once.
 * Exact for every safe integer: the amount is taken apart, so that no product is rounded.
 */
export function shareOfFen(amountFen: number, ratePerTenThousand: number): number {
  const whole = Math.floor(amountFen / 10_000);
  const rest = amountFen - whole * 10_000;
  return whole * ratePerTenThousand + Math.floor((rest * ratePerTenThousand + 5_000) / 10_000);
}

/** 123456 becomes '1234.56 元'. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`;
}

/** 7050 becomes '70.5%'. */
export function percent(ratePerTenThousand: number): string {
  return `${ratePerTenThousand / 100}%`;
}
