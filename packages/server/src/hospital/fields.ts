// Groups of fields that several transactions share, and how bills are written into them.
import type { Figures, PersonRecord } from '@gongji/service';
import { code, date, money, number, optional, text, time } from './field.ts';
import { identityOf } from './person.ts';

/** The patient's credential. Certificate, name and type are required on paper only in one province. */
export const credentialFields = {
  mdtrt_cert_type: code('就诊凭证类型', 3, 'mdtrt_cert_type'),
  mdtrt_cert_no: text('就诊凭证编号', 50),
  card_sn: optional(text('卡识别码', 32)),
  psn_cert_type: optional(text('证件类型', 6)),
  certno: optional(text('证件号码', 50)),
  psn_type: optional(text('人员类别', 6)),
  psn_name: optional(text('人员姓名', 50)),
};

export const diseaseFields = {
  dise_codg: optional(text('病种编码', 30)),
  dise_name: optional(text('病种名称', 500)),
};

export const extension = { exp_content: optional(text('字段扩展', 4000)) };
/** Some clients read the extension under another spelling. */
const bothExtensions = { ...extension, expContent: optional(text('字段扩展', 4000)) };

/** One line of a detail; 2204 and the purchases of pharmacies have more around it. */
export const lineFields = {
  feedetl_sn: text('费用明细流水号', 30),
  rxno: optional(text('处方号', 30)),
  rx_circ_flag: code('外购处方标志', 3),
  fee_ocur_time: time('费用发生时间'),
  med_list_codg: text('医疗目录编码', 50),
  medins_list_codg: text('医药机构目录编码', 150),
  det_item_fee_sumamt: money('明细项目费用总额'),
  cnt: number('数量', 16, 4),
  pric: number('单价', 16, 6),
  sin_dos_dscr: optional(text('单次剂量描述', 200)),
  used_frqu_dscr: optional(text('使用频次描述', 200)),
  prd_days: optional(number('周期天数', 6, 2)),
  medc_way_dscr: optional(text('用药途径描述', 200)),
  tcmdrug_used_way: optional(code('中药使用方式', 6)),
  // Not among the inputs of every edition; read where it is sent.
  hosp_appr_flag: optional(code('医院审批标志', 3, 'hosp_appr_flag')),
};

/** How the catalogue split a line. */
export const splitFields = {
  feedetl_sn: text('费用明细流水号', 30),
  det_item_fee_sumamt: money('明细项目费用总额'),
  cnt: number('数量', 16, 4),
  pric: number('单价', 16, 6),
  pric_uplmt_amt: number('定价上限金额', 16, 6),
  selfpay_prop: number('自付比例', 5, 4),
  fulamt_ownpay_amt: money('全自费金额'),
  overlmt_amt: money('超限价金额'),
  preselfpay_amt: money('先行自付金额'),
  inscp_scp_amt: money('符合政策范围金额'),
  chrgitm_lv: code('收费项目等级', 3),
  med_chrgitm_type: code('医疗收费项目类别', 6),
  bas_medn_flag: code('基本药物标志', 3),
  hi_nego_drug_flag: code('医保谈判药品标志', 3),
  chld_medc_flag: code('儿童用药标志', 3),
  list_sp_item_flag: code('目录特项标志', 3),
  lmt_used_flag: code('限制使用标志', 3),
  drt_reim_flag: code('直报标志', 3),
  memo: text('备注', 500),
  hosp_part_amt: money('医院负担金额'),
  ...bothExtensions,
};

const identityFields = {
  psn_no: text('人员编号', 30),
  psn_name: text('人员姓名', 50),
  psn_cert_type: code('人员证件类型', 6),
  certno: text('证件号码', 50),
  gend: code('性别', 6),
  naty: code('民族', 3),
  brdy: date('出生日期'),
  age: number('年龄', 4, 1),
  insutype: code('险种类型', 6),
  psn_type: code('人员类别', 6),
  cvlserv_flag: code('公务员标志', 3),
};

const splitSums = {
  fulamt_ownpay_amt: money('全自费金额'),
  overlmt_selfpay: money('超限价自费费用'),
  preselfpay_amt: money('先行自付金额'),
  inscp_scp_amt: money('符合政策范围金额'),
};
const moneyFields = {
  medfee_sumamt: money('医疗费总额'),
  ...splitSums,
  act_pay_dedc: money('实际支付起付线'),
  hifp_pay: money('基本医疗保险统筹基金支出'),
  pool_prop_selfpay: number('基本医疗保险统筹基金支付比例', 5, 4),
  cvlserv_pay: money('公务员医疗补助资金支出'),
  hifes_pay: money('企业补充医疗保险基金支出'),
  hifmi_pay: money('居民大病保险资金支出'),
  hifob_pay: money('职工大额医疗费用补助基金支出'),
  maf_pay: money('医疗救助基金支出'),
  hifdm_pay: money('伤残人员医疗保障基金支出'),
  oth_pay: money('其他支出'),
  fund_pay_sumamt: money('基金支付总额'),
  psn_part_amt: money('个人负担总金额'),
  acct_pay: money('个人账户支出'),
  psn_cash_pay: money('个人现金支出'),
  hosp_part_amt: money('医院负担金额'),
  balc: money('余额'),
  acct_mulaid_pay: money('个人账户共济支付金额'),
};

