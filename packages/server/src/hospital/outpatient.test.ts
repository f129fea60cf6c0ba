// An outpatient journey by messages: what is shown is what is taken, once, and given back exactly.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  brokenIdentities,
  detail,
  enteric,
  presettlement,
  registration,
  settlement,
  tablets,
  toPresettlement,
  toSettlement,
} from '../../test/hospital-journey.ts';
import { families, openHospitalWorld, sample } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';

const hospital = 'H21120000001';
const other = 'H21120000002';
const items = [tablets, enteric];
let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

/** A member without an own account whose giver has money: relatives pay. */
const relation = sample.relations.find(({ giverNo, memberNo }) => {
  const giver = families.find(({ personNo }) => personNo === giverNo);
  const member = families.find(({ personNo }) => personNo === memberNo);
  return giver?.area === '211200' && member?.area === '211200' && member.scheme === 'resident';
})!;
const patient = families.find(({ personNo }) => personNo === relation.memberNo)!;
const giver = families.find(({ personNo }) => personNo === relation.giverNo)!;
const employee = families.find(
  ({ area, scheme, status, parts }) =>
    area === '211200' && scheme === 'employee' && status === 'normal' && parts.length > 1,
)!;
const balanceOf = async (personNo: string) =>
  (await world.ledger.parts(personNo)).reduce((total, part) => total + part.netFen, 0);

describe('a journey', () => {
  test('is answered step by step, every money identity holds, and 2207 takes what 2206 showed', async () => {
    const before = await balanceOf(giver.personNo);
    const { registered, told, uploaded, shown, settled, msgid } = await toSettlement(
      world,
      hospital,
      patient,
      items,
    );
    expect(
      [registered, told, uploaded, shown, settled].map(({ infcode, err_msg }) => [infcode, err_msg]),
    ).toEqual(Array(5).fill([0, '']));
    expect(uploaded.output.result).toMatchObject([
      { feedetl_sn: '1', inscp_scp_amt: 35, chrgitm_lv: '01', hi_nego_drug_flag: '' },
      { feedetl_sn: '2', overlmt_amt: 6, preselfpay_amt: 6.5, inscp_scp_amt: 58.5, chrgitm_lv: '02' },
    ]);
    expect(brokenIdentities(shown.output.setlinfo)).toEqual([]);
    const { setl_id, medins_setl_id, setl_time, ...taken } = settled.output.setlinfo;
    expect(shown.output.setlinfo).toMatchObject(taken);
    expect(setl_id).toMatch(/^set_/);
    expect(setl_id.length).toBeLessThanOrEqual(30);
    expect(medins_setl_id).toBe(msgid);
    expect(setl_time).toBe('2024-10-15 10:30:00');
    expect(taken).toMatchObject({ clr_type: '11', clr_way: '1', insutype: '390', naty: '', hifdm_pay: 0 });
    expect(taken.acct_mulaid_pay).toBeGreaterThan(0);
    expect(await balanceOf(giver.personNo)).toBe(before - Math.round(taken.acct_mulaid_pay * 100));
    expect(JSON.stringify(settled)).not.toContain(giver.name);
    expect(JSON.stringify(settled)).not.toContain(giver.personNo);
    expect(settled.output.setldetail).toMatchObject([{ fund_pay_type: '390102' }]);
  });

  test('tells the patient and the giver at once', async () => {
    const { settlementId } = await toSettlement(world, hospital, patient, items);
    expect(await world.told(`${settlementId}:`)).toEqual([
      { kind: 'money-used', personNo: giver.personNo },
      { kind: 'settled', personNo: patient.personNo },
    ]);
  });

  test('of an employee uses the own account and says what is left on it', async () => {
    const before = await balanceOf(employee.personNo);
    const { settled } = await toSettlement(world, hospital, employee, items, { acct_used_flag: '1' });
    const { acct_pay, acct_mulaid_pay, balc } = settled.output.setlinfo;
    expect(acct_pay).toBeGreaterThan(0);
    expect(acct_mulaid_pay).toBe(0);
    expect(Math.round(balc * 100)).toBe(before - Math.round(acct_pay * 100));
  });

  test('uses no account with flag 0, and relatives’ with flag 1 where the area says so', async () => {
    const none = await toPresettlement(world, hospital, patient, items, { acct_used_flag: '0' });
    expect(none.shown.output.setlinfo).toMatchObject({ acct_pay: 0, acct_mulaid_pay: 0 });
    const one = await toPresettlement(world, hospital, patient, items, { acct_used_flag: '1' });
    expect(one.shown.output.setlinfo.acct_mulaid_pay).toBeGreaterThan(0);
  });
});

