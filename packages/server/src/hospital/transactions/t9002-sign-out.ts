// 9002: the institution's software says that an operator ends work.
import { one, text, time } from '../field.ts';
import { timeText } from '../moment.ts';
import { transaction } from '../transaction.ts';

export const signOut = transaction({
  infno: '9002',
  label: '签退',
  input: { signOut: one({ sign_no: text('签到编号', 30), opter_no: text('操作员编号', 20) }) },
  output: { sign_time: one({ sign_time: time('签退时间') }) },
  async handle({ context }) {
    return { ok: true, value: { sign_time: { sign_time: timeText(context.at) } } };
  },
});
