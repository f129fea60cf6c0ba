// 6204: the institution tells that the rest of an order was paid too; what it has in its books must be what was settled.
import { extra, money, one, text } from '../field.ts';
import { orderMoneyFields } from '../order-fields.ts';
import { deskTransaction } from '../transaction.ts';

export const completeOrder = deskTransaction({
  infno: '6204',
  label: '医保订单信息同步',
  work: 'completeOrder',
  input: {
    data: one({
      payOrdId: text('支付订单号', 40),
      medOrgOrd: text('医院订单号', 40),
      ...orderMoneyFields,
      ownPayAmt: money('现金自付'),
      thdPayType: text('第三方支付类型', 40),
      extData: extra('扩展数据'),
    }),
  },
  output: {},
  body: ({ input: { data } }) => ({
    ok: true,
    value: {
      ...{ orderId: data.payOrdId, ownNo: data.medOrgOrd, cashChannel: data.thdPayType },
      ...{ totalFen: data.feeSumamt, cashFen: data.ownPayAmt },
      ...{ accountFen: data.psnAcctPay, fundFen: data.fundPay },
    },
  }),
  write: () => ({}),
});
