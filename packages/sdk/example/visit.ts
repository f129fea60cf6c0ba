// One patient's visit by messages: found, registered, told of, charged, shown and settled; every identity of the money checked.
import type { InstitutionClient, OutputOf } from '../src/index.ts';
import type { Item, Patient } from './world.ts';

type Settled = OutputOf<'2207'>['setlinfo'];

/** What the hospital keeps of a settlement, in its own books. */
export interface Entry {
  settlementId: string;
  visitId: string;
  personNo: string;
  insutype: string;
  msgid: string;
  settled: Settled;
}

export interface ReadyToSettle {
  input: { data: Record<string, unknown> };
  visitId: string;
  personNo: string;
  insutype: string;
}

const fen = (yuan: number): number => Math.round(yuan * 100);

/** Everything up to the pre-settlement. `serial` makes the hospital's own numbers. */
export async function prepare(
  client: InstitutionClient,
  patient: Patient,
  items: readonly Item[],
  serial: string,
  today: string,
): Promise<ReadyToSettle> {
  const credential = { mdtrt_cert_type: '02' as const, mdtrt_cert_no: patient.idNumber };
  const found = await client.call('1101', { data: credential });
  const { psn_no } = found.output.baseinfo;
  const insutype = found.output.insuinfo[0]?.insutype ?? '';
  const begntime = `${today} 09:00:00`;
  const registered = await client.call('2201', {
    data: {
      ...credential,
      ...{ psn_no, insutype, begntime, ipt_otp_no: serial },
      ...{ dept_code: 'A03', dept_name: '内科', caty: 'A03', atddr_no: 'D211200000001', dr_name: '示例医师' },
    },
  });
  const { mdtrt_id } = registered.output.data;
  await client.call('2203', {
    mdtrtinfo: {
      ...{ mdtrt_id, psn_no, med_type: '11', begntime },
      ...{ dise_codg: 'J00', dise_name: '急性鼻咽炎', main_cond_dscr: '咳嗽三天' },
    },
    diseinfo: [
      {
        ...{ diag_type: '1', diag_srt_no: 1, diag_code: 'J00', diag_name: '急性鼻咽炎', diag_dept: '内科' },
        ...{ dise_dor_no: 'D211200000001', dise_dor_name: '示例医师', diag_time: begntime, vali_flag: '1' },
      },
    ],
  });
  const charged = items.map((item, index) => ({
    ...{ feedetl_sn: `${serial}${index + 1}`, mdtrt_id, psn_no, chrg_bchno: serial, rx_circ_flag: '0' },
    ...{ fee_ocur_time: begntime, med_list_codg: item.code, medins_list_codg: `H-${item.code}` },
    ...{ cnt: index + 1, pric: item.price, det_item_fee_sumamt: fen(item.price * (index + 1)) / 100 },
    ...{ bilg_dept_codg: 'A03', bilg_dept_name: '内科', bilg_dr_codg: 'D211200000001' },
    ...{ bilg_dr_name: '示例医师', hosp_appr_flag: '0' as const },
  }));
  await client.call('2204', { feedetail: charged });
  const medfee_sumamt = charged.reduce((sum, line) => sum + fen(line.det_item_fee_sumamt), 0) / 100;
  const bill = {
    ...credential,
    ...{ psn_no, med_type: '11', medfee_sumamt, psn_setlway: '01', mdtrt_id, chrg_bchno: serial, insutype },
    acct_used_flag: '2' as const,
  };
  const shown = (await client.call('2206', { data: bill })).output.setlinfo;
  checkMoney(shown);
  const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = shown;
  return {
    input: { data: { ...bill, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } },
    ...{ visitId: mdtrt_id, personNo: psn_no, insutype },
  };
}

/** Settles what was prepared, under `msgid` when one is given. */
export async function settle(
  client: InstitutionClient,
  ready: ReadyToSettle,
  msgid?: string,
): Promise<Entry> {
  const { input, ...names } = ready;
  const answer = await client.call(
    '2207',
    input as Parameters<typeof client.call<'2207'>>[1],
    msgid === undefined ? {} : { msgid },
  );
  const { setlinfo } = answer.output;
  checkMoney(setlinfo);
  return { ...names, settlementId: setlinfo.setl_id, msgid: answer.msgid, settled: setlinfo };
}

/** The identities of the interface; a cashier must be able to rely on each of them. */
function checkMoney(bill: OutputOf<'2206'>['setlinfo']): void {
  const { medfee_sumamt, fund_pay_sumamt, psn_part_amt, hosp_part_amt, acct_pay, psn_cash_pay } = bill;
  const holds =
    fen(medfee_sumamt) === fen(fund_pay_sumamt) + fen(psn_part_amt) + fen(hosp_part_amt) &&
    fen(psn_part_amt) === fen(acct_pay) + fen(psn_cash_pay) &&
    fen(bill.acct_mulaid_pay) <= fen(acct_pay) &&
    fen(medfee_sumamt) ===
      fen(bill.fulamt_ownpay_amt) +
        fen(bill.overlmt_selfpay) +
        fen(bill.preselfpay_amt) +
        fen(bill.inscp_scp_amt);
  if (!holds) throw new Error(`就诊 ${bill.mdtrt_id} 的金额不符合接口的恒等式`);
}
