// Whatever is wrong with a message, the cashier reads one sentence in the interface's own shape, and no money moves.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import {
  detail,
  presettlement,
  registration,
  settlement,
  tablets,
  toPresettlement,
  toSettlement,
} from '../../test/hospital-journey.ts';
import { families, openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalAnswer, HospitalWorld } from '../../test/hospital-world.ts';
import { giver, hospital, onlineOrders, patient } from '../../test/online-orders.ts';

const other = 'H21120000002';
const items = [tablets];
let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

const moneyOf = async () => {
  const people = await Promise.all([patient, giver].map(({ personNo }) => world.ledger.parts(personNo)));
  return people.flat().reduce((sum, { netFen }) => sum + netFen, 0);
};
let before = 0;
beforeEach(async () => {
  before = await moneyOf();
});
afterEach(async () => {
  expect(await moneyOf()).toBe(before);
});

const find = { data: { mdtrt_cert_type: '02', mdtrt_cert_no: patient.idNumber } };
/** The gateway's own refusal: nobody knows yet who sends. */
const isGateway = (answer: HospitalAnswer, message: string) =>
  expect(answer).toMatchObject({ status: 401, code: 401, message });
/** In the envelope: what is wrong, and what to do. */
function isSentence(answer: HospitalAnswer, words: RegExp) {
  expect(answer).toMatchObject({ status: 200, infcode: -1, output: {} });
  expect(answer.err_msg).toMatch(words);
  expect(answer.err_msg).toMatch(/[。；]$/);
}

describe('the sender', () => {
  test('did not sign', async () => {
    const headers = { _api_signature: undefined };
    isGateway(await world.call(hospital, '1101', find, { headers }), '缺少服务网关的请求头!');
  });
  test('has a wrong key, or one that nobody has', async () => {
    const headers = (changes: object) => ({ headers: { ...world.signed(hospital, '1101'), ...changes } });
    const wrong = await world.call(hospital, '1101', find, headers({ _api_signature: 'AAAA' }));
    isGateway(wrong, '签名不一致!');
    isGateway(await world.call(hospital, '1101', find, headers({ _api_access_key: 'NOBODY' })), '非法用户!');
  });
  test('signed more than thirty minutes ago', async () => {
    const headers = {
      ...world.signed(hospital, '1101'),
      _api_timestamp: String(1721789415123 - 31 * 60_000),
    };
    isGateway(await world.call(hospital, '1101', find, { headers }), '签名时间戳超时!');
  });
  test('is suspended', async () => {
    const set = (state: string) =>
      world.database.ownerPool.query('update gongji.institution set state = $2 where code = $1', [
        hospital,
        state,
      ]);
    await set('suspended');
    const refused = await world.call(hospital, '1101', find);
    await set('open');
    isSentence(refused, /本机构的接口已暂停使用.*医保经办机构/);
  });
});

describe('the message', () => {
  test('is the same msgid with other content', async () => {
    const msgid = world.msgid(hospital);
    await world.call(hospital, '2201', registration(patient), { msgid });
    const changed = { data: { ...registration(patient).data, dept_name: '儿科' } };
    isSentence(await world.call(hospital, '2201', changed, { msgid }), /msgid/);
  });
  test('is cut off, or five megabytes long', async () => {
    isSentence(await world.call(hospital, '1101', find, { body: '{"infno":"1101","inp' }), /不是完整的 JSON/);
    const body = JSON.stringify({ infno: '1101', input: 'x'.repeat(5_000_000) });
    isSentence(await world.call(hospital, '1101', find, { body }), /报文太大/);
  });
  test('is nested ten thousand deep', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const body = `{"infno":"1101","msgid":"M1","fixmedins_code":"${hospital}","input":{"data":${deep}}}`;
    isSentence(await world.call(hospital, '1101', find, { body }), /input\.data/);
  });
  test('has fields of a wrong type', async () => {
    for (const [changes, words] of [
      [{ medfee_sumamt: 'much' }, /medfee_sumamt（医疗费总额）应是数字/],
      [{ medfee_sumamt: 1.234 }, /medfee_sumamt（医疗费总额）最多 2 位小数/],
      [{ medfee_sumamt: -35 }, /medfee_sumamt（医疗费总额）不能是负数/],
      [{ mdtrt_id: { a: 1 } }, /mdtrt_id（就诊ID）应是文字/],
      [{ acct_used_flag: '9' }, /acct_used_flag（个人账户使用标志）的值 9 不在字典/],
    ] as const) {
      isSentence(await world.call(hospital, '2206', presettlement('vis_1', patient, items, changes)), words);
    }
    isSentence(await world.call(hospital, '2206', { data: [] }), /data/);
    isSentence(await world.call(hospital, '2206', 'text'), /input（交易输入）应是一个对象/);
  });
  test('is of a transaction that there is not', async () => {
    isSentence(await world.call(hospital, '9999', {}), /没有编号为 9999 的交易/);
  });
});

