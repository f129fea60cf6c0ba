// The smallest pieces of a policy file: days, fen, ratios, sources; each says what is allowed and how to mend.
import * as z from 'zod';
import { isCalendarDay } from '../calendar.ts';

/** One message form for the whole library, in Chinese since clerks read it: what is allowed, then how to mend it. */
export function rule(allowed: string, mend: string): string {
  return `允许：${allowed}；改法：${mend}`;
}

/** Whether the text is one that `rule` made. */
export const isRule = (text: string): boolean => text.startsWith('允许：');

const oneOf = (values: readonly string[]): string => rule(`${values.join('、')} 之一`, '从这些词里选一个');

/** A word of a closed list; anything else is refused with the list. */
export const word = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: oneOf(values) });

const DAY = rule("真实存在的日期，写成 'YYYY-MM-DD'", '核对年、月、日，保留引号');
export const day = z
  .string({ error: DAY })
  .refine(isCalendarDay, { error: DAY })
  .meta({ format: 'date', description: DAY });

const END = rule('失效的第一天，不是最后一天', '写后一天（有效到 12 月 31 日的，写下一年的 01-01）');
/** A rule that stops one day before a year does is a last day written where the first day without it belongs. */
export const endDay = day.refine((value) => !value.endsWith('-12-31'), { error: END });

const TEXT = rule('不为空的文字', '写上文字');
export const text = z.string({ error: TEXT }).min(1, { error: TEXT });

const FEN = rule('不小于 0 的整数，单位是分', '用元数乘以 100，不带小数点（3000 元写 300000）');
export const fen = z.int({ error: FEN }).min(0, { error: FEN }).meta({ description: FEN });

const RATE = rule('0 到 10000 的整数', '按万分之几写（70% 写 7000）');
const RATE_UNIT = rule('0，或 100 到 10000 的整数', '按万分之几写，不是百分之几（70% 写 7000）');
/** A share below one percent is percent written where per ten thousand belongs. */
export const rate = z
  .int({ error: RATE })
  .min(0, { error: RATE })
  .max(10000, { error: RATE })
  .refine((value) => value === 0 || value >= 100, { error: RATE_UNIT })
  .meta({ description: RATE });

const COUNT = rule('不小于 0 的整数', '直接写数字，不加引号，不带小数点');
export const count = z.int({ error: COUNT }).min(0, { error: COUNT });

const YEAR = rule('2000 到 2100 的年份', '写四位数字，不加引号');
export const year = z.int({ error: YEAR }).min(2000, { error: YEAR }).max(2100, { error: YEAR });

const FLAG = rule('true（是）或 false（否）', '写 true 或 false，不加引号');
export const flag = z.boolean({ error: FLAG });

export const notRecorded = z.literal('notRecorded', {
  error: rule('notRecorded（没有记录）', '写 notRecorded：现在的程序在这里不认识别的值'),
});

/** A code of digits; YAML reads unquoted digits as a number, which would lose a leading zero. */
export const code = (digits: number) => {
  const message = rule(`加引号的 ${digits} 位数字`, `代码要加引号，例如 '${'340500'.slice(0, digits)}'`);
  return z
    .string({ error: message })
    .regex(new RegExp(`^\\d{${digits}}$`), { error: message })
    .meta({ description: message });
};

const SOURCE_KEY = rule('sources 里的一个名称', '先在 sources 里加上这个来源，或改用已有的名称');
/** Name of an entry of the file's `sources`; that it exists is checked after the form. */
export const source = z
  .string({ error: SOURCE_KEY })
  .min(1, { error: SOURCE_KEY })
  .meta({ description: SOURCE_KEY });

export const sourceEntry = z.strictObject({
  title: text,
  documentNumber: text.exactOptional(),
  article: text.exactOptional(),
  url: z.url({ protocol: /^https?$/, error: rule('网址', '写完整的网址，以 https:// 开头') }).exactOptional(),
  grade: word(['official', 'press', 'guide', 'weak', 'ours']),
  checkedOn: day,
});

/** Keys of everything that holds from a day on; `to` is the first day on which it no longer holds. */
export const dated = { from: day, to: endDay.exactOptional() };

/** Either the word notRecorded or the value; an absent key is refused, so that a gap is always meant. */
export const recorded = <Inner extends z.ZodType>(inner: Inner) => z.union([notRecorded, inner]);

export const relation = word(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']);
