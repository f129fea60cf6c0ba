// 2202: cancels a registration that has no detail and no settlement.
import { one, text } from '../field.ts';
import { extension } from '../fields.ts';
import { deskTransaction } from '../transaction.ts';

export const cancelRegistration = deskTransaction({
  infno: '2202',
  label: '门诊挂号撤销',
  work: 'cancel',
  input: {
    data: one({
      psn_no: text('人员编号', 30),
      mdtrt_id: text('就诊ID', 30),
      ipt_otp_no: text('住院/门诊号', 30),
      ...extension,
    }),
  },
  output: {},
  body: ({ input: { data } }) => ({
    ok: true,
    value: { visitId: data.mdtrt_id, personNo: data.psn_no, ownNo: data.ipt_otp_no },
  }),
  write: () => ({}),
});
