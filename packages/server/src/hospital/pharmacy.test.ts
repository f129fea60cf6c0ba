// A pharmacy's purchase, and the reconciliation of a day with the differences that a real day has.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenIdentities, enteric, purchase, tablets, toSettlement } from '../../test/hospital-journey.ts';
import { families, openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';

const pharmacy = 'P21120000001';
const hospital = 'H21120000003';
const items = [tablets, enteric];
const employee = families.find(
  ({ area, scheme, status, parts }) =>
    area === '211200' && scheme === 'employee' && status === 'normal' && parts.length > 1,
)!;
let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

test('a purchase is shown, settled exactly as shown, and given back once', async () => {
  const shown = await world.call(pharmacy, '2101', purchase(employee, items));
  expect(shown.err_msg).toBe('');
  expect(brokenIdentities(shown.output.setlinfo)).toEqual([]);
  expect(shown.output.detlcutinfo).toMatchObject([{ feedetl_sn: '1' }, { feedetl_sn: '2', overlmt_amt: 6 }]);
  const other = await world.call(pharmacy, '2102', purchase(employee, [tablets]));
  expect(other.err_msg).toMatch(/没有找到这笔费用的预结算/);
  const settled = await world.call(pharmacy, '2102', purchase(employee, items, { invono: 'I9' }));
  const { setl_id, medins_setl_id, ...taken } = settled.output.setlinfo;
  expect(medins_setl_id).toMatch(/^P21120000001/);
  expect(shown.output.setlinfo).toMatchObject(taken);
  expect(settled.output.detlcutinfo).toEqual(shown.output.detlcutinfo);
  expect(settled.output.setlinfo).toMatchObject({ clr_type: '41' });
  const { mdtrt_id } = settled.output.setlinfo;
  const data = { setl_id, mdtrt_id, psn_no: employee.personNo };
  const reversed = await world.call(pharmacy, '2103', { data });
  expect(reversed.output.setlinfo.medfee_sumamt).toBe(-taken.medfee_sumamt);
  expect((await world.call(pharmacy, '2103', { data })).err_msg).toMatch(/已经退过了/);
  expect((await world.ledger.verify()).problems).toEqual([]);
});

test('a day is even when both sides have the same rows, and each difference is told', async () => {
  const first = await toSettlement(world, hospital, employee, items);
  const second = await toSettlement(world, hospital, employee, items);
  const reversal = { setl_id: second.settlementId, mdtrt_id: second.visitId, psn_no: employee.personNo };
  expect((await world.call(hospital, '2208', { data: reversal })).err_msg).toBe('');
  const { medfee_sumamt, fund_pay_sumamt, acct_pay } = first.settled.output.setlinfo;
  const days = {
    ...{ insutype: '310', clr_type: '11', setl_optins: '211200', fixmedins_refd_setl_flag: '0' },
    ...{ stmt_begndate: '2024-10-15', stmt_enddate: '2024-10-15' },
  };
  const totals = { medfee_sumamt, fund_pay_sumamt, acct_pay, fixmedins_setl_cnt: 3 };
  const even = await world.call(hospital, '3201', { data: { ...days, ...totals } });
  expect(even.output.stmtinfo).toMatchObject({ stmt_rslt: '0' });
  const off = await world.call(hospital, '3201', { data: { ...days, ...totals, acct_pay: acct_pay + 1 } });
  expect(off.output.stmtinfo.stmt_rslt).toBe('1');
  expect(off.output.stmtinfo.stmt_rslt_dscr).toMatch(/个人账户支付/);

  const row = (settlement: typeof first, sign: 1 | -1, changes: { total?: number; id?: string } = {}) => {
    const shown = settlement.settled.output.setlinfo;
    return [
      ...[changes.id ?? settlement.settlementId, settlement.visitId, employee.personNo],
      ...[changes.total ?? sign * shown.medfee_sumamt, sign * shown.fund_pay_sumamt, sign * shown.acct_pay],
      sign === 1 ? '0' : '1',
    ].join('\t');
  };
  const file = [row(first, 1, { total: 1 }), row(second, 1), row(first, 1, { id: 'set_theirs' })].join('\n');
  const uploaded = await world.call(hospital, '9101', {
    fsUploadIn: { in: [...Buffer.from(file)], filename: 'day.txt', fixmedins_code: hospital },
  });
  const compared = await world.call(hospital, '3202', {
    data: { ...days, ...totals, cash_payamt: 0, file_qury_no: uploaded.output.file_qury_no },
  });
  expect(compared.err_msg).toBe('');
  const { file_qury_no, filename } = compared.output.fileinfo;
  const result = await world.download(hospital, file_qury_no, filename);
  const rows = result
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.map((cells) => [cells[2], cells[4], cells[5], cells[6]?.slice(0, 8)]).sort()).toEqual(
    [
      [first.settlementId, '1', '0', '医疗费总额：医保'],
      [second.settlementId, '0', '0', ''],
      [second.settlementId, '1', '1', '医保有，机构没有'],
      ['set_theirs', '1', '0', '机构有，医保没有'],
    ].sort(),
  );
  expect(rows.find((cells) => cells[2] === first.settlementId)?.[3]).toBe(first.msgid);
  // The next day it is too late to undo a message of the day that was found even; a refund is still possible.
  world.clock.at = new Date('2024-10-16T10:30:00+08:00');
  world.clock.today = '2024-10-16';
  const revoked = { psn_no: employee.personNo, omsgid: first.msgid, oinfno: '2207' };
  expect((await world.call(hospital, '2601', { data: revoked })).err_msg).toMatch(/当天已经对账平了/);
  const late = { setl_id: first.settlementId, mdtrt_id: first.visitId, psn_no: employee.personNo };
  expect((await world.call(hospital, '2208', { data: late })).err_msg).toBe('');
});
