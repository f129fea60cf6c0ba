// 2204: the lines of a visit's detail, each answered as the catalogue splits it.
import { lineOf, splitOf } from '../detail.ts';
import { code, many, optional, text } from '../field.ts';
import { diseaseFields, extension, lineFields, splitFields } from '../fields.ts';
import { deskTransaction } from '../transaction.ts';

/** One line of a detail with who ordered it. */
export const detailFields = {
  mdtrt_id: text('就诊ID', 30),
  psn_no: text('人员编号', 30),
  chrg_bchno: text('收费批次号', 30),
  dise_codg: diseaseFields.dise_codg,
  ...lineFields,
  bilg_dept_codg: text('开单科室编码', 30),
  bilg_dept_name: text('开单科室名称', 100),
  bilg_dr_codg: text('开单医生编码', 30),
  bilg_dr_name: text('开单医师姓名', 50),
  acord_dept_codg: optional(text('受单科室编码', 30)),
  acord_dept_name: optional(text('受单科室名称', 100)),
  orders_dr_code: optional(text('受单医生编码', 30)),
  orders_dr_name: optional(text('受单医生姓名', 50)),
  hosp_appr_flag: code('医院审批标志', 3, 'hosp_appr_flag'),
  etip_flag: optional(code('外检标志', 3)),
  etip_hosp_code: optional(text('外检医院编码', 30)),
  dscg_tkdrug_flag: optional(code('出院带药标志', 3)),
  matn_fee_flag: optional(code('生育费用标志', 6)),
  memo: optional(text('备注', 1000)),
  comb_no: optional(text('组套编码', 30)),
  ...extension,
};

export const addDetail = deskTransaction({
  infno: '2204',
  label: '门诊费用明细信息上传',
  work: 'addLines',
  input: {
    feedetail: many(detailFields),
  },
  output: { result: many(splitFields) },
  body: ({ input: { feedetail } }) => ({
    ok: true,
    value: feedetail.map((sent) => ({
      visitId: sent.mdtrt_id,
      personNo: sent.psn_no,
      batchNo: sent.chrg_bchno,
      line: lineOf(sent),
      sent,
    })),
  }),
  write: (splits, { input: { feedetail } }) => ({
    result: splits.map((split, index) => splitOf(split, feedetail[index]!)),
  }),
});
