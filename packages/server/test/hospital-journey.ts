// The messages of a hospital's and a pharmacy's day, filled in the way their software does.
import type { SamplePerson } from '@gongji/sample';
import type { HospitalAnswer, HospitalWorld } from './hospital-world.ts';

export interface Item {
  code: string;
  /** Yuan. */
  price: number;
  count: number;
}
/** Class A, no limit: 35.00 yuan. */
export const tablets: Item = { code: 'XS-N02BE-001', price: 0.35, count: 100 };
/** Class B, 10 % pre-self-paid, above its limit of 6.50: 71.00 yuan. */
export const enteric: Item = { code: 'XS-A02BC-007', price: 7.1, count: 10 };

const time = '2024-10-15 10:20:00';
const yuan = (fen: number) => fen / 100;
const totalFen = (items: readonly Item[]) =>
  items.reduce((total, item) => total + Math.round(item.price * item.count * 100), 0);

const byCard = (patient: SamplePerson) => ({
  mdtrt_cert_type: '02',
  mdtrt_cert_no: patient.idNumber,
  card_sn: '',
  psn_cert_type: '01',
  certno: '',
  psn_type: '',
  psn_name: '',
});
const insutype = (patient: SamplePerson) => (patient.scheme === 'employee' ? '310' : '390');

const line = (item: Item, lineNo: string) => ({
  feedetl_sn: lineNo,
  rx_circ_flag: '0',
  fee_ocur_time: time,
  med_list_codg: item.code,
  medins_list_codg: `OWN-${item.code}`,
  det_item_fee_sumamt: yuan(totalFen([item])),
  cnt: item.count,
  pric: item.price,
});

export const registration = (patient: SamplePerson) => ({
  data: {
    psn_no: patient.personNo,
    insutype: insutype(patient),
    begntime: time,
    ...byCard(patient),
    ipt_otp_no: `OTP${patient.personNo}`,
    dept_code: 'D01',
    dept_name: '全科',
    caty: 'A02',
  },
});

export const visitTold = (visitId: string, patient: SamplePerson, medType = '11', disease = 'J06.900') => ({
  mdtrtinfo: {
    mdtrt_id: visitId,
    psn_no: patient.personNo,
    med_type: medType,
    begntime: time,
    dise_codg: disease,
    dise_name: '示例诊断',
  },
  diseinfo: [
    {
      ...{ diag_type: '1', diag_srt_no: 1, diag_code: disease, diag_name: '示例诊断', diag_dept: 'D01' },
      ...{ dise_dor_no: 'DR01', dise_dor_name: '示医生', diag_time: time, vali_flag: '1' },
    },
  ],
});

export const detail = (
  visitId: string,
  patient: SamplePerson,
  items: readonly Item[],
  batch = 'B1',
  from = 1,
) => ({
  feedetail: items.map((item, index) => ({
    ...line(item, String(from + index)),
    ...{ mdtrt_id: visitId, psn_no: patient.personNo, chrg_bchno: batch, hosp_appr_flag: '0' },
    ...{ bilg_dept_codg: 'D01', bilg_dept_name: '全科', bilg_dr_codg: 'DR01', bilg_dr_name: '示医生' },
  })),
});

export const presettlement = (
  visitId: string,
  patient: SamplePerson,
  items: readonly Item[],
  changes: object = {},
) => ({
  data: {
    psn_no: patient.personNo,
    ...byCard(patient),
    med_type: '11',
    medfee_sumamt: yuan(totalFen(items)),
    psn_setlway: '01',
    mdtrt_id: visitId,
    chrg_bchno: 'B1',
    acct_used_flag: '2',
    insutype: insutype(patient),
    ...changes,
  },
});

/** What the software sends to settle, with what the pre-settlement answered. */
export const settlement = (asked: { data: object }, shown: HospitalAnswer, changes: object = {}) => {
  const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = shown.output.setlinfo;
  return {
    data: {
      ...asked.data,
      ...{ fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, invono: 'I1' },
      ...changes,
    },
  };
};

export const purchase = (patient: SamplePerson, items: readonly Item[], changes: object = {}) => ({
  druginfo: {
    psn_no: patient.personNo,
    ...byCard(patient),
    begntime: time,
    medfee_sumamt: yuan(totalFen(items)),
    insutype: insutype(patient),
    acct_used_flag: '2',
    med_type: '41',
    ...changes,
  },
  drugdetail: items.map((item, index) => line(item, String(index + 1))),
});

/** Registers, tells, uploads and pre-settles; the inputs and answers of each. */
export async function toPresettlement(
  world: HospitalWorld,
  code: string,
  patient: SamplePerson,
  items: readonly Item[],
  changes: object = {},
) {
  const registered = await world.call(code, '2201', registration(patient));
  const visitId = registered.output.data?.mdtrt_id;
  const told = await world.call(code, '2203', visitTold(visitId, patient));
  const uploaded = await world.call(code, '2204', detail(visitId, patient, items));
  const asked = presettlement(visitId, patient, items, changes);
  const shown = await world.call(code, '2206', asked);
  return { visitId, registered, told, uploaded, asked, shown };
}

/** The whole journey; `settled` is the answer to 2207. */
export async function toSettlement(
  world: HospitalWorld,
  code: string,
  patient: SamplePerson,
  items: readonly Item[],
  changes: object = {},
) {
  const before = await toPresettlement(world, code, patient, items, changes);
  const msgid = world.msgid(code);
  const input = settlement(before.asked, before.shown);
  const settled = await world.call(code, '2207', input, { msgid });
  const settlementId = settled.output.setlinfo?.setl_id;
  return { ...before, input, msgid, settled, settlementId };
}

const cents = (value: number) => Math.round(value * 100);

/** Which of the interface's identities a `setlinfo` breaks; empty when none. */
export function brokenIdentities(setlinfo: object): string[] {
  const fen = (name: string) => cents(Number(Reflect.get(setlinfo, name)));
  const funds = [
    'hifp_pay',
    'cvlserv_pay',
    'hifes_pay',
    'hifmi_pay',
    'hifob_pay',
    'maf_pay',
    'hifdm_pay',
    'oth_pay',
  ];
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + fen(name), 0);
  const identities: [string, boolean][] = [
    ['payers', fen('medfee_sumamt') === sum(['fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt'])],
    ['person', fen('psn_part_amt') === sum(['acct_pay', 'psn_cash_pay'])],
    ['shared', Math.abs(fen('acct_mulaid_pay')) <= Math.abs(fen('acct_pay'))],
    [
      'split',
      fen('medfee_sumamt') ===
        sum(['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt']),
    ],
    ['funds', fen('fund_pay_sumamt') === sum(funds)],
  ];
  return identities.flatMap(([name, holds]) => (holds ? [] : [name]));
}
