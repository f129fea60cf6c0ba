// 2203 and, for pharmacies, 2203A: what a visit was for.
import { bytes, code, date, many, number, one, optional, text, time } from '../field.ts';
import { extension } from '../fields.ts';
import { deskTransaction } from '../transaction.ts';

const visitFields = {
  mdtrt_id: text('就诊ID', 30),
  psn_no: text('人员编号', 30),
  med_type: code('医疗类别', 6, 'med_type'),
  begntime: time('开始时间'),
  main_cond_dscr: optional(text('主要病情描述', 1000)),
  birctrl_type: optional(code('计划生育手术类别', 6)),
  birctrl_matn_date: optional(date('计划生育手术或生育日期')),
  ...extension,
};
export const diagnosisFields = {
  diag_type: code('诊断类别', 3, 'diag_type'),
  diag_srt_no: number('诊断排序号', 2),
  diag_code: text('诊断代码', 30),
  diag_name: text('诊断名称', 100),
  diag_dept: text('诊断科室', 50),
  dise_dor_no: text('诊断医生编码', 30),
  dise_dor_name: text('诊断医生姓名', 50),
  diag_time: time('诊断时间'),
  vali_flag: code('有效标志', 3, 'vali_flag'),
};

export const tellVisit = deskTransaction({
  infno: '2203',
  label: '门诊就诊信息上传',
  work: 'tell',
  input: {
    mdtrtinfo: one({
      ...visitFields,
      dise_type_code: optional(code('病种类型代码', 30)),
      dise_codg: text('病种编码', 30),
      dise_name: text('病种名称', 500),
    }),
    diseinfo: many(diagnosisFields),
  },
  output: {},
  body: ({ input: { mdtrtinfo } }) => ({ ok: true, value: toldOf(mdtrtinfo) }),
  write: () => ({}),
});

export const tellPharmacyVisit = deskTransaction({
  infno: '2203A',
  label: '定点零售药店门诊就诊信息上传',
  work: 'tell',
  input: {
    mdtrtinfo: one({
      ...visitFields,
      dise_codg: optional(text('病种编码', 30)),
      dise_name: optional(text('病种名称', 500)),
      matn_type: optional(text('生育类别', 6)),
      geso_val: optional(number('孕周数', 2)),
      rxfixmedinsCode: optional(text('处方医药机构编码', 12)),
      rxfixmedinsName: optional(text('处方医药机构名称', 200)),
      rxIn: optional(bytes('文件数据')),
      rxfilename: optional(text('文件名', 200)),
      rxExpContent: optional(text('处方扩展字段', 2000)),
    }),
    diseinfo: many(diagnosisFields),
  },
  output: {},
  body: ({ input: { mdtrtinfo } }) => ({ ok: true, value: toldOf(mdtrtinfo) }),
  write: () => ({}),
});

const toldOf = (visit: {
  mdtrt_id: string;
  psn_no: string;
  med_type: string;
  dise_codg: string;
  dise_name: string;
}) => ({
  visitId: visit.mdtrt_id,
  personNo: visit.psn_no,
  medType: visit.med_type,
  diseaseCode: visit.dise_codg,
  diseaseName: visit.dise_name,
});
