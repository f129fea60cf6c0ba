// 5206: what the patient has used up this calendar year.
import { code, many, money, one, optional, text } from '../field.ts';
import { insutypeOf } from '../person.ts';
import { transaction } from '../transaction.ts';

export const findYearToDate = transaction({
  infno: '5206',
  label: '人员累计信息查询',
  input: { data: one({ psn_no: text('人员编号', 30), cum_ym: optional(text('累计年月', 6)) }) },
  output: {
    cuminfo: many({
      insutype: code('险种类型', 6),
      year: text('年度', 4),
      cum_ym: text('累计年月', 6),
      cum_type_code: code('累计类别代码', 10),
      cum: money('累计值'),
    }),
  },
  async handle({ input: { data }, services, context }) {
    const month = data.cum_ym || context.today.slice(0, 7).replace('-', '');
    if (!/^20\d\d(0[1-9]|1[0-2])$/.test(month)) {
      return { ok: false, message: 'data：字段 cum_ym（累计年月）应是 202410 这样的年月。' };
    }
    const year = month.slice(0, 4);
    const found = await services.inquiry.yearToDate(data.psn_no, `${year}-01-01`);
    if (!found.ok) return found;
    const { person, deductibleFen, fundPaidFen } = found.value;
    const row = { insutype: insutypeOf(person), year, cum_ym: month };
    return {
      ok: true,
      value: {
        // Kinds of ours: the interface's dictionaries name none. Deductible paid, and paid by the pooled fund.
        cuminfo: [
          { ...row, cum_type_code: 'OTP_DEDC', cum: deductibleFen },
          { ...row, cum_type_code: 'OTP_FUND', cum: fundPaidFen },
        ],
      },
    };
  },
});
