// The form of a premium's input, as issue 2 fixes it; the keys that issue 3 adds may be left out.
import type { Parsed, PremiumInput } from '../types.ts';
import { area, count, day, flag, form, parseForm, word, year } from './form.ts';

const newborn = form({ birthDate: day, registeredOn: day }).refine(
  ({ birthDate, registeredOn }) => birthDate <= registeredOn,
  { path: ['registeredOn'], error: '登记日期早于出生日期，请核对这两个日期' },
);

const schema = form({
  area,
  coverageYear: year,
  payDate: day,
  member: form({
    group: word([
      'ordinary',
      'destitute',
      'severely-disabled',
      'orphan',
      'lonely-elderly',
      'minimum-living',
      'returned-to-poverty',
      'monitored',
    ]),
    insuredPriorYears: flag,
    student: flag.exactOptional(),
    age: count.max(150, '应为 0 到 150 的整数（周岁）').exactOptional(),
    newborn: newborn.exactOptional(),
    insuredElsewhere: form({ area, stoppedOn: day.exactOptional() }).exactOptional(),
    paidElsewhere: form({ area }).exactOptional(),
  }),
  history: form({ missedYears: count, repairedYears: count }),
});

/** Never throws; a wrong value is answered with its field and a Chinese sentence. */
export function parsePremiumInput(value: unknown): Parsed<PremiumInput> {
  return parseForm(schema, value);
}
