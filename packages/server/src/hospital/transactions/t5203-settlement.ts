// 5203: one settlement of the institution, as it was made; the cash fields have names of their own here.
import { certificateTypeOf } from '../credential.ts';
import { code, date, many, money, number, one, text, time } from '../field.ts';
import { fundFields, fundsOf, settlementFields, settlementOf } from '../fields.ts';
import { hospitalLevelOf } from '../hospital-level.ts';
import { timeText } from '../moment.ts';
import { transaction } from '../transaction.ts';

export const settlementName = {
  psn_no: text('人员编号', 30),
  setl_id: text('结算ID', 30),
  mdtrt_id: text('就诊ID', 30),
};

export const findSettlement = transaction({
  infno: '5203',
  label: '结算信息查询',
  input: { data: one(settlementName) },
  output: {
    setlinfo: one({
      ...settlementFields,
      flxempe_flag: code('灵活就业标志', 3),
      nwb_flag: code('新生儿标志', 3),
      insu_optins: text('参保机构医保区划', 6),
      emp_name: text('单位名称', 200),
      pay_loc: code('支付地点类别', 6),
      fixmedins_code: text('定点医药机构编号', 12),
      fixmedins_name: text('定点医药机构名称', 200),
      hosp_lv: code('医院等级', 6),
      fixmedins_poolarea: text('定点归属机构', 6),
      lmtpric_hosp_lv: code('限价医院等级', 6),
      dedc_hosp_lv: code('起付线医院等级', 6),
      begndate: date('开始日期'),
      enddate: date('结束日期'),
      psn_pay: money('个人支付金额'),
      cash_payamt: money('现金支付金额'),
      refd_setl_flag: code('退费结算标志', 3),
      year: text('年度', 4),
      dise_codg: text('病种编码', 30),
      dise_name: text('病种名称', 500),
      invono: text('发票号', 20),
      opter_id: text('经办人ID', 20),
      opter_name: text('经办人姓名', 50),
      opt_time: time('经办时间'),
      pref_fund_pay: money('优抚对象基金支出'),
      age: number('年龄', 4, 1),
    }),
    setldetail: many(fundFields),
  },
  async handle({ input: { data }, services, context, institution }) {
    const found = await services.inquiry.settlement(
      { context, institution },
      { settlementId: data.setl_id, visitId: data.mdtrt_id, personNo: data.psn_no },
    );
    if (!found.ok) return found;
    const { person, figures, businessDate, ...settled } = found.value;
    const settlement = settlementOf({
      ...{ visitId: settled.visitId, person, figures },
      ...{ today: businessDate, settledAt: timeText(settled.at), medType: settled.medType },
      ...{
        certificateType: certificateTypeOf(settled.credentialKind),
        clearingType: settled.clrType,
        msgid: settled.msgid,
      },
    });
    const level = institution.level === null ? '9' : String(institution.level);
    return {
      ok: true,
      value: {
        setlinfo: {
          setl_id: settled.settlementId,
          ...settlement,
          insu_optins: person.area,
          pay_loc: '2',
          fixmedins_code: institution.code,
          fixmedins_name: institution.name,
          hosp_lv: hospitalLevelOf(institution),
          fixmedins_poolarea: institution.area,
          dedc_hosp_lv: level,
          begndate: businessDate,
          enddate: businessDate,
          psn_pay: settlement.psn_part_amt,
          cash_payamt: settlement.psn_cash_pay,
          refd_setl_flag: settled.isReversed ? '1' : '0',
          year: businessDate.slice(0, 4),
          invono: settled.invoiceNo,
          opt_time: timeText(settled.at),
        },
        setldetail: fundsOf(person, figures),
      },
    };
  },
});
