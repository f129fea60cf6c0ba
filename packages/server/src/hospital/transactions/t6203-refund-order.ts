// 6203: gives a paid order back, whole, its insurance money, or its cash.
import { code, extra, money, one, optional, text } from '../field.ts';
import { momentText } from '../moment.ts';
import { onceTransaction } from '../transaction.ts';
import { mostOfCredential } from './t6201-upload-order.ts';

const kinds = ['ALL', 'HI', 'CASH'] as const;

export const refundOrder = onceTransaction({
  infno: '6203',
  label: '医保退费',
  input: {
    data: one({
      payOrdId: text('支付订单号', 40),
      appRefdSn: text('应用退款流水号', 40),
      appRefdTime: text('应用退费时间', 40),
      totlRefdAmt: money('总退费金额'),
      psnAcctRefdAmt: optional(money('医保个人账户支付')),
      fundRefdAmt: optional(money('基金支付')),
      cashRefdAmt: money('现金退费金额'),
      ecToken: text('电子凭证授权Token', mostOfCredential),
      refdType: code('退费类型', 40),
      extData: extra('医保扩展数据'),
    }),
  },
  output: {
    data: one({
      refdSn: text('结算中心流水号', 40),
      hiFefdSn: text('医保退费流水号', 40),
      hiTrnsDate: text('医保退费日期', 8),
      hiTrnsTime: text('医保退费时间', 6),
      refStatus: text('退费状态', 40),
      extData: extra('医保扩展数据'),
    }),
  },
  async handle({ input: { data }, services, message, context }) {
    const kind = kinds.find((each) => each === data.refdType);
    if (!kind) {
      return {
        ok: false,
        message: '字段 refdType（退费类型）应是 ALL（全部）、HI（只退医保）或 CASH（只退现金）。',
      };
    }
    const refunded = await services.hospital.refundOrder(message, {
      ...{ orderId: data.payOrdId, ownNo: data.appRefdSn, kind, token: data.ecToken },
      ...{ totalFen: data.totlRefdAmt, cashFen: data.cashRefdAmt },
      ...{ accountFen: data.psnAcctRefdAmt, fundFen: data.fundRefdAmt },
    });
    if (!refunded.ok) return refunded;
    const { refundId, settlementId } = refunded.value;
    const moment = momentText(context.at);
    const ofInsurance =
      settlementId === null
        ? {}
        : { hiFefdSn: settlementId, hiTrnsDate: moment.slice(0, 8), hiTrnsTime: moment.slice(8, 14) };
    return { ok: true, value: { data: { refdSn: refundId, ...ofInsurance, refStatus: 'SUCC' } } };
  },
});
