// Online orders by messages: shown, paid with the patient's own credential, given back, withdrawn.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detail, presettlement, tablets, toSettlement } from '../../test/hospital-journey.ts';
import { openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';
import { camel, dataOf, giver, hospital, items, onlineOrders, patient } from '../../test/online-orders.ts';

const other = 'H21120000002';
let world: HospitalWorld;
let orders: ReturnType<typeof onlineOrders>;
beforeAll(async () => {
  world = await openHospitalWorld();
  orders = onlineOrders(world);
});
afterAll(() => world.close());

describe('an order', () => {
  test('is shown, paid by relatives with the patient’s own credential and completed', async () => {
    const before = await orders.giverBalance();
    const one = await orders.uploaded();
    expect(await orders.giverBalance()).toBe(before);
    expect((await orders.find(one)).ordStas).toBe('1');
    const answer = await orders.pay(one);
    expect(answer.err_msg).toBe('');
    const money = dataOf(answer);
    const { feeSumamt, ownPayAmt, psnAcctPay, fundPay } = money;
    expect(one.extData).toMatchObject({ feeSumamt, ownPayAmt, psnAcctPay, fundPay });
    expect(Math.round((ownPayAmt + psnAcctPay + fundPay) * 100)).toBe(Math.round(feeSumamt * 100));
    expect(psnAcctPay).toBeGreaterThan(0);
    expect(before - (await orders.giverBalance())).toBe(Math.round(psnAcctPay * 100));
    const found = await world.call(hospital, '6301', orders.name(one));
    expect(found.output.data).toMatchObject({
      ...{ ordStas: money.ordStas, medOrgOrd: one.asked.data.medOrgOrd, callType: '02', setlType: 'HI' },
      ...{ feeSumamt, ownPayAmt, psnAcctPay, fundPay, traceTime: '2024-10-15 10:30:00', orgCodg: hospital },
    });
    for (const text of [JSON.stringify(answer), JSON.stringify(found)]) {
      expect(text).not.toContain(giver.name);
      expect(text).not.toContain(giver.personNo);
    }
    const told = {
      ...{ payOrdId: one.payOrdId, medOrgOrd: one.asked.data.medOrgOrd, thdPayType: 'WX' },
      ...{ feeSumamt, ownPayAmt, psnAcctPay, fundPay },
    };
    const wrong = await world.call(hospital, '6204', { data: { ...told, fundPay: fundPay + 1 } });
    expect(wrong.err_msg).toMatch(/医保基金支付（fundPay）/);
    expect(await world.call(hospital, '6204', { data: told })).toMatchObject({ infcode: 0 });
    expect((await orders.find(one)).ordStas).toBe('6');
    expect((await world.ledger.verify()).problems).toEqual([]);
  });

  test('tells patient and giver at once', async () => {
    const { payOrdId } = await orders.paid();
    const { rows } = await world.database.appPool.query<{ id: string }>(
      `select s.settlement_id as id from gongji.hospital_settlement s
       join gongji.online_order o using (visit_id, batch_no) where order_id = $1`,
      [payOrdId],
    );
    const told = await world.told(`${rows[0]!.id}:`);
    expect(told.map(({ kind }) => kind)).toEqual(['money-used', 'settled']);
  });

  test('is paid once, however often and in how many messages it is asked', async () => {
    const before = await orders.giverBalance();
    const one = await orders.uploaded();
    const input = orders.payment(one);
    const msgid = world.msgid(hospital);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => world.call(hospital, '6202', input, { msgid })),
      ...Array.from({ length: 3 }, () => orders.pay(one)),
    ]);
    const done = answers.filter(({ infcode }) => infcode === 0);
    expect(done.length).toBeGreaterThan(0);
    const money = dataOf(done[0]!);
    for (const answer of done) expect(answer.output).toEqual(done[0]!.output);
    expect(before - (await orders.giverBalance())).toBe(Math.round(money.psnAcctPay * 100));
    expect((await orders.pay(one)).err_msg).toMatch(/状态是“医保支付完成|结算完成/);
  });

  test('whose answer was lost is found by 6301, and uploaded once by its message', async () => {
    const asked = orders.order();
    const msgid = world.msgid(hospital);
    const first = await world.call(hospital, '6201', asked, { msgid });
    const again = await world.call(hospital, '6201', asked, { msgid });
    expect(again.output).toEqual(first.output);
    expect((await world.call(hospital, '6201', asked)).err_msg).toMatch(/已经有一个没撤销的订单/);
    const one = { asked, ...dataOf(first) };
    await orders.pay(one);
    expect((await orders.find(one)).revsToken.length).toBe(40);
  });

  test('of a visit that was settled at the desk instead is not paid again', async () => {
    const one = await orders.uploaded();
    const visitId = one.extData.mdtrtId;
    const batch = one.asked.data.chrgBchno;
    const desk = presettlement(visitId, patient, items, { chrg_bchno: batch });
    const shown = await world.call(hospital, '2206', desk);
    expect((await orders.pay(one)).err_msg).toMatch(/订单上传之后，能付的金额变了/);
    const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = shown.output.setlinfo;
    const split = { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt };
    expect((await world.call(hospital, '2207', { data: { ...desk.data, ...split } })).err_msg).toBe('');
    expect((await orders.find(one)).ordStas).toBe('5');
    expect((await orders.pay(one)).err_msg).toMatch(/院内结算完成/);
  });
});

