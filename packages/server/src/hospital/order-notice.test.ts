// The notice that an online order was paid (6302): sent until the hospital's software takes it, and booked once.
import { startPart } from '@gongji/outside';
import type { RunningPart } from '@gongji/outside';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';
import { giver, hospital, onlineOrders } from '../../test/online-orders.ts';

let world: HospitalWorld;
let software: RunningPart;
let orders: ReturnType<typeof onlineOrders>;

interface Booked {
  msgid: string;
  data: Record<string, unknown>;
}
const booked = async (orderId: string): Promise<Booked[]> => {
  const answer = await fetch(`${software.url}/notices`);
  const { notices } = (await answer.json()) as { notices: Booked[] };
  return notices.filter(({ data }) => data['payOrdId'] === orderId);
};
const fault = (order: object) =>
  fetch(`${software.url}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });

beforeAll(async () => {
  software = await startPart('hospital', { basePort: 0, publicUrl: '', day: '2024-10-15' });
  world = await openHospitalWorld(software.url);
  orders = onlineOrders(world);
});
beforeEach(async () => {
  await fetch(`${software.url}/faults`, { method: 'DELETE' });
});
afterAll(async () => {
  await world.close();
  await software.close();
});

/** Sends what is due so many seconds after the real time of the database. */
const sendNotices = (seconds = 60, fromMs = Date.now()) =>
  world.services.hospital.sendOrderNotices(new Date(fromMs + seconds * 1000), world.clock.at);

describe('the notice to the hospital', () => {
  const setNoticeUrl = (url: string | null) =>
    world.database.ownerPool.query('update gongji.institution set notice_url = $2 where code = $1', [
      hospital,
      url,
    ]);
  const kept = async (orderId: string) =>
    (
      await world.database.appPool.query<{ infcode: number; asked: string; msgid: string }>(
        `select infcode, asked, msgid from gongji.hospital_message
         where infno = '6302' and strpos(asked, $1) > 0 order by message_no`,
        [orderId],
      )
    ).rows;

  test('says what was paid, and not by whom', async () => {
    const one = await orders.paid();
    const { feeSumamt, ownPayAmt, psnAcctPay, fundPay } = one.paid;
    await sendNotices();
    const [notice, ...more] = await booked(one.payOrdId);
    expect(more).toEqual([]);
    expect(notice?.data).toMatchObject({
      ...{ callType: '02', medOrgOrd: one.asked.data.medOrgOrd, feeSumamt, ownpayAmt: ownPayAmt },
      ...{ psnAcctPay, fundPay, hiRgstSn: one.extData.mdtrtId, hiChrgTime: '103000', ecCode: '' },
    });
    expect(JSON.stringify(notice)).not.toContain(giver.personNo);
  });

  test('is sent again after a refusal, an error and a lost answer, under one msgid, and booked once', async () => {
    await sendNotices();
    await fault({ fault: 'refuse', times: 1 });
    await fault({ fault: 'error', times: 1 });
    await fault({ fault: 'silent-after', times: 1 });
    const one = await orders.paid();
    const paidAt = Date.now();
    expect(await sendNotices(1, paidAt)).toBe(1);
    // Not before its time: five seconds after the first attempt, ten after the second.
    expect(await sendNotices(5, paidAt)).toBe(0);
    expect(await sendNotices(6, paidAt)).toBe(1);
    expect(await sendNotices(15, paidAt)).toBe(0);
    expect(await sendNotices(16, paidAt)).toBe(1);
    expect((await booked(one.payOrdId)).length).toBe(1);
    expect(await sendNotices(36, paidAt)).toBe(1);
    expect((await booked(one.payOrdId)).length).toBe(1);
    expect(await sendNotices(7200)).toBe(0);
    const attempts = await kept(one.payOrdId);
    expect(attempts.map(({ infcode }) => infcode)).toEqual([-1, -1, -1, 0]);
    expect(new Set(attempts.map(({ msgid }) => msgid)).size).toBe(1);
    expect(JSON.stringify(attempts)).not.toContain((await orders.find(one)).revsToken);
  }, 30_000);

  test('goes to the institution’s own address where it has one, and is refused with a wrong signature', async () => {
    const own = await startPart('hospital', { basePort: 0, publicUrl: '', day: '2024-10-15' });
    try {
      await setNoticeUrl(own.url);
      const one = await orders.paid();
      await sendNotices();
      const answer = await fetch(`${own.url}/notices`);
      expect(await answer.text()).toContain(one.payOrdId);
      expect(await booked(one.payOrdId)).toEqual([]);
    } finally {
      await setNoticeUrl(null);
      await own.close();
    }
    const forged = await fetch(software.url, { method: 'POST', body: '{}' });
    expect(forged.status).toBe(401);
  });
});
