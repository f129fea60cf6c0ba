// 2205: withdraws a batch of a visit's detail, or all that isn't settled.
import { one, text } from '../field.ts';
import { extension } from '../fields.ts';
import { deskTransaction } from '../transaction.ts';

export const withdrawDetail = deskTransaction({
  infno: '2205',
  label: '门诊费用明细信息撤销',
  work: 'withdrawLines',
  input: {
    data: one({
      mdtrt_id: text('就诊ID', 30),
      chrg_bchno: text('收费批次号', 30),
      psn_no: text('人员编号', 30),
      ...extension,
    }),
  },
  output: {},
  body: ({ input: { data } }) => ({
    ok: true,
    value: { visitId: data.mdtrt_id, personNo: data.psn_no, batchNo: data.chrg_bchno },
  }),
  write: () => ({}),
});
