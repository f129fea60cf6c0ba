// Invariant 6 as the giver sets it: limits, purposes, days and pauses hold at the moment of payment, however many pay at once.
import type { ControlBody } from '@gongji/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
  world.taxBureau.assessments.set('211200', 39000);
});
afterAll(() => world.close());

const area = '211200';
const today = '2024-10-15';
const till = cashier(hospitals.tieling1);
const everything: ControlBody['purposes'] = ['outpatient', 'pharmacy', 'premium'];

async function family(): Promise<[PersonImport, PersonImport]> {
  const giver = employee({ area, name: '演国栋' });
  const member = person({ area, name: '演桂芬' });
  await world.add(giver, member);
  await world.bind(giver, member);
  return [giver, member];
}

const given = async (giver: PersonImport, member: PersonImport) => {
  const { given: relations } = value(await world.relation.list(as(giver, today)));
  const relation = relations.find((each) => each.member.personNo === member.personNo);
  return relation ?? expect.fail('not bound');
};

async function allow(giver: PersonImport, member: PersonImport, change: Partial<ControlBody>) {
  const { relationId, controlVersion } = await given(giver, member);
  const body = {
    ...{ limitPaymentFen: null, limitYearFen: null, purposes: everything, usableFrom: null, usableTo: null },
    seenVersion: controlVersion,
    ...change,
  };
  return world.relation.changeControl(as(giver, today), relationId, body, newKey());
}

const pause = async (giver: PersonImport, member: PersonImport, paused: boolean) => {
  const { relationId } = await given(giver, member);
  return world.relation.pause(as(giver, today), relationId, { paused }, newKey());
};

const quoted = async (patient: PersonImport, totalFen: number, at = till) =>
  value(
    await world.settlement.quote(at, {
      personNo: patient.personNo,
      bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
      chronic: [],
      accountUse: 'own-then-shared',
    }),
  );
const sharedOf = async (patient: PersonImport, totalFen: number, at = till) =>
  (await quoted(patient, totalFen, at)).result.sharedFen;
const settle = (quoteId: string, at = till) => world.settlement.settle(at, { quoteId }, newKey());
const premium = (giver: PersonImport, member: PersonImport) =>
  world.premium.quote(as(giver, today), { memberPersonNo: member.personNo, coverageYear: 2025 });

describe('a limit', () => {
  it('for one payment leaves the rest to cash', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { limitPaymentFen: 3000 }));
    const { quoteId, result } = await quoted(member, 10000);
    expect(result).toMatchObject({ sharedFen: 3000, cashFen: 7000 });
    expect(value(await settle(quoteId)).result.sharedFen).toBe(3000);
    expect(await sharedOf(member, 10000)).toBe(3000);
  });

  it('for a year is not passed by bills and a premium that come at once', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { limitYearFen: 10000 }));
    const quotes = await Promise.all(Array.from({ length: 8 }, () => quoted(member, 4000)));
    const premiumQuote = value(await premium(giver, member));
    expect(premiumQuote).toMatchObject({ amountFen: 39000, fromAccountFen: 10000, shortfallFen: 29000 });
    const results = await Promise.all([
      ...quotes.map(({ quoteId }) => settle(quoteId)),
      world.premium.pay(
        as(giver, today),
        { quoteId: premiumQuote.quoteId, cashForShortfall: true },
        newKey(),
      ),
    ]);
    for (const result of results.filter(({ ok }) => !ok)) {
      expect(['shown-amount-changed', 'year-limit-reached']).toContain(codeOf(result));
    }
    const [prior, current] = await world.money(giver);
    const left = (prior?.[1] ?? 0) + (current?.[1] ?? 0) - (prior?.[2] ?? 0) - (current?.[2] ?? 0);
    expect(350000 - left).toBeGreaterThan(0);
    expect(350000 - left).toBeLessThanOrEqual(10000);
    await world.expectSoundBooks();
  });

  it('for a year counts again what was reversed', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { limitYearFen: 5000 }));
    const { settlementId } = value(await settle((await quoted(member, 5000)).quoteId));
    expect(await sharedOf(member, 5000)).toBe(0);
    value(await world.settlement.reverse(till, settlementId, { reason: '病人退药' }, newKey()));
    expect(await sharedOf(member, 5000)).toBe(5000);
  });

  it('counts bills of one batch one after the other', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { limitYearFen: 6000 }));
    const quotes = [await quoted(member, 4000), await quoted(member, 4000)];
    const results = await Promise.all(quotes.map(({ quoteId }) => settle(quoteId)));
    expect(results.map(codeOf).sort()).toEqual(['ok', 'shown-amount-changed']);
  });

  it('is told to the payer of a premium, with what is left to cash', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { limitPaymentFen: 20000 }));
    const quote = value(await premium(giver, member));
    expect(quote).toMatchObject({ fromAccountFen: 20000, shortfallFen: 19000 });
    expect(quote.lines.map((line) => line.text).join('')).toContain('最多从账户支付 200.00 元');
  });
});