describe('the business', () => {
  test('is another institution’s visit', async () => {
    const { visitId, asked, shown } = await toPresettlement(world, hospital, patient, items);
    isSentence(await world.call(other, '2206', asked), /本机构没有这次就诊/);
    isSentence(await world.call(other, '2207', settlement(asked, shown)), /本机构没有这次就诊/);
    isSentence(
      await world.call(other, '2204', detail(visitId, patient, items, 'B2', 9)),
      /本机构没有这次就诊/,
    );
  });
  test('has no detail, changed detail, or a total that differs from the detail', async () => {
    const registered = await world.call(hospital, '2201', registration(patient));
    const empty = presettlement(registered.output.data.mdtrt_id, patient, items);
    isSentence(await world.call(hospital, '2206', empty), /没有(上传|找到).*明细|明细/);
    const { visitId, asked, shown } = await toPresettlement(world, hospital, patient, items);
    const total = await world.call(hospital, '2207', settlement(asked, shown, { medfee_sumamt: 36 }));
    isSentence(total, /medfee_sumamt/);
    await world.call(hospital, '2204', detail(visitId, patient, items, 'B1', 9));
    isSentence(await world.call(hospital, '2207', settlement(asked, shown)), /medfee_sumamt|明细/);
  });
  test('was reversed before', async () => {
    const { visitId, settlementId } = await toSettlement(world, hospital, patient, items);
    const name = { data: { setl_id: settlementId, mdtrt_id: visitId, psn_no: patient.personNo } };
    expect((await world.call(hospital, '2208', name)).err_msg).toBe('');
    isSentence(await world.call(hospital, '2208', name), /撤销|退/);
  });
  test('is of another day that was reconciled: revoking is refused, giving back is allowed', async () => {
    const { visitId, settlementId, msgid } = await toSettlement(world, hospital, patient, items);
    const { rows } = await world.database.appPool.query<
      Record<'total' | 'fund' | 'account' | 'count', string>
    >(
      // A bill that was given back is two rows that sum to nothing.
      `select coalesce(sum(b.total_fen) filter (where r is null), 0) as total,
         coalesce(sum(b.fund_fen) filter (where r is null), 0) as fund,
         coalesce(sum(b.own_account_fen + b.shared_fen) filter (where r is null), 0) as account,
         count(*) + count(r.settlement_id) as count
       from gongji.bill b join gongji.hospital_settlement s using (settlement_id)
       left join gongji.bill_reversal r using (settlement_id)
       where s.institution_code = $1 and s.insutype = '390' and s.clr_type = '11'`,
      [hospital],
    );
    const ours = rows[0]!;
    const yuan = (name: 'total' | 'fund' | 'account') => Number(ours[name]) / 100;
    const day = '2024-10-15';
    const totals = await world.call(hospital, '3201', {
      data: {
        ...{ insutype: '390', clr_type: '11', setl_optins: '211200', stmt_begndate: day, stmt_enddate: day },
        ...{ medfee_sumamt: yuan('total'), fund_pay_sumamt: yuan('fund'), acct_pay: yuan('account') },
        ...{ fixmedins_setl_cnt: Number(ours.count), fixmedins_refd_setl_flag: '0' },
      },
    });
    expect(totals.output.stmtinfo).toMatchObject({
      stmt_rslt: '0',
      stmt_rslt_dscr: expect.any(String) as string,
    });
    const start = { ...world.clock };
    world.clock.at = new Date('2024-10-16T09:00:00+08:00');
    world.clock.today = '2024-10-16';
    try {
      const revoked = { data: { psn_no: patient.personNo, omsgid: msgid, oinfno: '2207' } };
      isSentence(await world.call(hospital, '2601', revoked), /2024-10-15 的，当天已经对账平了.*结算撤销/);
      const name = { data: { setl_id: settlementId, mdtrt_id: visitId, psn_no: patient.personNo } };
      expect((await world.call(hospital, '2208', name)).err_msg).toBe('');
    } finally {
      Object.assign(world.clock, start);
    }
  });
  test('is of somebody who is not insured, or whose credential has expired', async () => {
    const suspended = families.find(({ status, area }) => status !== 'normal' && area === '211200')!;
    isSentence(await world.call(hospital, '2201', registration(suspended)), /不是正常参保状态/);
    const expired = onlineOrders(world).credential(patient, 6);
    const byCode = { data: { mdtrt_cert_type: '01', mdtrt_cert_no: expired } };
    isSentence(await world.call(hospital, '1101', byCode), /电子凭证已过期.*刷新/);
  });
});
