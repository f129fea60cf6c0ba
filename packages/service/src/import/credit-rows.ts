// Rows of files that bring money: who, for which month or year, how much; each checked by itself.
import type { Column, CsvRow } from './csv.ts';

export interface CreditRow {
  line: number;
  personNo: string;
  /** Names the row within the person. */
  slot: string;
  /** Year of the money; undefined: the year of the day on which it is posted. */
  partYear: number | undefined;
  amountFen: number;
}

const personNo: Column = { names: ['人员编号'] };
const amount: Column = { names: ['金额（元）', '金额(元)', '金额'] };

export const contributionColumns = {
  personNo,
  period: { names: ['费款所属期'] },
  amountYuan: amount,
  sequence: { names: ['序号'], optional: true },
} as const satisfies Record<string, Column>;

export const balanceColumns = {
  personNo,
  partYear: { names: ['年份'] },
  amountYuan: amount,
} as const satisfies Record<string, Column>;

const personForm = /^[0-9A-Za-z]{1,32}$/;
const yuanForm = /^(\d{1,9})(?:\.(\d{1,2}))?$/;
const monthForm = /^(20\d{2})-?(0[1-9]|1[0-2])$/;
const yearForm = /^(19[89]\d|20\d{2})$/;
const sequenceForm = /^[1-9]\d?$/;

/** Yuan as written, with at most two decimals, in fen; undefined when it is no such amount or nothing. */
function fenOf(text: string): number | undefined {
  const match = yuanForm.exec(text);
  if (!match) return undefined;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : undefined;
}

/** The row, or why it is none, in Chinese. */
export function readContribution({
  line,
  values,
  isUneven,
}: CsvRow<keyof typeof contributionColumns>): CreditRow | string {
  if (isUneven) return '列数与第一行不同';
  if (!personForm.test(values.personNo)) return '人员编号不对，应为数字或字母';
  const month = monthForm.exec(values.period);
  if (!month) return '费款所属期不对，应为 2024-10 这样的月份';
  const amountFen = fenOf(values.amountYuan);
  if (amountFen === undefined) return '金额不对，应为大于 0、最多两位小数的元';
  if (values.sequence !== '' && !sequenceForm.test(values.sequence)) return '序号不对，应为 1 到 99';
  const extra = values.sequence === '' || values.sequence === '1' ? '' : `/${values.sequence}`;
  const slot = `${month[1]}-${month[2]}${extra}`;
  return { line, personNo: values.personNo, slot, partYear: undefined, amountFen };
}

/** The row, or why it is none, in Chinese. */
export function readBalance({
  line,
  values,
  isUneven,
}: CsvRow<keyof typeof balanceColumns>): CreditRow | string {
  if (isUneven) return '列数与第一行不同';
  if (!personForm.test(values.personNo)) return '人员编号不对，应为数字或字母';
  if (!yearForm.test(values.partYear)) return '年份不对，应为 2023 这样的年份';
  const amountFen = fenOf(values.amountYuan);
  if (amountFen === undefined) return '金额不对，应为大于 0、最多两位小数的元';
  const partYear = Number(values.partYear);
  return { line, personNo: values.personNo, slot: `opening/${partYear}`, partYear, amountFen };
}
