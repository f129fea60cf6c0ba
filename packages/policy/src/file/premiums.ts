// The form of a coverage year's premium: amounts by group, the window, and what follows it.
import * as z from 'zod';
import { count, dated, day, endDay, fen, flag, notRecorded, recorded, rule, source, year } from './basics.ts';

const PREMIUM_FEN = rule('0，或不小于 1000 的整数，单位是分', '按分写，不是元（400 元写 40000）');
/** No premium was ever below 10 yuan: a smaller figure is yuan written where fen belong. */
const premiumFen = fen.refine((value) => value === 0 || value >= 1000, { error: PREMIUM_FEN });

const amount = z.strictObject({ fen: premiumFen, source });
const amountByAge = z.strictObject({
  studentFen: premiumFen,
  under18NotAtSchoolFen: premiumFen,
  otherFen: premiumFen,
  source,
});
const plainAmount = recorded(amount);

/** Who was insured elsewhere the year before stops there first; the data follow after some days. */
const insuredElsewhere = z.strictObject({
  stopThereFirst: flag,
  daysAtLeast: count,
  daysAtMost: count,
  source,
});

const recordedYear = z.strictObject({
  coverageYear: year,
  coverage: recorded(z.strictObject({ from: day, to: endDay, source })),
  window: recorded(z.strictObject({ firstDay: day, lastDay: day, source })),
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
  /** Amounts that a source gives without saying who pays which: told to the person, never charged. */
  amountsWithoutGroup: recorded(z.array(amount).min(1)).exactOptional(),
  /** Dated by the day of payment. */
  afterWindow: recorded(z.array(z.strictObject({ ...dated, waitingMonths: count, source }))).exactOptional(),
  insuredElsewhere: recorded(insuredElsewhere).exactOptional(),
});

const emptyYear = z.strictObject({
  coverageYear: year,
  notRecorded: z.literal(true, { error: rule('true', '写 notRecorded: true，或记录这个年度') }),
});

export const premiumEntry = z.union([emptyYear, recordedYear]);
export type RecordedPremiumYear = z.infer<typeof recordedYear>;
