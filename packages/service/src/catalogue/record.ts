// Reads one row of a catalogue file: Chinese column titles and figures as people write them, checked by name.
import { z } from 'zod';
import type { CatalogueItem } from './item.ts';

const classes = { 甲: 'A', 乙: 'B', 丙: 'C' } as const;
const listTypes = { 药品: '101', 中药饮片: '102', 诊疗项目: '201', 医用耗材: '301' } as const;

const oneOf = <Value extends string>(words: Readonly<Record<string, Value>>) =>
  z
    .enum(Object.keys(words) as [string, ...string[]], `应是${Object.keys(words).join('、')}之一`)
    .transform((word) => words[word] as Value);

/** `3.2` yuan becomes 3,200,000 millionths; at most six decimals, exact. */
const Price = z
  .string()
  .regex(/^\d{1,8}(\.\d{1,6})?$/, '应是不小于 0 的价格，单位元，最多六位小数，例如 12.80')
  .transform((text) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
  });

/** `10%` or `12.5%` becomes 1,000 or 1,250 per ten thousand. */
const Percent = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d{1,2})?)%$/, '应是 0% 到 100% 的比例，例如 10%')
  .transform((text) => Math.round(Number(text.slice(0, -1)) * 100));

const empty = <Value>(value: Value) => z.literal('').transform(() => value);
const CatalogueRecord = z.object({
  地区: z.string().regex(/^\d{6}$/, '应是六位区划代码，全国写 000000'),
  目录编码: z.string().regex(/^[\x21-\x7e]{1,50}$/, '应是 1 到 50 个字母、数字或符号'),
  名称: z.string().min(1, '不能为空').max(200, '最多 200 字'),
  目录类别: oneOf(listTypes),
  收费类别: z.string().regex(/^(0[1-9]|1[0-4])$/, '应是 01 到 14 的两位收费项目类别'),
  等级: oneOf(classes),
  先行自付比例: z.union([empty(0), Percent], '应是 0% 到 100% 的比例，例如 10%，甲类和丙类可以不填'),
  限价: z.union([empty(null), Price], '应是价格，单位元，最多六位小数；没有限价就不填'),
  参考单价: Price,
  限制使用: z
    .string()
    .max(300, '最多 300 字')
    .transform((text) => (text === '' ? null : text)),
  规格: z.string().max(200, '最多 200 字'),
  剂型: z.string().max(200, '最多 200 字'),
  开始日期: z.iso.date('应是 2024-01-01 这样的日期'),
  结束日期: z.union([empty(null), z.iso.date()], '应是 2024-12-31 这样的日期，或不填'),
});

/** Titles of the columns, in the order of the sample file; a file may have them in any order. */
export const catalogueColumns = Object.keys(CatalogueRecord.shape);

/**
 * One row by its column titles. 结束日期 is the first day on which the row is no longer in force.
 * Refused with a sentence that names the column, what was found and what is allowed.
 */
export function catalogueItemOf(
  record: Record<string, string>,
): { ok: true; item: CatalogueItem } | { ok: false; problem: string } {
  const trimmed = Object.fromEntries(Object.entries(record).map(([title, text]) => [title, text.trim()]));
  const parsed = CatalogueRecord.safeParse(trimmed);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const title = String(issue?.path[0] ?? '');
    const found = trimmed[title];
    return {
      ok: false,
      problem:
        found === undefined ? `缺少“${title}”这一列` : `“${title}”是“${found}”，${issue?.message ?? '不对'}`,
    };
  }
  const row = parsed.data;
  if (row.等级 !== 'B' && row.先行自付比例 !== 0) {
    return { ok: false, problem: '只有乙类可以有先行自付比例' };
  }
  if (row.结束日期 !== null && row.结束日期 <= row.开始日期) {
    return { ok: false, problem: `“结束日期”${row.结束日期} 应晚于“开始日期”${row.开始日期}` };
  }
  return {
    ok: true,
    item: {
      area: row.地区,
      code: row.目录编码,
      name: row.名称,
      listType: row.目录类别,
      chargeType: row.收费类别,
      class: row.等级,
      preSelfPayPerTenThousand: row.先行自付比例,
      priceLimitMillionths: row.限价,
      usualPriceMillionths: row.参考单价,
      restriction: row.限制使用,
      spec: row.规格,
      dosageForm: row.剂型,
      validFrom: row.开始日期,
      validTo: row.结束日期,
    },
  };
}
