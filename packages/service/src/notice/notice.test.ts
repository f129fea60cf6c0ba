// Notices: written with what they tell of, sent once whatever fails, quiet at night, and never lost without a trace.
import { premiumYears } from '@gongji/policy';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { addFamily } from '../../test/premium-family.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { as, codeOf, newKey, on, value } from '../../test/world.ts';
import type { Ports } from '../index.ts';
import { done, refuse } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { createNoticeService } from './create.ts';
import { noticeText, smsText } from './kinds.ts';
import { quietUntil } from './send-due.ts';
import { writeNotices } from './write.ts';
import type { NewNotice } from './write.ts';

let world: MoneyWorld;
const noon = Date.parse('2030-01-10T12:00:00+08:00');
const after = (seconds: number) => new Date(noon + seconds * 1000);
const me = employee({ name: '样收信' });
const administrator = (area: string) =>
  on('2024-10-15', { kind: 'staff', staffNo: 'A1', role: 'administrator', area, institutionCode: null });

/** A gateway that keeps what it took by its key, as the real one does, and fails when told to. */
const gateway = {
  taken: new Map<string, { to: string; text: string }>(),
  handed: [] as string[],
  fault: 'none' as 'none' | 'silent-before' | 'silent-after' | 'refuse',
  take(reference: string, to: string, text: string) {
    gateway.handed.push(reference);
    if (gateway.fault === 'refuse') return { result: 'refused' as const };
    if (gateway.fault !== 'silent-before' && !gateway.taken.has(reference))
      gateway.taken.set(reference, { to, text });
    return { result: gateway.fault === 'none' ? ('sent' as const) : ('silent' as const) };
  },
};
const sms: Ports['sms'] = {
  send: async ({ reference, phone, text }) => gateway.take(reference, phone, text),
  sendToHost: async ({ reference, host, personNo, text }) =>
    gateway.take(reference, `${host}:${personNo}`, text),
};
/** As another process would run it: nothing is shared but the database. */
const another = () => createNoticeService({ ...world.deps, ports: { ...world.ports, sms } });

beforeAll(async () => {
  world = await openMoneyWorld();
  await world.add(me);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.ownerPool.query('truncate gongji.notice_message, gongji.subscription, gongji.notice');
  gateway.taken.clear();
  gateway.handed.length = 0;
  gateway.fault = 'none';
});

let serial = 0;
const noticeOf = (given: Partial<NewNotice> = {}): NewNotice => {
  serial += 1;
  return {
    ...{ kind: 'money-used', personNo: me.personNo, area: me.area, reference: `event-${serial}` },
    ...{ subjectKind: 'usage', subjectId: 'use_1', fen: 1234, place: '演示大药房', at: after(0) },
    ...given,
  };
};
const write = (notices: NewNotice[], end: 'commit' | 'refuse' = 'commit') =>
  transact(world.database.appPool, async (client) => {
    await writeNotices(client, notices);
    return end === 'commit' ? done(undefined) : refuse('state-changed');
  });
const send = (seconds: number) => another().sendDue(after(seconds));
const inbox = async (who = me) => value(await another().list(as(who)));

test('a notice stands in the inbox, is told once, and is read by its owner only', async () => {
  const notice = noticeOf();
  await write([notice]);
  await write([notice]);
  const { unread, items } = await inbox();
  expect(unread).toBe(1);
  expect(items).toMatchObject([
    { title: '家人用了您的钱', isRead: false, subject: { kind: 'usage', id: 'use_1' } },
  ]);
  expect(items[0]?.text).toContain('在演示大药房用您的个人账户付了 12.34 元');
  const stranger = employee({ name: '样旁人' });
  const body = { noticeIds: [items[0]!.noticeId] };
  expect(value(await another().read(as(stranger), body))).toEqual({ unread: 0 });
  expect((await inbox()).unread).toBe(1);
  expect(value(await another().read(as(me), body))).toEqual({ unread: 0 });
  expect(value(await another().count(as(me)))).toEqual({ unread: 0 });
  await write([noticeOf(), noticeOf()]);
  expect(value(await another().read(as(me), { noticeIds: [] }))).toEqual({ unread: 0 });
});

test('what is rolled back tells nobody', async () => {
  await write([noticeOf()], 'refuse');
  expect((await inbox()).items).toEqual([]);
  expect(await send(0)).toBe(0);
});

test('a process that dies between the commit and the sending loses nothing: the next one sends it, once', async () => {
  await write([noticeOf()]);
  expect((await Promise.all([send(0), send(0), send(0)])).reduce((sum, each) => sum + each)).toBe(1);
  expect([...gateway.taken.values()]).toEqual([{ to: me.phone, text: smsText('money-used') }]);
  expect(await send(3600)).toBe(0);
});

test('a lost answer is asked for with the same key, so that the phone rings once', async () => {
  await write([noticeOf()]);
  gateway.fault = 'silent-after';
  await send(0);
  gateway.fault = 'none';
  expect(await send(4)).toBe(0);
  expect(await send(6)).toBe(1);
  expect(gateway.handed).toHaveLength(2);
  expect(gateway.taken.size).toBe(1);
  expect(await send(3600)).toBe(0);
});

test('silence is waited out longer and longer, then the message is given up where administrators see it', async () => {
  await write([noticeOf()]);
  gateway.fault = 'silent-before';
  const at: number[] = [];
  for (let minute = 0; minute < 16 * 60; minute += 5) if ((await send(minute * 60)) > 0) at.push(minute);
  expect(at).toHaveLength(20);
  expect(await another().outbox()).toEqual({ waiting: 0, dead: 1 });
  const lost = value(await another().lost(administrator(me.area)));
  expect(lost).toMatchObject({ lost: 1, items: [{ way: 'sms', attempts: 20, failure: 'no-answer' }] });
  expect(JSON.stringify(lost)).not.toContain(me.phone);
  expect(JSON.stringify(lost)).not.toContain('演示大药房');
});