describe('once only', () => {
  test('the same 2207 again, also at the same moment, is answered alike and takes nothing more', async () => {
    const { asked, shown } = await toPresettlement(world, hospital, patient, items);
    const before = await balanceOf(giver.personNo);
    const msgid = world.msgid(hospital);
    const send = () => world.call(hospital, '2207', settlement(asked, shown), { msgid });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    answers.push(await send());
    expect(new Set(answers.map(({ infcode, output }) => JSON.stringify([infcode, output]))).size).toBe(1);
    const paid = answers[0]?.output.setlinfo.acct_mulaid_pay ?? Number.NaN;
    expect(await balanceOf(giver.personNo)).toBe(before - Math.round(paid * 100));
    const changed = settlement(asked, shown, { invono: 'I2' });
    expect((await world.call(hospital, '2207', changed, { msgid })).err_msg).toMatch(
      /msgid）已经用过，这次的内容不同/,
    );
    expect((await world.call(hospital, '2201', registration(patient), { msgid })).err_msg).toMatch(
      /已经用过/,
    );
  });

  test('a batch of detail that is sent twice is there once, and a line with other content is refused', async () => {
    const { visitId, uploaded, asked } = await toPresettlement(world, hospital, patient, items);
    const again = await world.call(hospital, '2204', detail(visitId, patient, items));
    expect(again.output).toEqual(uploaded.output);
    expect((await world.call(hospital, '2206', asked)).infcode).toBe(0);
    const other = await world.call(hospital, '2204', detail(visitId, patient, [{ ...tablets, count: 7 }]));
    expect(other.err_msg).toMatch(/明细流水号 1 在这次就诊里已经有了/);
  });

  test('a batch is settled once, however many messages ask for it', async () => {
    const { asked, shown } = await toPresettlement(world, hospital, patient, items);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => world.call(hospital, '2207', settlement(asked, shown))),
    );
    expect(answers.filter(({ infcode }) => infcode === 0).length).toBe(1);
    for (const { infcode, err_msg } of answers) if (infcode !== 0) expect(err_msg).toMatch(/已经结算/);
  });
});

describe('a reversal', () => {
  test('gives everything back, once, with negative amounts and both spellings of cash', async () => {
    const before = await balanceOf(giver.personNo);
    const { visitId, settled, settlementId } = await toSettlement(world, hospital, patient, items);
    const input = { data: { setl_id: settlementId, mdtrt_id: visitId, psn_no: patient.personNo } };
    const msgid = world.msgid(hospital);
    const reversed = await world.call(hospital, '2208', input, { msgid });
    expect(reversed.err_msg).toBe('');
    expect(brokenIdentities(reversed.output.setlinfo)).toEqual([]);
    expect(reversed.output.setlinfo.acct_mulaid_pay).toBe(-settled.output.setlinfo.acct_mulaid_pay);
    expect(reversed.output.setlinfo.pdn_cash_pay).toBe(reversed.output.setlinfo.psn_cash_pay);
    expect(await balanceOf(giver.personNo)).toBe(before);
    const again = await world.call(hospital, '2208', input, { msgid });
    expect(again.output).toEqual(reversed.output);
    expect((await world.call(hospital, '2208', input)).err_msg).toMatch(/已经退过了/);
    expect(await balanceOf(giver.personNo)).toBe(before);
    expect((await world.ledger.verify()).problems).toEqual([]);
  });

  test('of another institution, patient or visit is refused', async () => {
    const { visitId, settlementId } = await toSettlement(world, hospital, patient, items);
    const data = { setl_id: settlementId, mdtrt_id: visitId, psn_no: patient.personNo };
    const says = async (code: string, changes: object) =>
      expect((await world.call(code, '2208', { data: { ...data, ...changes } })).err_msg).toMatch(
        /没有这笔结算/,
      );
    await says(other, {});
    await says(hospital, { psn_no: giver.personNo });
    await says(hospital, { mdtrt_id: 'vis_x' });
    await says(hospital, { setl_id: 'set_x' });
  });
});

