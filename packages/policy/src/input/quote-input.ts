// The form of a quote's input, as issue 2 fixes it.
import { yearOf } from '../calendar.ts';
import type { Parsed, QuoteInput } from '../types.ts';
import {
  area,
  day,
  fen,
  flag,
  form,
  level,
  list,
  parseForm,
  place,
  scheme,
  word,
  words,
  year,
} from './form.ts';

const institution = form({ kind: word(['hospital', 'pharmacy']), level: level.exactOptional(), area }).refine(
  ({ kind, level: given }) => kind === 'pharmacy' || given !== undefined,
  { path: ['level'], error: '医院必须填写级别 1、2 或 3' },
);

// Compared by subtraction: a sum of large amounts could leave the exact range.
const bill = form({
  totalFen: fen,
  whollySelfPaidFen: fen,
  overPriceLimitFen: fen,
  preSelfPaidFen: fen,
}).refine(
  ({ totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen }) =>
    totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen >= 0,
  { path: ['totalFen'], error: '总额小于全自费、超限价、先行自付三项之和，请核对这四个金额' },
);

const account = form({
  owner: words,
  priorYearFen: fen,
  currentYearFen: fen,
  limitFen: fen.exactOptional(),
  yearLimitLeftFen: fen.exactOptional(),
  quotaFen: fen.exactOptional(),
  area: area.exactOptional(),
});

const inOrder = ({ from, to }: { from: string; to?: string }): boolean => to === undefined || from < to;
const afterFrom = { path: ['to'], error: '应晚于 from（to 是失效的第一天）' };
const registration = form({ disease: words, from: day, to: day.exactOptional() }).refine(inOrder, afterFrom);
const filing = form({ place, from: day, to: day.exactOptional() }).refine(inOrder, afterFrom);

const accounts = list(account).superRefine((given, context) => {
  given.forEach(({ owner }, index) => {
    if (given.findIndex((other) => other.owner === owner) < index) {
      context.addIssue({
        code: 'custom',
        path: [index, 'owner'],
        message: `账户 ${owner} 重复出现，每个账户只写一次`,
      });
    }
  });
});

const schema = form({
  area,
  date: day,
  patient: form({
    scheme,
    retired: flag,
    chronic: list(words),
    registrations: list(registration).exactOptional(),
    filing: filing.exactOptional(),
  }),
  institution,
  bill,
  yearToDate: form({ year: year.exactOptional(), deductibleFen: fen, fundPaidFen: fen }),
  accounts,
}).refine(({ date, yearToDate }) => (yearToDate.year ?? yearOf(date)) === yearOf(date), {
  path: ['yearToDate', 'year'],
  error: '不是账单日期所在的年份：起付线和年度限额按自然年累计，请填账单当年的累计数',
});

/** Never throws; a wrong value is answered with its field and a Chinese sentence. */
export function parseQuoteInput(value: unknown): Parsed<QuoteInput> {
  return parseForm(schema, value);
}
