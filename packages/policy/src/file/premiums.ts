// The form of a coverage year's premium: amounts by group, the window, and what follows it.
import * as z from 'zod';
import { count, dated, day, fen, notRecorded, recorded, rule, source, year } from './basics.ts';

const amount = z.strictObject({ fen, source });
const amountByAge = z.strictObject({ studentFen: fen, under18NotAtSchoolFen: fen, otherFen: fen, source });
const plainAmount = recorded(amount);

const recordedYear = z.strictObject({
  coverageYear: year,
  coverage: z.strictObject({ from: day, to: day, source }),
  window: z.strictObject({ firstDay: day, lastDay: day, source }),
  subsidy: plainAmount,
  amounts: z.strictObject({
    ordinary: plainAmount,
    destitute: plainAmount,
    'severely-disabled': plainAmount,
    orphan: plainAmount,
    'lonely-elderly': plainAmount,
    'minimum-living': z.union([notRecorded, amount, amountByAge]),
    'returned-to-poverty': plainAmount,
    monitored: plainAmount,
  }),
  /** Dated by the day of payment. */
  afterWindow: z.array(z.strictObject({ ...dated, waitingMonths: count, source })).exactOptional(),
});

const emptyYear = z.strictObject({
  coverageYear: year,
  notRecorded: z.literal(true, { error: rule('true', 'write notRecorded: true, or record the year') }),
});

export const premiumEntry = z.union([emptyYear, recordedYear]);
export type RecordedPremiumYear = z.infer<typeof recordedYear>;