describe('an order is refused, and nothing is taken,', () => {
  test('when it was withdrawn, and then can be uploaded again', async () => {
    const one = await orders.uploaded();
    const withdrawn = await world.call(hospital, '6401', orders.name(one));
    expect(withdrawn.output.data).toEqual({ success: true });
    expect((await orders.pay(one)).err_msg).toMatch(/状态是“已撤销”/);
    expect((await orders.find(one)).ordStas).toBe('12');
    const { medOrgOrd, chrgBchno, feedetailList } = one.asked.data;
    const again = await orders.uploaded({
      medOrgOrd,
      chrgBchno,
      feedetailList,
      mdtrtId: one.extData.mdtrtId,
    });
    expect((await orders.pay(again)).err_msg).toBe('');
    expect((await world.call(hospital, '6401', orders.name(again))).err_msg).toMatch(/不能这样办理/);
  });

  test('when what would be paid has changed since it was shown', async () => {
    const one = await orders.uploaded();
    const visitId = one.extData.mdtrtId;
    await world.call(hospital, '2204', detail(visitId, patient, [tablets], one.asked.data.chrgBchno, 9));
    const before = await orders.giverBalance();
    expect((await orders.pay(one)).err_msg).toMatch(/能付的金额变了/);
    expect(await orders.giverBalance()).toBe(before);
    // A bill that is paid in between leaves nothing on the giver's account.
    const next = await orders.uploaded();
    const { visitId: usedUp, settlementId } = await toSettlement(world, hospital, patient, [
      { ...tablets, count: 100_000 },
    ]);
    expect(await orders.giverBalance()).toBe(0);
    expect((await orders.pay(next)).err_msg).toMatch(/能付的金额变了/);
    expect((await orders.find(next)).ordStas).toBe('1');
    const back = { setl_id: settlementId, mdtrt_id: usedUp, psn_no: patient.personNo };
    expect((await world.call(hospital, '2208', { data: back })).err_msg).toBe('');
    expect(await orders.giverBalance()).toBe(before);
    const asked = orders.order({ medfeeSumamt: 100 });
    expect((await world.call(hospital, '6201', asked)).err_msg).toMatch(/与上传的明细不一致/);
  });

  test('without the patient’s own valid credential', async () => {
    const one = await orders.uploaded();
    const says = async (changes: object, words: RegExp) =>
      expect((await orders.pay(one, changes)).err_msg).toMatch(words);
    await says({ payAuthNo: orders.credential(giver) }, /人员编号与就诊凭证上的人不一致/);
    await says({ payAuthNo: orders.credential(patient, 6) }, /电子凭证已过期/);
    await says({ payAuthNo: patient.idNumber }, /就诊凭证不能识别/);
    await says({ payAuthNo: '' }, /不能都为空/);
    await says({ payToken: 'x' }, /没有这个订单/);
    await says({ mdtrtId: 'vis_x' }, /就诊 ID（mdtrtId）/);
    expect((await orders.pay(one, { payAuthNo: '', ecAuthCode: orders.credential() })).err_msg).toBe('');
    const stranger = orders.order({ ecToken: orders.credential(giver) });
    expect((await world.call(hospital, '6201', stranger)).err_msg).toMatch(/与就诊凭证上的人不一致/);
  });

  test('when it is another institution’s', async () => {
    const one = await orders.uploaded();
    const input = orders.payment(one);
    expect((await world.call(other, '6202', input)).err_msg).toMatch(/orgCodg/);
    const own = { data: { ...input.data, orgCodg: other } };
    expect((await world.call(other, '6202', own)).err_msg).toMatch(/没有这个订单/);
    for (const infno of ['6301', '6401']) {
      expect((await world.call(other, infno, orders.name(one, { orgCodg: other }))).err_msg).toMatch(
        /没有这个订单/,
      );
    }
    expect((await orders.find(one)).ordStas).toBe('1');
  });

  test('with a field missing or a detail of another batch, which is named', async () => {
    const says = async (changes: object, words: RegExp) =>
      expect((await world.call(hospital, '6201', orders.order(changes))).err_msg).toMatch(words);
    await says({ medOrgOrd: '' }, /medOrgOrd（医疗机构订单号）不能为空/);
    await says({ diseinfoList: [] }, /diseinfoList 节点不能为空/);
    await says({ chrgBchno: 'X' }, /feedetailList 第 1 条：字段 chrgBchno/);
    const unknown = detail('', patient, [{ ...tablets, code: 'NO-SUCH' }], 'U1').feedetail.map(camel);
    await says({ chrgBchno: 'U1', feedetailList: unknown, medfeeSumamt: 35 }, /NO-SUCH/);
  });
});