describe('2601', () => {
  const revoke = (omsgid: string, oinfno = '2207', changes: object = {}) =>
    world.call(hospital, '2601', { data: { psn_no: patient.personNo, omsgid, oinfno, ...changes } });
  test('undoes a settlement whose answer was lost', async () => {
    const before = await balanceOf(giver.personNo);
    const { msgid } = await toSettlement(world, hospital, patient, items);
    expect(await revoke(msgid)).toMatchObject({ infcode: 0, output: {} });
    expect(await balanceOf(giver.personNo)).toBe(before);
    expect((await revoke(msgid)).err_msg).toMatch(/已经退过了/);
  });
  test('of a message that never came lets it do nothing when it comes', async () => {
    const { asked, shown } = await toPresettlement(world, hospital, patient, items);
    const before = await balanceOf(giver.personNo);
    const msgid = world.msgid(hospital);
    expect(await revoke(msgid)).toMatchObject({ infcode: 0 });
    expect((await world.call(hospital, '2207', settlement(asked, shown), { msgid })).err_msg).toMatch(
      /已被冲正/,
    );
    expect(await balanceOf(giver.personNo)).toBe(before);
    expect(await revoke(msgid)).toMatchObject({ infcode: 0 });
  });
  test('at the same moment as its original leaves nothing taken', async () => {
    const before = await balanceOf(giver.personNo);
    for (let round = 0; round < 6; round += 1) {
      const { asked, shown } = await toPresettlement(world, hospital, patient, items);
      const msgid = world.msgid(hospital);
      const [, revoked] = await Promise.all([
        world.call(hospital, '2207', settlement(asked, shown), { msgid }),
        revoke(msgid),
      ]);
      expect(revoked).toMatchObject({ infcode: 0 });
      expect(await balanceOf(giver.personNo)).toBe(before);
    }
  });
  test('undoes settlements only, of this patient, by their own number', async () => {
    const { msgid } = await toSettlement(world, hospital, patient, items);
    expect((await revoke(msgid, '2204')).err_msg).toMatch(/只有交易 2102、2207 可以冲正/);
    expect((await revoke(msgid, '2102')).err_msg).toMatch(/原报文不是 2102 交易/);
    expect((await revoke(msgid, '2207', { psn_no: giver.personNo })).err_msg).toMatch(/人员编号与原结算不符/);
  });
});

