// 9001: the institution's software says that an operator begins to work; nothing depends on it.
import { one, text, time } from '../field.ts';
import { timeText } from '../moment.ts';
import { transaction } from '../transaction.ts';

export const signIn = transaction({
  infno: '9001',
  label: '签到',
  input: {
    signIn: one({
      opter_no: text('操作员编号', 20),
      mac: text('签到MAC地址', 20),
      ip: text('签到IP地址', 20),
    }),
  },
  output: { signinoutb: one({ sign_time: time('签到时间'), sign_no: text('签到编号', 30) }) },
  async handle({ context, envelope }) {
    // The message itself is kept, so that its msgid is the number of the sign-in.
    return { ok: true, value: { signinoutb: { sign_time: timeText(context.at), sign_no: envelope.msgid } } };
  },
});
