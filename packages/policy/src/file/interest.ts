// The form of the interest on personal accounts: method and rounding are ours, rates only from a source.
import * as z from 'zod';
import { count, dated, recorded, source, word } from './basics.ts';

export const interestEntry = z.strictObject({
  ...dated,
  /** closing-balance: a year's rate on what stands there at its end; daily-product: every fen for every day. */
  method: word(['closing-balance', 'daily-product']),
  daysOfYear: z.literal([360, 365]),
  rounding: word(['half-up', 'down']),
  /** Per million and year: 0.35 percent = 3500. */
  rates: recorded(z.strictObject({ priorYearPerMillion: count, currentYearPerMillion: count, source })),
  source,
});