describe('the cashier reads a sentence, and no money moves, when', () => {
  test('the detail was changed, withdrawn or is missing', async () => {
    const { visitId, asked, shown } = await toPresettlement(world, hospital, patient, items);
    const settle = async (changes: object = {}) =>
      (await world.call(hospital, '2207', settlement(asked, shown, changes))).err_msg;
    expect(await settle({ medfee_sumamt: 100 })).toMatch(/医疗费总额（medfee_sumamt）与上传的明细不一致/);
    expect(await settle({ preselfpay_amt: 1 })).toMatch(/先行自付金额（preselfpay_amt）与上传的明细不一致/);
    expect(await settle({ inscp_scp_amt: 1 })).toMatch(/符合政策范围金额（inscp_scp_amt）/);
    expect(await settle({ acct_used_flag: '0' })).toMatch(
      /个人账户使用标志（acct_used_flag）在预结算之后变了/,
    );
    expect(await settle({ chrg_bchno: 'B2' })).toMatch(/收费批次 B2 没有费用明细/);
    await world.call(hospital, '2204', detail(visitId, patient, [tablets], 'B1', 3));
    expect(await settle()).toMatch(/医疗费总额（medfee_sumamt）与上传的明细不一致/);
    const withdrawn = { mdtrt_id: visitId, chrg_bchno: '0000', psn_no: patient.personNo };
    expect(await world.call(hospital, '2205', { data: withdrawn })).toMatchObject({ infcode: 0 });
    expect(await settle()).toMatch(/没有费用明细/);
    await world.call(hospital, '2204', detail(visitId, patient, items));
    expect(await settle()).toMatch(/费用明细在预结算之后变了/);
  });
  test('there is no pre-settlement', async () => {
    const registered = await world.call(hospital, '2201', registration(patient));
    const visitId = registered.output.data.mdtrt_id;
    await world.call(hospital, '2204', detail(visitId, patient, [tablets]));
    const zero = { fulamt_ownpay_amt: 0, overlmt_selfpay: 0, preselfpay_amt: 0, inscp_scp_amt: 35 };
    const data = { ...presettlement(visitId, patient, [tablets]).data, ...zero };
    expect((await world.call(hospital, '2207', { data })).err_msg).toMatch(/没有找到这笔费用的预结算/);
  });
  test('the visit is another institution’s or cancelled, or the credential another person’s', async () => {
    const { visitId, asked } = await toPresettlement(world, hospital, patient, items);
    expect((await world.call(other, '2206', asked)).err_msg).toMatch(/本机构没有这次就诊/);
    const others = { ...asked.data, mdtrt_cert_no: giver.idNumber };
    expect((await world.call(hospital, '2206', { data: others })).err_msg).toMatch(
      /人员编号与就诊凭证上的人不一致/,
    );
    const cancel = {
      data: { psn_no: patient.personNo, mdtrt_id: visitId, ipt_otp_no: `OTP${patient.personNo}` },
    };
    expect((await world.call(hospital, '2202', cancel)).err_msg).toMatch(/还没撤销|没撤销/);
    await world.call(hospital, '2205', { data: { ...cancel.data, chrg_bchno: 'B1' } });
    expect(await world.call(hospital, '2202', cancel)).toMatchObject({ infcode: 0 });
    expect((await world.call(hospital, '2206', asked)).err_msg).toMatch(/本机构没有这次就诊/);
  });
  test('an item is unknown, which is answered by its code', async () => {
    const registered = await world.call(hospital, '2201', registration(patient));
    const visitId = registered.output.data.mdtrt_id;
    const unknown = detail(visitId, patient, [{ ...tablets, code: 'NO-SUCH' }]);
    expect((await world.call(hospital, '2204', unknown)).err_msg).toMatch(/NO-SUCH/);
  });
  test('the patient is not insured, or the electronic credential has expired', async () => {
    const suspended = families.find(({ status, area }) => status !== 'normal' && area === '211200')!;
    expect((await world.call(hospital, '2201', registration(suspended))).err_msg).toMatch(/不是正常参保状态/);
    const withCode = async (minute: number) => {
      const issued = await world.services.hospital.credentials({
        actor: { kind: 'person' as const, personNo: patient.personNo, area: patient.area },
        at: new Date(world.clock.at.getTime() - minute * 60_000),
        today: world.clock.today,
        channel: 'web',
      });
      if (!issued.ok) expect.fail('no credential');
      const { credential } = issued.value.items[0]!;
      expect(credential.length).toBeLessThanOrEqual(50);
      const data = { mdtrt_cert_type: '01', mdtrt_cert_no: credential };
      return world.call(hospital, '1101', { data });
    };
    expect((await withCode(4)).output.baseinfo.psn_no).toBe(patient.personNo);
    expect((await withCode(6)).err_msg).toMatch(/电子凭证已过期/);
  });
});
