// 2001: whether the pooled fund pays for a person's treatment of a kind now.
import { code, date, many, one, optional, text, time } from '../field.ts';
import { extension } from '../fields.ts';
import { transaction } from '../transaction.ts';

export const checkEntitlement = transaction({
  infno: '2001',
  label: '人员待遇享受检查',
  input: {
    data: one({
      psn_no: text('人员编号', 30),
      insutype: code('险种类型', 6, 'insutype'),
      fixmedins_code: text('定点医药机构编号', 12),
      med_type: code('医疗类别', 6, 'med_type'),
      begntime: time('开始时间'),
      endtime: optional(time('结束时间')),
      dise_codg: optional(text('病种编码', 30)),
      dise_name: optional(text('病种名称', 500)),
      oprn_oprt_code: optional(text('手术操作代码', 30)),
      oprn_oprt_name: optional(text('手术操作名称', 500)),
      matn_type: optional(code('生育类别', 6)),
      birctrl_type: optional(code('计划生育手术类别', 6)),
      ...extension,
    }),
  },
  output: {
    trtinfo: many({
      psn_no: text('人员编号', 30),
      trt_chk_type: code('待遇检查类型', 6),
      fund_pay_type: code('基金支付类型', 6),
      trt_enjymnt_flag: code('基金款项待遇享受标志', 3),
      begndate: date('开始日期'),
      enddate: date('结束日期'),
      trt_chk_rslt: text('待遇检查结果', 500),
      exp_content: text('字段扩展', 4000),
      expContent: text('字段扩展', 4000),
    }),
  },
  async handle({ input: { data }, services }) {
    const checked = await services.hospital.entitlement({
      personNo: data.psn_no,
      insutype: data.insutype,
      medType: data.med_type,
      diseaseCode: data.dise_codg,
      today: data.begntime.slice(0, 10),
    });
    if (!checked.ok) return checked;
    const { fundType, obstacle } = checked.value;
    return {
      ok: true,
      value: {
        trtinfo: [
          {
            psn_no: data.psn_no,
            trt_chk_type: '01',
            fund_pay_type: fundType,
            trt_enjymnt_flag: obstacle === '' ? '1' : '0',
            begndate: data.begntime.slice(0, 10),
            enddate: data.endtime.slice(0, 10),
            trt_chk_rslt: obstacle,
          },
        ],
      },
    };
  },
});
