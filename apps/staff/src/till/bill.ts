// The bill as it is typed in yuan, checked and turned into the contract's fen.
import type { Body } from '@gongji/contract';
import { formatFen, yuanToFen } from '../shared/money.ts';
import type { YuanResult } from '../shared/money.ts';

export type QuoteBody = Body<'quoteBill'>;
type Bill = QuoteBody['bill'];
export type BillField = keyof Bill;
export type BillTexts = Record<BillField, string>;

export const billFields: readonly { field: BillField; label: string; hint: string }[] = [
  { field: 'totalFen', label: '总费用', hint: '本次门诊或购药的全部费用' },
  { field: 'whollySelfPaidFen', label: '全自费', hint: '医保目录外，可不填' },
  { field: 'overPriceLimitFen', label: '超限价自费', hint: '超过支付限价的部分，可不填' },
  { field: 'preSelfPaidFen', label: '先行自付', hint: '乙类等先由个人负担，可不填' },
];

export const emptyBill: BillTexts = {
  totalFen: '',
  whollySelfPaidFen: '',
  overPriceLimitFen: '',
  preSelfPaidFen: '',
};

const sentences: Record<Exclude<YuanResult, { ok: true }>['reason'], string> = {
  empty: '请填写金额。',
  'not-a-number': '金额只能填数字，例如 128.50。',
  negative: '金额不能是负数。',
  'too-many-decimals': '金额最多两位小数，精确到分。',
  'too-large': '金额太大，最多 100 亿元。',
};

/** What is wrong with one field, or null. Only the total must be filled, and it must be more than zero. */
export function fieldError(field: BillField, text: string): string | null {
  const read = yuanToFen(text);
  if (read.ok) return field === 'totalFen' && read.fen === 0 ? '总费用应大于 0。' : null;
  if (read.reason !== 'empty') return sentences[read.reason];
  return field === 'totalFen' ? '请填写总费用。' : null;
}

export type BillResult =
  { ok: true; bill: Bill; inScopeFen: number } | { ok: false; field: BillField; message: string };

const fenOf = (text: string): number => {
  const read = yuanToFen(text);
  return read.ok ? read.fen : 0;
};

/** Reads the whole bill; the first wrong field is named. The own parts may not exceed the total. */
export function readBill(texts: BillTexts): BillResult {
  for (const { field } of billFields) {
    const message = fieldError(field, texts[field]);
    if (message !== null) return { ok: false, field, message };
  }
  const bill: Bill = {
    totalFen: fenOf(texts.totalFen),
    whollySelfPaidFen: fenOf(texts.whollySelfPaidFen),
    overPriceLimitFen: fenOf(texts.overPriceLimitFen),
    preSelfPaidFen: fenOf(texts.preSelfPaidFen),
  };
  const ownFen = bill.whollySelfPaidFen + bill.overPriceLimitFen + bill.preSelfPaidFen;
  if (ownFen > bill.totalFen) {
    const message = `后三项合计 ${formatFen(ownFen)}，超过了总费用 ${formatFen(bill.totalFen)}，请核对。`;
    return { ok: false, field: 'totalFen', message };
  }
  return { ok: true, bill, inScopeFen: bill.totalFen - ownFen };
}
