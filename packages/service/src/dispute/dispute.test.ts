// What a giver may count on who looks through the uses of their money and doubts one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { told } from '../../test/told.ts';
import { as, codeOf, newKey, on, value } from '../../test/world.ts';
import { createDisputeService } from './create.ts';
import type { DisputeService } from './service.ts';

let world: MoneyWorld;
let disputes: DisputeService;
const tieling = { area: '211200' };
const giver = employee({ ...tieling, name: '演国栋' });
const member = person({ ...tieling, name: '演桂芬', chronic: ['hypertension'] });
const child = person({ ...tieling, name: '演小川' });
const stranger = employee({ ...tieling, name: '演外人' });

async function settle(patient: PersonImport, day: string, totalFen: number) {
  const till = cashier(hospitals.tieling1, day);
  const bill = { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 };
  const asked = { personNo: patient.personNo, bill, chronic: [], accountUse: 'own-then-shared' as const };
  const { quoteId } = value(await world.settlement.quote(till, asked));
  return { till, ...value(await world.settlement.settle(till, { quoteId }, newKey())) };
}
const staff = (role: 'supervisor' | 'reviewer', area = '211200') =>
  on('2024-10-16', { kind: 'staff', staffNo: `S-${role}`, role, area, institutionCode: null });
const all = { side: 'given' as const, personNo: null, purpose: null, months: null };
const search = async (body: Partial<Parameters<MoneyWorld['usage']['search']>[1]> = {}, who = giver) =>
  value(await world.usage.search(as(who), { ...all, ...body }));

beforeAll(async () => {
  world = await openMoneyWorld();
  disputes = createDisputeService(world.deps);
  await world.add(giver, member, child, stranger);
  await world.bind(giver, member, child);
  await settle(member, '2024-03-05', 30000);
  await settle(member, '2024-08-01', 20000);
  await settle(child, '2024-09-01', 10000);
  const back = await settle(member, '2024-10-01', 40000);
  value(await world.settlement.reverse(back.till, back.settlementId, { reason: '病人退药' }, newKey()));
});
afterAll(() => world.close());

describe('looking through uses', () => {
  it('lists all of them with the sums by year and person, reversals taken off', async () => {
    const found = await search();
    expect(found.count).toBe(5);
    expect(found.items.map(({ direction }) => direction)).toEqual([
      'returned',
      'used',
      'used',
      'used',
      'used',
    ]);
    const kept = found.items.filter(({ direction, reversed }) => direction === 'used' && !reversed);
    expect(found.netFen).toBe(kept.reduce((sum, { fen }) => sum + fen, 0));
    expect(found.years.map(({ year, totalFen }) => [year, totalFen])).toEqual([[2024, found.netFen]]);
    expect(found.years[0]?.people.map(({ person: { name } }) => name)).toEqual(['演桂芬', '演小川']);
    expect(found.people.map(({ name }) => name).sort()).toEqual(['演小川', '演桂芬']);
  });

  it('narrows by person, purpose and months, to the day', async () => {
    expect((await search({ personNo: child.personNo })).count).toBe(1);
    expect((await search({ purpose: 'premium' })).items).toEqual([]);
    expect((await search({ months: 3 })).count).toBe(4);
    expect((await search({ months: 6 })).count).toBe(4);
    expect((await search({ months: 12 })).count).toBe(5);
    const lastDay = await world.usage.search(as(giver, '2024-11-01'), { ...all, months: 3 });
    expect(value(lastDay).items.map(({ at }) => at.slice(0, 10))).not.toContain('2024-08-01');
  });

  it('shows the member whose money it was, and a stranger nothing', async () => {
    const received = await search({ side: 'received' }, member);
    expect(received.people.map(({ name }) => name)).toEqual(['演国栋']);
    expect(received.items.every((item) => item.member.name === '演桂芬')).toBe(true);
    expect((await search({ personNo: member.personNo }, stranger)).items).toEqual([]);
    expect(JSON.stringify(received)).not.toMatch(/hypertension|高血压/);
  });
});

describe('doubting a use', () => {
  const usedBy = async (name: string) =>
    (await search()).items.find((item) => item.member.name === name && item.direction === 'used')?.usageId ??
    '';

  it('is the giver’s alone, once, and with words where the reason says nothing', async () => {
    const usageId = await usedBy('演小川');
    const open = (who: PersonImport, body = { reason: 'twice' as 'twice' | 'other', text: '' }) =>
      disputes.open(as(who), usageId, body, newKey());
    expect(codeOf(await open(member))).toBe('not-found');
    expect(codeOf(await open(stranger))).toBe('not-found');
    expect(codeOf(await open(giver, { reason: 'other', text: ' ' }))).toBe('text-missing');
    expect(value(await open(giver))).toMatchObject({ state: 'open', reason: 'twice', answer: null });
    expect(codeOf(await open(giver))).toBe('dispute-exists');
    const explained = value(await world.usage.explain(as(giver), usageId));
    expect(explained).toMatchObject({
      canDispute: false,
      dispute: { state: 'open' },
      relation: { paused: false },
    });
    expect(value(await world.usage.explain(as(child), usageId))).toMatchObject({
      ...{ dispute: null, relation: null, canDispute: false },
    });
  });

  it('is answered once by the area’s staff who may, and the giver is told', async () => {
    const usageId = await usedBy('演桂芬');
    const opened = await disputes.open(
      as(giver),
      usageId,
      { reason: 'not-us', text: '那天没去医院' },
      newKey(),
    );
    const { disputeId } = value(opened);
    const answer = (context: Parameters<DisputeService['list']>[0]) =>
      disputes.answer(context, disputeId, { outcome: 'right', text: '已核对签字单' }, newKey());
    expect(codeOf(await disputes.list(staff('reviewer')))).toBe('not-allowed');
    expect(value(await disputes.list(staff('supervisor', '340500'))).items).toEqual([]);
    expect(codeOf(await answer(staff('supervisor', '340500')))).toBe('not-found');
    const { items, open } = value(await disputes.list(staff('supervisor')));
    expect(open).toBe(2);
    expect(items.find((item) => item.disputeId === disputeId)).toMatchObject({
      text: '那天没去医院',
      usage: { member: { name: '演桂芬' }, place: '演示乡镇卫生院' },
    });
    expect(value(await answer(staff('supervisor')))).toMatchObject({
      ...{ state: 'answered', answeredBy: 'S-supervisor', answer: { outcome: 'right' } },
    });
    expect(codeOf(await answer(staff('supervisor')))).toBe('state-changed');
    expect(value(await world.usage.explain(as(giver), usageId)).dispute?.answer?.text).toBe('已核对签字单');
    expect(await told(world.database.appPool, `${disputeId}:answered`)).toEqual([
      { kind: 'dispute-answered', personNo: giver.personNo },
    ]);
  });

  it('can be altered or removed by nobody', async () => {
    for (const change of [
      `update gongji.usage_dispute set reason = 'other'`,
      'delete from gongji.usage_dispute_answer',
    ])
      await expect(world.database.appPool.query(change)).rejects.toThrow('permission denied');
  });
});

it('leaves sound books', () => world.expectSoundBooks());
