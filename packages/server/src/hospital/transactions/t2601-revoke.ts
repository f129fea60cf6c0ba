// 2601: a message whose answer was lost is made as if it had never been, also when it is still under way or never came.
import { one, text } from '../field.ts';
import { onceTransaction } from '../transaction.ts';

export const revoke = onceTransaction({
  infno: '2601',
  label: '冲正交易',
  input: {
    data: one({
      psn_no: text('人员编号', 30),
      omsgid: text('原发送方报文ID', 30),
      oinfno: text('原交易编号', 6),
    }),
  },
  output: {},
  async handle({ input: { data }, services, message }) {
    const revoked = await services.hospital.revoke(message, {
      personNo: data.psn_no,
      msgid: data.omsgid,
      infno: data.oinfno,
    });
    return revoked.ok ? { ok: true, value: {} } : revoked;
  },
});
