// 1101: the person behind a credential, with insurance and balance.
import { claimOf } from '../credential.ts';
import { code, date, many, money, number, one, optional, text, time } from '../field.ts';
import { identityOf, identityTypesOf, insuranceStatusOf } from '../person.ts';
import { transaction } from '../transaction.ts';

export const findPerson = transaction({
  infno: '1101',
  label: '人员信息获取',
  input: {
    data: one({
      mdtrt_cert_type: code('就诊凭证类型', 3, 'mdtrt_cert_type'),
      mdtrt_cert_no: text('就诊凭证编号', 50),
      card_sn: optional(text('卡识别码', 32)),
      begntime: optional(time('开始时间')),
      // Required on paper; in practice clients leave the next three out.
      psn_cert_type: optional(code('人员证件类型', 6, 'psn_cert_type')),
      certno: optional(text('证件号码', 50)),
      psn_name: optional(text('人员姓名', 50)),
    }),
  },
  output: {
    baseinfo: one({
      psn_no: text('人员编号', 30),
      psn_cert_type: code('人员证件类型', 6),
      certno: text('证件号码', 50),
      psn_name: text('人员姓名', 50),
      gend: code('性别', 6),
      naty: code('民族', 3),
      brdy: date('出生日期'),
      age: number('年龄', 4, 1),
      exp_content: text('字段扩展', 4000),
      expContent: text('字段扩展', 4000),
    }),
    insuinfo: many({
      balc: money('余额'),
      insutype: code('险种类型', 6),
      psn_type: code('人员类别', 6),
      psn_insu_stas: code('人员参保状态', 6),
      psn_insu_date: date('个人参保日期'),
      paus_insu_date: date('暂停参保日期'),
      cvlserv_flag: code('公务员标志', 3),
      insuplc_admdvs: text('参保地医保区划', 6),
      emp_name: text('单位名称', 200),
    }),
    idetinfo: many({
      psn_idet_type: code('人员身份类别', 3),
      psn_type_lv: code('人员类别等级', 3),
      memo: text('备注', 500),
      begntime: time('开始时间'),
      endtime: time('结束时间'),
    }),
  },
  async handle({ input, services, context }) {
    const found = await services.hospital.insured(context, claimOf(input.data));
    if (!found.ok) return found;
    const { person, balanceFen } = found.value;
    const { insutype, psn_type, cvlserv_flag, ...base } = identityOf(person, context.today);
    return {
      ok: true,
      value: {
        baseinfo: base,
        insuinfo: [
          {
            balc: balanceFen,
            insutype,
            psn_type,
            psn_insu_stas: insuranceStatusOf(person),
            cvlserv_flag,
            insuplc_admdvs: person.area,
          },
        ],
        idetinfo: identityTypesOf(person).map((type) => ({
          psn_idet_type: type,
          begntime: `${context.today.slice(0, 4)}-01-01 00:00:00`,
        })),
      },
    };
  },
});
