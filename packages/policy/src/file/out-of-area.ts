// The form of the fund's benefit outside the insured area (by filing) and at pharmacies.
import * as z from 'zod';
import { count, rate, recorded, rule, source, word } from './basics.ts';

const LEVEL = rule('1、2 或 3', '写药店按几级医院的数字报销');

/** Pharmacies share the figures and the yearly sums of hospitals of one level. */
export const pharmacyBenefit = z.strictObject({
  asLevel: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: LEVEL }),
  /** What a bill for a registered chronic disease gets at a pharmacy. */
  chronic: word(['as-at-hospital', 'as-ordinary']),
  source,
});

/** `pointsLess`: percentage points off the ratio at home, per ten thousand (10 points = 1000). */
const share = z.discriminatedUnion('fund', [
  z.strictObject({ fund: z.literal('reduced'), pointsLess: rate, source }),
  z.strictObject({ fund: z.literal('nothing'), source }),
]);

/** `filed`: a filing for the place holds on the day; `unfiled`: there is none yet; `lapsed`: there was one and it has ended. */
export const outOfAreaBenefit = z.strictObject({
  filing: z.strictObject({ warnDaysBefore: count, source }),
  filed: recorded(share),
  unfiled: recorded(share),
  lapsed: recorded(share),
  /** Whose catalogue of drugs and services counts. */
  catalogue: recorded(z.strictObject({ of: word(['place-of-treatment', 'insured-area']), source })),
});
