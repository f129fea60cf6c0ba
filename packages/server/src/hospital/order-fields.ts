// Fields and figures that the transactions of online orders share.
import { orderStates } from '@gongji/service';
import type { Figures, OrderState } from '@gongji/service';
import { code, extra, money, text } from './field.ts';
import type { Reading } from './read-input.ts';

/** How a message names an order, with who uploaded it and for whom. */
export const orderNameFields = {
  payOrdId: text('支付订单号', 40),
  orgCodg: text('定点机构编码', 40),
  payToken: text('支付token', 40),
  idNo: text('证件号码', 40),
  userName: text('用户姓名', 40),
  idType: code('证件类别', 3, 'psn_cert_type'),
  extData: extra('扩展数据'),
};

/** Who paid what, with this transaction's name of each. */
export const orderMoneyFields = {
  feeSumamt: money('费用总金额'),
  ownPayAmt: money('现金支付'),
  psnAcctPay: money('个人账户支付'),
  fundPay: money('医保基金支付'),
};

/** Relatives' money stands in the account's sum, as everywhere; nothing tells whose it is. */
export const orderMoneyOf = (figures: Figures | null) => ({
  feeSumamt: figures?.totalFen ?? 0,
  ownPayAmt: figures?.cashFen ?? 0,
  psnAcctPay: figures ? figures.ownAccountFen + figures.sharedFen : 0,
  fundPay: figures?.fundFen ?? 0,
});

/** The only kind of call to institutions: an order was paid. */
export const paidCallType = '02';
/** Cash is paid to the institution; only insurance money is settled here. */
export const insuranceOnly = 'HI';

export const stateCodeOf = (state: OrderState): string => orderStates[state].code;

/** One sentence when the message names another institution than the one that sent it; otherwise what it asks. */
export function ofInstitution<Value>(orgCodg: string, code: string, value: Value): Reading<Value> {
  if (orgCodg === code) return { ok: true, value };
  return { ok: false, message: '字段 orgCodg（机构编码）与发送报文的机构不一致，请核对机构编码。' };
}
