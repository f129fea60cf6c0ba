// 6301: how an online order stands, also when the answer to its payment was lost.
import { code, extra, one, text } from '../field.ts';
import {
  insuranceOnly,
  ofInstitution,
  orderMoneyFields,
  orderMoneyOf,
  orderNameFields,
  paidCallType,
  stateCodeOf,
} from '../order-fields.ts';
import { timeText } from '../moment.ts';
import { transaction } from '../transaction.ts';

export const findOrder = transaction({
  infno: '6301',
  label: '医保订单结算结果查询',
  input: { data: one(orderNameFields) },
  output: {
    data: one({
      ordStas: code('订单状态', 40, 'ordStas'),
      payOrdId: text('支付订单号', 40),
      callType: code('回调类型', 40),
      medOrgOrd: text('医院订单号', 40),
      traceTime: text('交易时间', 40),
      orgCodg: text('两定机构编号', 40),
      orgName: text('两定机构名称', 40),
      setlType: text('结算类型', 40),
      ...orderMoneyFields,
      revsToken: text('用于院内结算失败对医保的冲正授权', 40),
      extData: extra('医保扩展数据'),
    }),
  },
  async handle({ input: { data }, services, institution, context }) {
    const asked = ofInstitution(data.orgCodg, institution.code, {
      ...{ orderId: data.payOrdId, payToken: data.payToken, idNumber: data.idNo, name: data.userName },
    });
    if (!asked.ok) return asked;
    const found = await services.hospital.findOrder({ institution, context }, asked.value);
    if (!found.ok) return found;
    const { order, reversalToken } = found.value;
    return {
      ok: true,
      value: {
        data: {
          ordStas: stateCodeOf(order.state),
          payOrdId: order.orderId,
          callType: paidCallType,
          medOrgOrd: order.ownNo,
          traceTime: order.paidAt ? timeText(order.paidAt) : '',
          orgCodg: institution.code,
          orgName: institution.name,
          setlType: insuranceOnly,
          ...orderMoneyOf(order.figures),
          revsToken: reversalToken,
        },
      },
    };
  },
});