/** What every pre-settlement answers. */
export const presettlementFields = {
  mdtrt_id: text('就诊ID', 30),
  ...identityFields,
  setl_time: time('结算时间'),
  mdtrt_cert_type: code('就诊凭证类型', 3),
  med_type: code('医疗类别', 6),
  ...moneyFields,
  medins_setl_id: text('医药机构结算ID', 30),
  clr_optins: text('清算经办机构', 6),
  clr_way: code('清算方式', 6),
  clr_type: code('清算类别', 6),
  ...bothExtensions,
};

/** What every settlement and reversal answers. */
export const settlementFields = { setl_id: text('结算ID', 30), ...presettlementFields };

/** What each fund paid. */
export const fundFields = {
  fund_pay_type: code('基金支付类型', 6),
  inscp_scp_amt: money('符合政策范围金额'),
  crt_payb_lmt_amt: money('本次可支付限额金额'),
  fund_payamt: money('基金支付金额'),
  fund_pay_type_name: text('基金支付类型名称', 200),
  setl_proc_info: text('结算过程信息', 4000),
};

/** What 2207 sends back of the pre-settlement. */
export const echoedFields = { ...splitSums, overlmt_selfpay: money('超限价金额') };

/** Settlement by item, the only way there is here. */
const byItem = '1';

/** The kind of clearing of a kind of treatment. */
export function clearingTypeOf(medType: string, isPharmacy: boolean): string {
  if (isPharmacy) return '41';
  return medType === '13' || medType === '14' ? medType : '11';
}

/** The money of a bill; every identity of the interface holds by how it is made. `sign` -1 writes a refund. */
function moneyOf(figures: Figures, sign: 1 | -1 = 1) {
  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = figures;
  const { fundFen, ownAccountFen, sharedFen, cashFen } = figures;
  const signed = (fen: number): number => (fen === 0 ? 0 : sign * fen);
  const accountFen = ownAccountFen + sharedFen;
  return {
    medfee_sumamt: signed(totalFen),
    fulamt_ownpay_amt: signed(whollySelfPaidFen),
    overlmt_selfpay: signed(overPriceLimitFen),
    preselfpay_amt: signed(preSelfPaidFen),
    inscp_scp_amt: signed(totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen),
    act_pay_dedc: signed(figures.deductibleFen),
    hifp_pay: signed(fundFen),
    pool_prop_selfpay: figures.fundRatePerTenThousand / 10_000,
    fund_pay_sumamt: signed(fundFen),
    psn_part_amt: signed(accountFen + cashFen),
    acct_pay: signed(accountFen),
    psn_cash_pay: signed(cashFen),
    acct_mulaid_pay: signed(sharedFen),
  };
}

/** The pooled fund's line: the one fund that pays outpatient bills here. */
export function fundsOf({ scheme }: Pick<PersonRecord, 'scheme'>, figures: Figures, sign: 1 | -1 = 1) {
  const { inscp_scp_amt, fund_pay_sumamt } = moneyOf(figures, sign);
  const [fund_pay_type, fund_pay_type_name] =
    scheme === 'employee'
      ? (['310102', '职工门诊统筹基金'] as const)
      : (['390102', '居民门诊统筹基金'] as const);
  return [{ fund_pay_type, fund_pay_type_name, inscp_scp_amt, fund_payamt: fund_pay_sumamt }];
}

export interface WrittenBill {
  visitId: string;
  person: PersonRecord;
  figures: Figures;
  today: string;
  settledAt: string;
  certificateType: string;
  medType: string;
  clearingType: string;
  msgid: string;
}

/** One settlement as the interface writes it. */
export function settlementOf(bill: WrittenBill, sign: 1 | -1 = 1) {
  const { person, figures } = bill;
  return {
    mdtrt_id: bill.visitId,
    ...identityOf(person, bill.today),
    setl_time: bill.settledAt,
    mdtrt_cert_type: bill.certificateType,
    med_type: bill.medType,
    ...moneyOf(figures, sign),
    balc: figures.balanceFen,
    medins_setl_id: bill.msgid,
    clr_optins: person.area,
    clr_way: byItem,
    clr_type: bill.clearingType,
  };
}