describe('money is not used', () => {
  it('while paused, and again at once after resuming', async () => {
    const [giver, member] = await family();
    const { quoteId } = await quoted(member, 4000);
    value(await pause(giver, member, true));
    expect(codeOf(await settle(quoteId))).toBe('shown-amount-changed');
    expect(await sharedOf(member, 4000)).toBe(0);
    expect(codeOf(await premium(giver, member))).toBe('relation-paused');
    const choices = value(await world.premium.choices(as(giver, today)));
    expect(choices.people[0]?.years).toEqual([]);
    expect(choices.people[0]?.blockedText).toContain('暂停');
    value(await pause(giver, member, false));
    expect(await sharedOf(member, 4000)).toBe(4000);
  });

  it('by any bill that is settled after a pause was answered', async () => {
    const [giver, member] = await family();
    const quotes = await Promise.all(Array.from({ length: 6 }, () => quoted(member, 1000)));
    let isPaused = false;
    const late: boolean[] = [];
    await Promise.all([
      ...quotes.map(async ({ quoteId }, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 3));
        const wasPaused = isPaused;
        const result = await settle(quoteId);
        if (wasPaused) late.push(result.ok);
      }),
      pause(giver, member, true).then((result) => {
        isPaused = value(result).relation.control.paused;
      }),
    ]);
    expect(late).not.toContain(true);
    expect(value(await settle((await quoted(member, 1000)).quoteId)).result.sharedFen).toBe(0);
  });

  it('before its first and after its last day', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { usableFrom: '2024-10-16', usableTo: '2024-10-17' }));
    const on = (day: string) => sharedOf(member, 4000, cashier(hospitals.tieling1, day));
    expect(await Promise.all(['15', '16', '17', '18'].map((day) => on(`2024-10-${day}`)))).toEqual([
      0, 4000, 4000, 0,
    ]);
    expect(codeOf(await premium(giver, member))).toBe('relation-not-yet-usable');
  });

  it('for a purpose that is not permitted', async () => {
    const [giver, member] = await family();
    value(await allow(giver, member, { purposes: ['pharmacy'] }));
    expect(await sharedOf(member, 4000)).toBe(0);
    expect(await sharedOf(member, 4000, cashier(hospitals.pharmacy))).toBeGreaterThan(0);
    expect(codeOf(await premium(giver, member))).toBe('purpose-not-permitted');
  });
});

describe('a change of control', () => {
  it('is recorded with before and after, and both sides read it', async () => {
    const [giver, member] = await family();
    const changed = value(await allow(giver, member, { limitYearFen: 50000, purposes: ['outpatient'] }));
    value(await pause(giver, member, true));
    const seen = value(await world.relation.get(as(member, today), changed.relation.relationId));
    expect(seen.relation.control).toMatchObject({ limitYearFen: 50000, paused: true });
    expect(seen.history.map((step) => step.kind)).toEqual(['paused', 'control-changed', 'opened']);
    expect(seen.history[1]?.text).toContain('授权人修改了使用设置：全年上限由 不限 改为 500.00 元');
    const { rows } = await world.database.ownerPool.query(
      `select payload from gongji.action where subject_id = $1 and kind = 'control-changed'`,
      [changed.relation.relationId],
    );
    expect(rows[0]).toMatchObject({
      payload: { before: { limitYearFen: null }, after: { limitYearFen: 50000 } },
    });
    await world.expectSoundBooks();
  });

  it('is the giver’s alone, names the version that was seen, and takes no days of the past', async () => {
    const [giver, member] = await family();
    const { relationId } = await given(giver, member);
    expect(codeOf(await world.relation.pause(as(member), relationId, { paused: true }, newKey()))).toBe(
      'not-found',
    );
    expect(codeOf(await world.relation.get(as(employee({ area, name: '演外人' })), relationId))).toBe(
      'not-found',
    );
    value(await allow(giver, member, { limitYearFen: 100 }));
    expect(codeOf(await allow(giver, member, { limitYearFen: 1, seenVersion: 1 }))).toBe('control-changed');
    expect(codeOf(await allow(giver, member, { usableTo: '2024-10-14' }))).toBe('control-days-wrong');
  });

  it('leaves the order of givers to the member, and bills follow it', async () => {
    const [first, member] = await family();
    const second = employee({ area, name: '演二' });
    await world.add(second);
    await world.bind(second, member);
    const { received } = value(await world.relation.list(as(member, today)));
    const ids = received.map(({ relationId }) => relationId);
    const order = (relationIds: string[]) =>
      world.relation.orderGivers(as(member, today), { relationIds }, newKey());
    expect(codeOf(await order(ids.slice(0, 1)))).toBe('giver-order-wrong');
    const now = value(await order(ids.toReversed()));
    expect(now.received.map(({ giver }) => giver.personNo)).toEqual([second.personNo, first.personNo]);
    value(await settle((await quoted(member, 4000)).quoteId));
    expect((await world.money(second))[0]).toEqual([2023, 282000, 0]);
    expect((await world.money(first))[0]).toEqual([2023, 286000, 0]);
  });
});