test('a refused message is given up at once, and sent again when an administrator asks, who is recorded', async () => {
  await write([noticeOf()]);
  gateway.fault = 'refuse';
  await send(0);
  expect(await send(60)).toBe(0);
  const { items } = value(await another().lost(administrator(me.area)));
  expect(items).toMatchObject([{ failure: 'refused', attempts: 1 }]);
  const { noticeId } = items[0]!;
  const again = (area: string) => another().sendAgain(administrator(area), noticeId, 'sms', newKey());
  expect(value(await another().lost(administrator('211200'))).items).toEqual([]);
  expect(codeOf(await again('211200'))).toBe('not-found');
  expect(codeOf(await another().sendAgain(as(me), noticeId, 'sms', newKey()))).toBe('not-allowed');
  gateway.fault = 'none';
  expect(codeOf(await again(me.area))).toBe('ok');
  expect(codeOf(await again(me.area))).toBe('state-changed');
  expect(await send(120)).toBe(1);
  expect(gateway.taken.size).toBe(1);
  const { rows } = await world.database.appPool.query(
    `select kind, actor_id from gongji.action where subject_kind = 'notice' and subject_id = $1`,
    [noticeId],
  );
  expect(rows).toEqual([{ kind: 'sent-again', actor_id: 'A1' }]);
});

test('at night only what cannot wait rings a phone; the rest comes at eight', async () => {
  expect(quietUntil(new Date('2030-01-10T21:59:59+08:00'))).toBeUndefined();
  expect(quietUntil(new Date('2030-01-10T08:00:00+08:00'))).toBeUndefined();
  for (const night of ['2030-01-09T22:00:00+08:00', '2030-01-10T07:59:59+08:00']) {
    expect(quietUntil(new Date(night))).toEqual(new Date('2030-01-10T08:00:00+08:00'));
  }
  await write([noticeOf(), noticeOf({ kind: 'window-opens' })]);
  const night = new Date('2030-01-10T23:30:00+08:00');
  await another().sendDue(night);
  expect([...gateway.taken.values()].map(({ text }) => text)).toEqual([smsText('money-used')]);
  expect(await another().sendDue(new Date('2030-01-11T07:59:00+08:00'))).toBe(0);
  expect(await another().sendDue(new Date('2030-01-11T08:00:00+08:00'))).toBe(1);
});

test('without a phone the inbox has it all the same', async () => {
  const phoneless = person({ name: '样无话' });
  await world.add(phoneless);
  await world.database.ownerPool.query(
    'update gongji.person set phone_enc = null, phone_hash = null where person_no = $1',
    [phoneless.personNo],
  );
  await write([noticeOf({ personNo: phoneless.personNo })]);
  expect(await send(0)).toBe(0);
  expect((await inbox(phoneless)).unread).toBe(1);
});

test('a mini-program sends as many messages as were permitted, no more', async () => {
  const { personNo, area } = me;
  await another().permit({ personNo, area }, 'wechat', 1);
  await write([noticeOf()]);
  expect(await send(0)).toBe(2);
  await write([noticeOf()]);
  expect(await send(10)).toBe(1);
  const receivers = [...gateway.taken.values()].map(({ to }) => to).sort();
  expect(receivers).toEqual([me.phone, me.phone, `wechat:${personNo}`].sort());
});

test('text messages name nobody, no place and no sum', () => {
  for (const kind of ['money-used', 'premium-paid', 'member-asked'] as const) {
    expect(smsText(kind)).not.toMatch(/\d+\.\d\d|undefined/);
    expect(noticeText(kind).sms).not.toContain('${');
  }
});

test('a premium window is told of when it opens and before it closes, once, and not for who has paid', async () => {
  const [giver, child] = await addFamily(world);
  const elder = person({ name: '样老父', bornOn: '1950-01-01' });
  await world.add(elder);
  await world.bind(giver, elder);
  const tell = (today: string) => another().tellWindows({ at: new Date(`${today}T01:00:00+08:00`), today });
  const about = async () => (await inbox(giver)).items.map(({ title, text }) => [title, text.includes('样')]);
  await tell('2024-08-01');
  expect(await about()).toEqual([]);
  const window = premiumYears(world.library, '340500').find((year) => year.coverageYear === 2025)?.window;
  expect(window).toBeTruthy();
  await tell(window!.from);
  await tell(window!.from);
  expect(await about()).toEqual([
    ['可以缴居民医保费了', true],
    ['可以缴居民医保费了', true],
  ]);
  const quote = value(
    await world.premium.quote(as(giver, window!.from), {
      memberPersonNo: child.personNo,
      coverageYear: 2025,
    }),
  );
  const body = { quoteId: quote.quoteId, cashForShortfall: false };
  expect(value(await world.premium.pay(as(giver, window!.from), body, newKey())).state).toBe('paid');
  await tell(window!.to);
  await tell(window!.to);
  const closing = (await inbox(giver)).items.filter(({ title }) => title === '居民医保缴费快截止了');
  expect(closing.map(({ text }) => text.slice(0, 3))).toEqual(['样老父']);
  expect((await inbox(giver)).items.map(({ title }) => title)).toContain('居民医保费已缴');
  expect((await inbox(child)).items.map(({ title }) => title)).toEqual(['家人为您缴了居民医保费']);
});
