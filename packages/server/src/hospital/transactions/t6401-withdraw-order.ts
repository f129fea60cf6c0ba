// 6401: withdraws an unpaid order with its detail; it can't be paid any more.
import { flag, one, text } from '../field.ts';
import { ofInstitution, orderNameFields } from '../order-fields.ts';
import { deskTransaction } from '../transaction.ts';

export const withdrawOrder = deskTransaction({
  infno: '6401',
  label: '费用明细上传撤销',
  work: 'withdrawOrder',
  input: { data: one({ ...orderNameFields, orgCodg: text('机构编号', 40) }) },
  output: { data: one({ success: flag('回调通知结果') }) },
  body: ({ input: { data }, institution }) =>
    ofInstitution(data.orgCodg, institution.code, {
      ...{ orderId: data.payOrdId, payToken: data.payToken, idNumber: data.idNo, name: data.userName },
    }),
  write: () => ({ data: { success: true } }),
});
