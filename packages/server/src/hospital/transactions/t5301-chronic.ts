// 5301: the chronic diseases that the patient is registered for.
import { date, many, one, text } from '../field.ts';
import { transaction } from '../transaction.ts';

/** Codes and names of the national list of outpatient chronic diseases. */
const diseases: Readonly<Record<string, { code: string; name: string }>> = {
  hypertension: { code: 'M03900', name: '高血压' },
  diabetes: { code: 'M01600', name: '糖尿病' },
};

/** Our days end before the day `to`, the interface's with its last one. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const findChronic = transaction({
  infno: '5301',
  label: '人员慢特病备案查询',
  input: { data: one({ psn_no: text('人员编号', 30) }) },
  output: {
    feedetail: many({
      opsp_dise_code: text('门慢门特病种目录代码', 30),
      opsp_dise_name: text('门慢门特病种名称', 300),
      begndate: date('开始日期'),
      enddate: date('结束日期'),
    }),
  },
  async handle({ input: { data }, services, context }) {
    const found = await services.inquiry.chronic(data.psn_no);
    if (!found.ok) return found;
    return {
      ok: true,
      value: {
        feedetail: found.value.map(({ disease, from, to }) => ({
          opsp_dise_code: diseases[disease]?.code ?? disease,
          opsp_dise_name: diseases[disease]?.name ?? disease,
          // Where the register says that it holds, not since when: it holds for this calendar year.
          begndate: from ?? `${context.today.slice(0, 4)}-01-01`,
          enddate: to === null ? '' : dayBefore(to),
        })),
      },
    };
  },
});
