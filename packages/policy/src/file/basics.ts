// The smallest pieces of a policy file: days, fen, ratios, sources; each says what is allowed and how to mend.
import * as z from 'zod';
import { isCalendarDay } from '../calendar.ts';

/** One message form for the whole library: what is allowed, then how to mend it. */
export function rule(allowed: string, mend: string): string {
  return `allowed: ${allowed}; to mend: ${mend}`;
}

const oneOf = (values: readonly string[]): string =>
  rule(`one of ${values.join(', ')}`, 'write one of these words');

/** A word of a closed list; anything else is refused with the list. */
export const word = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: oneOf(values) });

const DAY = rule("a real calendar day as 'YYYY-MM-DD'", 'check year, month and day, and keep the quotes');
export const day = z
  .string({ error: DAY })
  .refine(isCalendarDay, { error: DAY })
  .meta({ format: 'date', description: DAY });

const TEXT = rule('text that is not empty', 'write the words');
export const text = z.string({ error: TEXT }).min(1, { error: TEXT });

const FEN = rule(
  'a whole number of fen, 0 or more',
  'write yuan x 100 without a decimal point (3000 yuan = 300000)',
);
export const fen = z.int({ error: FEN }).min(0, { error: FEN }).meta({ description: FEN });

const RATE = rule('a whole number from 0 to 10000', 'write per ten thousand (70 percent = 7000)');
const RATE_UNIT = rule(
  '0, or a whole number from 100 to 10000',
  'write per ten thousand, not percent (70 percent = 7000)',
);
/** A share below one percent is percent written where per ten thousand belongs. */
export const rate = z
  .int({ error: RATE })
  .min(0, { error: RATE })
  .max(10000, { error: RATE })
  .refine((value) => value === 0 || value >= 100, { error: RATE_UNIT })
  .meta({ description: RATE });

const COUNT = rule('a whole number, 0 or more', 'write the number without quotes or decimal point');
export const count = z.int({ error: COUNT }).min(0, { error: COUNT });

const YEAR = rule('a year from 2000 to 2100', 'write the year as a number');
export const year = z.int({ error: YEAR }).min(2000, { error: YEAR }).max(2100, { error: YEAR });

const FLAG = rule('true or false', 'write true or false without quotes');
export const flag = z.boolean({ error: FLAG });

export const notRecorded = z.literal('notRecorded', {
  error: rule('notRecorded', 'write notRecorded: this version of the engine knows no other value here'),
});

/** A code of digits; YAML reads unquoted digits as a number, which would lose a leading zero. */
export const code = (digits: number) => {
  const message = rule(
    `${digits} digits in quotes`,
    `write the code in quotes, such as '${'340500'.slice(0, digits)}'`,
  );
  return z
    .string({ error: message })
    .regex(new RegExp(`^\\d{${digits}}$`), { error: message })
    .meta({ description: message });
};

const SOURCE_KEY = rule(
  'the name of an entry under sources',
  'add the source under sources, or use a name that is there',
);
/** Name of an entry of the file's `sources`; that it exists is checked after the form. */
export const source = z
  .string({ error: SOURCE_KEY })
  .min(1, { error: SOURCE_KEY })
  .meta({ description: SOURCE_KEY });

export const sourceEntry = z.strictObject({
  title: text,
  documentNumber: text.exactOptional(),
  article: text.exactOptional(),
  url: z
    .url({ error: rule('an http address', 'write the whole address, beginning with https://') })
    .exactOptional(),
  grade: word(['official', 'press', 'guide', 'weak', 'ours']),
  checkedOn: day,
});

/** Keys of everything that holds from a day on; `to` is the first day on which it no longer holds. */
export const dated = { from: day, to: day.exactOptional() };

/** Either the word notRecorded or the value; an absent key is refused, so that a gap is always meant. */
export const recorded = <Inner extends z.ZodType>(inner: Inner) => z.union([notRecorded, inner]);

export const relation = word(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']);
