// 5301: the chronic diseases that the patient is registered for.
import { date, many, one, text } from '../field.ts';
import { transaction } from '../transaction.ts';

/** Codes and names of the national list of outpatient chronic diseases. */
const diseases: Readonly<Record<string, { code: string; name: string }>> = {
  hypertension: { code: 'M03900', name: '高血压' },
  diabetes: { code: 'M01600', name: '糖尿病' },
};

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
    const found = await services.inquiry.person(data.psn_no);
    if (!found.ok) return found;
    return {
      ok: true,
      value: {
        feedetail: found.value.chronic.map((disease) => ({
          opsp_dise_code: diseases[disease]?.code ?? disease,
          opsp_dise_name: diseases[disease]?.name ?? disease,
          // The register says that it holds, not since when: it holds for this calendar year.
          begndate: `${context.today.slice(0, 4)}-01-01`,
        })),
      },
    };
  },
});
