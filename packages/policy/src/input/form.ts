// Checks an answerable question's form; the first thing wrong is named by its field, with a Chinese sentence.
import * as z from 'zod';
import { isCalendarDay } from '../calendar.ts';
import { fieldName } from '../field-name.ts';
import type { Parsed } from '../types.ts';

const must = (allowed: string) => ({
  error: ({ input }: { input?: unknown }) => `应为${allowed}，现在是 ${describe(input)}`,
});

function describe(value: unknown): string {
  if (value === undefined) return '空缺（没有填写）';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

export const fen = z.int(must('不小于 0 的整数（单位：分）')).min(0, must('不小于 0 的整数（单位：分）'));
export const count = z.int(must('不小于 0 的整数')).min(0, must('不小于 0 的整数'));
export const flag = z.boolean(must(' true 或 false'));
export const day = z
  .string(must('真实存在的日期，写成 YYYY-MM-DD'))
  .refine(isCalendarDay, must('真实存在的日期，写成 YYYY-MM-DD'));
export const area = z
  .string(must('六位数字的地区代码（加引号）'))
  .regex(/^\d{6}$/, must('六位数字的地区代码（加引号）'));
export const place = z
  .string(must('两位、四位或六位数字的地区代码（加引号）'))
  .regex(/^(\d{2}){1,3}$/, must('两位、四位或六位数字的地区代码（加引号）'));
export const year = z
  .int(must('四位数字的年份'))
  .min(1900, must('四位数字的年份'))
  .max(9999, must('四位数字的年份'));
export const words = z.string(must('文字')).min(1, must('文字'));
export const word = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, must(`${values.join('、')} 之一`));
export const level = z.union([z.literal(1), z.literal(2), z.literal(3)], must('1、2 或 3'));
export const form = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `有不认识的字段 ${issue.keys.join('、')}，请删去或改正拼写`
        : `应为一个对象，现在是 ${describe(issue.input)}`,
  });
export const list = <Item extends z.ZodType>(item: Item) => z.array(item, must('一个数组'));

export const scheme = word(['employee', 'resident']);
export const status = word(['normal', 'suspended', 'ended']);

/** The value in the schema's form, or the first thing wrong with it. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.infer<Schema>> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (issue === undefined) throw new Error('a refused input has no issue');
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const field = fieldName(keys);
  return { ok: false, field, message: `${issue.message}。` };
}
