// 5204: the lines of a settlement's detail, each as it was sent and as the catalogue split it.
import { splitOf } from '../detail.ts';
import { code, many, number, one, text, time } from '../field.ts';
import { splitFields } from '../fields.ts';
import { timeText } from '../moment.ts';
import { transaction } from '../transaction.ts';
import { settlementName } from './t5203-settlement.ts';

const textOf = (sent: Record<string, unknown>, name: string): string => {
  const value = sent[name];
  return typeof value === 'string' ? value : '';
};
const numberOf = (sent: Record<string, unknown>, name: string): number => {
  const value = sent[name];
  return typeof value === 'number' ? value : 0;
};

export const findLines = transaction({
  infno: '5204',
  label: '费用明细查询',
  input: { data: one(settlementName) },
  output: {
    data: many({
      mdtrt_id: text('就诊ID', 30),
      setl_id: text('结算ID', 30),
      rx_drord_no: text('处方/医嘱号', 30),
      med_type: code('医疗类别', 6),
      fee_ocur_time: time('费用发生时间'),
      sin_dos_dscr: text('单次剂量描述', 200),
      used_frqu_dscr: text('使用频次描述', 200),
      prd_days: number('周期天数', 4, 2),
      medc_way_dscr: text('用药途径描述', 200),
      ...splitFields,
      hilist_code: text('医保目录编码', 50),
      hilist_name: text('医保目录名称', 200),
      list_type: code('目录类别', 6),
      med_list_codg: text('医疗目录编码', 50),
      medins_list_codg: text('医药机构目录编码', 150),
      medins_list_name: text('医药机构目录名称', 100),
      prodname: text('商品名', 200),
      spec: text('规格', 200),
      dosform_name: text('剂型名称', 200),
      bilg_dept_codg: text('开单科室编码', 30),
      bilg_dept_name: text('开单科室名称', 100),
      bilg_dr_codg: text('开单医生编码', 30),
      bilg_dr_name: text('开单医师姓名', 50),
      acord_dept_codg: text('受单科室编码', 30),
      acord_dept_name: text('受单科室名称', 100),
      orders_dr_code: text('受单医生编码', 30),
      orders_dr_name: text('受单医生姓名', 50),
      hosp_prep_flag: code('医院制剂标志', 3),
      hosp_appr_flag: code('医院审批标志', 3),
      tcmdrug_used_way: code('中药使用方式', 6),
      prodplac_type: code('生产地类别', 6),
      etip_flag: code('外检标志', 3),
      etip_hosp_code: text('外检医院编码', 30),
      dscg_tkdrug_flag: code('出院带药标志', 3),
      matn_fee_flag: code('生育费用标志', 6),
      opter_id: text('经办人ID', 20),
      opter_name: text('经办人姓名', 50),
      opt_time: time('经办时间'),
    }),
  },
  async handle({ input: { data }, services, context, institution }) {
    const found = await services.inquiry.lines(
      { context, institution },
      { settlementId: data.setl_id, visitId: data.mdtrt_id, personNo: data.psn_no },
    );
    if (!found.ok) return found;
    const { settled, lines } = found.value;
    return {
      ok: true,
      value: {
        data: lines.map(({ split, sent, at }) => {
          const { item } = split;
          const asSent = (name: string) => ({ [name]: textOf(sent, name) });
          return {
            ...splitOf(split, { cnt: numberOf(sent, 'cnt'), pric: numberOf(sent, 'pric') }),
            mdtrt_id: settled.visitId,
            setl_id: settled.settlementId,
            rx_drord_no: textOf(sent, 'rxno'),
            med_type: settled.medType,
            prd_days: numberOf(sent, 'prd_days'),
            hilist_code: item.code,
            hilist_name: item.name,
            list_type: item.listType,
            medins_list_name: item.name,
            spec: item.spec,
            dosform_name: item.dosageForm,
            ...(Object.assign({}, ...sameNames.map(asSent)) as Record<(typeof sameNames)[number], string>),
            opt_time: timeText(at),
          };
        }),
      },
    };
  },
});

/** Fields that are answered as they were sent. */
const sameNames = [
  'fee_ocur_time',
  'sin_dos_dscr',
  'used_frqu_dscr',
  'medc_way_dscr',
  'med_list_codg',
  'medins_list_codg',
  'bilg_dept_codg',
  'bilg_dept_name',
  'bilg_dr_codg',
  'bilg_dr_name',
  'acord_dept_codg',
  'acord_dept_name',
  'orders_dr_code',
  'orders_dr_name',
  'hosp_appr_flag',
  'tcmdrug_used_way',
  'etip_flag',
  'etip_hosp_code',
  'dscg_tkdrug_flag',
  'matn_fee_flag',
] as const;
