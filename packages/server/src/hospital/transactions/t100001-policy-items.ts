// 100001: how the policy split a settlement, item by item; the items sum to the bill.
import { many, money, number, one, text } from '../field.ts';
import { transaction } from '../transaction.ts';

export const findPolicyItems = transaction({
  infno: '100001',
  label: '政策项查询',
  input: {
    '': one({
      psn_No: text('人员编号', 30),
      setl_Id: text('结算ID', 30),
      mdtrt_Id: text('就诊ID', 30),
    }),
  },
  output: {
    data: many({
      setlId: text('结算ID', 50),
      mdtrtId: text('就诊ID', 30),
      psnNo: text('人员编号', 30),
      polItemCode: text('政策项编码', 50),
      polItemName: text('政策项名称', 50),
      selfPayAmt: money('自付金额'),
      selfPayProp: number('自付比例', 5, 4),
      fundPayAmt: money('基金支付金额'),
      fundPayProp: number('基金支付比例', 5, 4),
      polItemPaySum: money('政策项支付合计'),
    }),
  },
  async handle({ input, services, context, institution }) {
    const asked = input[''];
    const found = await services.inquiry.policyItems(
      { context, institution },
      { settlementId: asked.setl_Id, visitId: asked.mdtrt_Id, personNo: asked.psn_No },
    );
    if (!found.ok) return found;
    return {
      ok: true,
      value: {
        data: found.value.items.map((item) => ({
          setlId: asked.setl_Id,
          mdtrtId: asked.mdtrt_Id,
          psnNo: asked.psn_No,
          polItemCode: item.code,
          polItemName: item.name,
          selfPayAmt: item.selfPayFen,
          selfPayProp: item.selfPayPerTenThousand / 10_000,
          fundPayAmt: item.fundPayFen,
          fundPayProp: item.fundPayPerTenThousand / 10_000,
          polItemPaySum: item.sumFen,
        })),
      },
    };
  },
});