describe('a refund', () => {
  test('gives everything back, once, also when its answer was lost', async () => {
    const before = await orders.giverBalance();
    const one = await orders.paid();
    const input = orders.refund(one);
    const msgid = world.msgid(hospital);
    const first = await world.call(hospital, '6203', input, { msgid });
    expect(first.err_msg).toBe('');
    expect(first.output.data).toMatchObject({
      refStatus: 'SUCC',
      hiTrnsDate: '20241015',
      hiTrnsTime: '103000',
    });
    expect(await orders.giverBalance()).toBe(before);
    expect((await world.call(hospital, '6203', input, { msgid })).output).toEqual(first.output);
    expect((await world.call(hospital, '6203', input)).err_msg).toMatch(/退款流水号 REF\d+ 已经用过/);
    expect((await world.call(hospital, '6203', orders.refund(one))).err_msg).toMatch(/已退款/);
    expect(await orders.giverBalance()).toBe(before);
    expect((await orders.find(one)).ordStas).toBe('7');
    expect((await orders.find(one)).revsToken).toBe('');
  });

  test('by the token of the payment holds for an hour, by the patient’s credential later too', async () => {
    const one = await orders.paid();
    const { revsToken } = await orders.find(one);
    const start = world.clock.at;
    world.clock.at = new Date(start.getTime() + 61 * 60_000);
    try {
      expect(
        (await world.call(hospital, '6203', orders.refund(one, { ecToken: revsToken }))).err_msg,
      ).toMatch(/就诊凭证不能识别/);
      const stranger = orders.refund(one, { ecToken: orders.credential(giver) });
      expect((await world.call(hospital, '6203', stranger)).err_msg).toMatch(/不一致/);
    } finally {
      world.clock.at = start;
    }
    expect((await world.call(hospital, '6203', orders.refund(one, { ecToken: revsToken }))).err_msg).toBe('');
  });

  test('of cash or insurance only is told apart, and other amounts are refused', async () => {
    const one = await orders.paid();
    const { feeSumamt } = one.paid;
    const says = async (changes: object, words: RegExp) =>
      expect((await world.call(hospital, '6203', orders.refund(one, changes))).err_msg).toMatch(words);
    await says({ totlRefdAmt: feeSumamt - 1 }, /总退费金额（totlRefdAmt/);
    await says({ psnAcctRefdAmt: 999 }, /psnAcctRefdAmt/);
    await says({ cashRefdAmt: 999 }, /cashRefdAmt/);
    await says({ refdType: 'CASH', cashRefdAmt: 999 }, /cashRefdAmt/);
    await says({ refdType: 'SOME' }, /refdType/);
    const insurance = orders.refund(one, { refdType: 'HI', cashRefdAmt: 0 });
    expect((await world.call(hospital, '6203', insurance)).err_msg).toBe('');
    expect((await orders.find(one)).ordStas).toBe(one.paid.ownPayAmt > 0 ? '8' : '7');
    const unpaid = await orders.uploaded();
    const early = orders.refund({ ...unpaid, paid: one.paid });
    expect((await world.call(hospital, '6203', early)).err_msg).toMatch(/预结算完成/);
  });

  test('of cash goes back in parts up to what was paid, and the insurance money stays taken', async () => {
    const wards = items.map((item) => ({ ...item, count: item.count * 10_000 }));
    const medfeeSumamt =
      wards.reduce((sum, { price, count }) => sum + Math.round(price * count * 100), 0) / 100;
    const before = await orders.giverBalance();
    const asked = orders.order();
    const { chrgBchno } = asked.data;
    const feedetailList = detail('', patient, wards, chrgBchno).feedetail.map(camel);
    const one = await orders.uploaded({ ...asked.data, medfeeSumamt, feedetailList });
    const paid = dataOf(await orders.pay(one));
    expect(paid.ownPayAmt).toBeGreaterThan(2);
    const taken = before - (await orders.giverBalance());
    const cash = (cashRefdAmt: number) =>
      world.call(hospital, '6203', orders.refund({ ...one, paid }, { refdType: 'CASH', cashRefdAmt }));
    const part = await cash(1);
    expect(part.output.data).toMatchObject({
      refStatus: 'SUCC',
      hiFefdSn: '',
      hiTrnsDate: '',
      hiTrnsTime: '',
    });
    expect((await orders.find(one)).ordStas).toBe('10');
    expect((await cash(paid.ownPayAmt)).err_msg).toMatch(/不超过 [\d.]+ 元/);
    expect((await cash(Math.round(paid.ownPayAmt * 100 - 100) / 100)).err_msg).toBe('');
    expect((await orders.find(one)).ordStas).toBe('9');
    expect((await cash(0.01)).err_msg).toMatch(/cashRefdAmt/);
    expect(before - (await orders.giverBalance())).toBe(taken);
    const rest = orders.refund({ ...one, paid }, { refdType: 'HI', cashRefdAmt: 0 });
    expect((await world.call(hospital, '6203', rest)).err_msg).toBe('');
    expect((await orders.find(one)).ordStas).toBe('7');
    expect(await orders.giverBalance()).toBe(before);
  });

  test('at the same moment from many messages moves money once', async () => {
    const before = await orders.giverBalance();
    const one = await orders.paid();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.call(hospital, '6203', orders.refund(one))),
    );
    expect(answers.filter(({ infcode }) => infcode === 0).length).toBe(1);
    expect(await orders.giverBalance()).toBe(before);
    expect((await world.ledger.verify()).problems).toEqual([]);
  });
});
