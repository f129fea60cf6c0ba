// 6202: the patient agrees with the own electronic credential, and the order is settled exactly as 6201 showed it.
import { code, extra, one, optional, text } from '../field.ts';
import { ofInstitution, orderMoneyFields, orderMoneyOf, stateCodeOf } from '../order-fields.ts';
import { deskTransaction } from '../transaction.ts';
import { mostOfCredential } from './t6201-upload-order.ts';

export const payOrder = deskTransaction({
  infno: '6202',
  label: '支付下单',
  work: 'payOrder',
  input: {
    data: one({
      payAuthNo: optional(text('支付授权码', mostOfCredential)),
      payOrdId: text('待支付订单号', 40),
      payToken: text('支付订单对应的token', 40),
      orgCodg: text('定点机构编码', 12),
      orgBizSer: text('业务流水号', 40),
      ecAuthCode: optional(text('电子凭证授权码', mostOfCredential)),
      ecChnlAppId: optional(text('电子凭证渠道ID', 40)),
      ecChnlUserId: optional(text('电子凭证用户ID', 40)),
      // Of a visit that 6201 registered some senders know nothing.
      mdtrtId: optional(text('就诊ID', 40)),
      chrgBchno: optional(text('收费批次号', 40)),
      extData: extra('扩展数据'),
    }),
  },
  output: {
    data: one({
      payOrdId: text('支付订单号', 40),
      ordStas: code('订单状态', 40, 'ordStas'),
      ...orderMoneyFields,
      extData: extra('扩展数据'),
    }),
  },
  body({ input: { data }, institution }) {
    const number = data.payAuthNo || data.ecAuthCode;
    if (number === '') {
      const message =
        '字段 payAuthNo（支付授权码）和 ecAuthCode（电子凭证授权码）不能都为空，请让患者本人出示医保电子凭证确认支付。';
      return { ok: false, message };
    }
    return ofInstitution(data.orgCodg, institution.code, {
      orderId: data.payOrdId,
      payToken: data.payToken,
      visitId: data.mdtrtId,
      batchNo: data.chrgBchno,
      credential: { kind: 'electronic' as const, number },
    });
  },
  write: ({ order, figures }) => ({
    data: {
      payOrdId: order.orderId,
      ordStas: stateCodeOf(figures.cashFen === 0 ? 'completed' : 'insurance-paid'),
      ...orderMoneyOf(figures),
    },
  }),
});
