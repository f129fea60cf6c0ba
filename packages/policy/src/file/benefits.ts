// The form of the fund's outpatient benefit and of the conventions of adjudication.
import * as z from 'zod';
import { count, dated, fen, flag, rate, recorded, rule, source, text, word } from './basics.ts';
import { outOfAreaBenefit, pharmacyBenefit } from './out-of-area.ts';

const byLevel = z.strictObject({ level1: rate, level2: rate, level3: rate });

const ordinaryBenefit = z.strictObject({
  deductible: z.strictObject({ level1Fen: fen, level2Fen: fen, level3Fen: fen, source }),
  cap: z.strictObject({ fen, source }),
  ratio: z.strictObject({ inService: byLevel, retired: byLevel, source }),
});

const chronicShare = z.strictObject({ ratePerTenThousand: rate, upTo: flag });

const chronicBenefit = z.strictObject({
  diseases: z.array(z.strictObject({ code: text, name: text })).min(1),
  employee: recorded(chronicShare),
  resident: recorded(chronicShare),
  source,
});

/** Benefit of one span: every part is stated, if only as notRecorded. */
export const outpatientEntry = z.strictObject({
  ...dated,
  ordinary: z.strictObject({ employee: recorded(ordinaryBenefit), resident: recorded(ordinaryBenefit) }),
  chronic: recorded(chronicBenefit),
  pharmacy: recorded(pharmacyBenefit),
  elsewhere: recorded(outOfAreaBenefit),
});

const billPart = word([
  'wholly-self-paid',
  'over-price-limit',
  'pre-self-paid',
  'deductible',
  'own-share',
  'above-cap',
]);

const ORDER = rule('[self, givers, cash]', '写这个顺序：程序只认识这一种');
const BOTH = rule('prior-year 和 current-year 各一次', '两个都写，按使用的先后排列');
const part = word(['prior-year', 'current-year']);

/** The legal variants of adjudication are closed lists: a new one is a change of the engine, not of a file. */
export const conventionsEntry = z.strictObject({
  ...dated,
  deductibleAccrual: word(['calendar-year-across-institutions']),
  rounding: word(['half-up']),
  chronicAccrual: word(['none']),
  chronicUnregistered: word(['ordinary-benefit']),
  reversal: word(['later-bills-stay']),
  payableFromAccounts: z.array(billPart),
  notPayableFromAccounts: z.array(billPart),
  accountOrder: z.tuple([word(['self']), word(['givers']), word(['cash'])], { error: ORDER }),
  partOrder: z
    .tuple([part, part], { error: BOTH })
    .refine(([first, second]) => first !== second, { error: BOTH }),
  source,
});

export const waitingEntry = z.strictObject({
  ...dated,
  fixed: z.strictObject({ months: count, source }),
  /** The two readings of the published rule: the first missed year adds no month, or every one does. */
  variable: recorded(
    z.strictObject({
      reading: word(['missed-years-less-one', 'every-missed-year']),
      monthsPerMissedYear: count,
      source,
    }),
  ),
  repair: recorded(z.strictObject({ monthsLessPerYear: count, source })),
  longGap: recorded(z.strictObject({ missedYears: count, monthsAtLeast: count, source })),
  countedFrom: z.strictObject({ coverageYear: count, source }),
  lateMonthsRunFrom: z.strictObject({ day: word(['payment-day']), source }),
});
