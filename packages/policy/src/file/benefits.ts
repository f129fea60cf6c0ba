// The form of the fund's outpatient benefit and of the conventions of adjudication.
import * as z from 'zod';
import { count, dated, fen, flag, rate, recorded, rule, source, text, word } from './basics.ts';
import { outOfAreaBenefit, pharmacyBenefit } from './out-of-area.ts';

const DEDUCTIBLE_FEN = rule('0，或不小于 2000 的整数，单位是分', '按分写，不是元（200 元写 20000）');
const CAP_FEN = rule('0，或不小于 10000 的整数，单位是分', '按分写，不是元（3000 元写 300000）');
/** No deductible of a year is below 20 yuan and no cap below 100: a smaller figure is yuan written where fen belong. */
const deductibleFen = fen.refine((value) => value === 0 || value >= 2000, { error: DEDUCTIBLE_FEN });
const capFen = fen.refine((value) => value === 0 || value >= 10_000, { error: CAP_FEN });

const deductibleByLevel = { level1Fen: deductibleFen, level2Fen: deductibleFen, level3Fen: deductibleFen };
const ratioByLevel = { level1: rate, level2: rate, level3: rate };

/** One figure for everybody, or one for people in service and one for the retired. */
const byPeople = <Figures extends z.ZodRawShape>(figures: Figures) =>
  z.union([
    z.strictObject({ ...figures, source }),
    z.strictObject({ inService: z.strictObject(figures), retired: z.strictObject(figures), source }),
  ]);

const UNLIMITED = rule('true', '不设年度限额的写 unlimited: true，有限额的写 fen');
const cap = z.union([
  z.strictObject({ fen: capFen, source }),
  z.strictObject({ inServiceFen: capFen, retiredFen: capFen, source }),
  z.strictObject({ unlimited: z.literal(true, { error: UNLIMITED }), source }),
]);

const ordinaryBenefit = z.strictObject({
  deductible: byPeople(deductibleByLevel),
  cap,
  ratio: byPeople(ratioByLevel),
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
