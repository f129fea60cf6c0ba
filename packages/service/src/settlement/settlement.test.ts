// What till, patient and giver may count on when a bill is settled.
import type { Settlement, TillQuoteBody } from '@gongji/contract';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, PersonImport } from '../index.ts';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const tieling = { area: '211200' };
const till = cashier(hospitals.tieling1);
type Ask = Partial<Omit<z.infer<typeof TillQuoteBody>, 'bill'>> & { totalFen: number; wholly?: number };

async function family(
  given: { giver?: Partial<PersonImport>; member?: Partial<PersonImport> } = {},
): Promise<[PersonImport, PersonImport]> {
  const giver = employee({ ...tieling, name: '演国栋', ...given.giver });
  const member = person({ ...tieling, name: '演桂芬', chronic: ['hypertension'], ...given.member });
  await world.add(giver, member);
  await world.bind(giver, member);
  return [giver, member];
}

const bodyOf = (patient: PersonImport, { totalFen, wholly = 0, ...rest }: Ask) => ({
  personNo: patient.personNo,
  bill: { totalFen, whollySelfPaidFen: wholly, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  chronic: [],
  accountUse: 'own-then-shared' as const,
  ...rest,
});
const quote = async (patient: PersonImport, ask: Ask, at: Context = till) =>
  value(await world.settlement.quote(at, bodyOf(patient, ask)));
const settle = async (patient: PersonImport, ask: Ask, at: Context = till): Promise<Settlement> => {
  const { quoteId } = await quote(patient, ask, at);
  return value(await world.settlement.settle(at, { quoteId }, newKey()));
};
const reverse = (settlementId: string, at: Context = till, key = newKey()) =>
  world.settlement.reverse(at, settlementId, { reason: '病人退药' }, key);
const counted = async (patient: PersonImport) =>
  value(await world.settlement.patient(till, { credential: patient.personNo })).yearToDate;
const full = [
  [2023, 286000, 0],
  [2024, 64000, 0],
];

describe('a bill', () => {
  it('is paid by the fund, the own account, the giver and cash, in this order', async () => {
    const [giver] = await family();
    const patient = employee({ ...tieling, name: '演工', parts: [{ partYear: 2024, fen: 30000 }] });
    await world.add(patient);
    await world.bind(giver, patient);
    const { result } = await settle(patient, { totalFen: 110000, wholly: 10000 });
    expect(result).toMatchObject({
      totalFen: 110000,
      deductibleFen: 20000,
      fundFen: 56000,
      ownAccountFen: 30000,
      sharedFen: 14000,
      cashFen: 10000,
      ownAccountAfterFen: 0,
      yearToDate: { deductibleFen: 20000, fundPaidFen: 56000 },
    });
    expect(await world.money(patient)).toEqual([[2024, 0, 0]]);
    // Prior-year money first.
    expect(await world.money(giver)).toEqual([
      [2023, 272000, 0],
      [2024, 64000, 0],
    ]);
    expect(await counted(patient)).toEqual({ deductibleFen: 20000, fundPaidFen: 56000 });
    const second = await settle(patient, { totalFen: 10000 });
    expect(second.result).toMatchObject({ deductibleFen: 0, fundFen: 7000, sharedFen: 3000 });
  });

  it('takes from several givers in the order of binding, and from none when told so', async () => {
    const [first, patient] = await family({ giver: { parts: [{ partYear: 2023, fen: 500 }] } });
    const second = employee({ ...tieling, name: '演二' });
    await world.add(second);
    await world.bind(second, patient);
    const none = await quote(patient, { totalFen: 10000, accountUse: 'none' });
    expect(none.result).toMatchObject({ sharedFen: 0, cashFen: 10000 });
    const own = await quote(patient, { totalFen: 10000, accountUse: 'own' });
    expect(own.result).toMatchObject({ sharedFen: 0, cashFen: 10000 });
    const { result, settlementId } = await settle(patient, { totalFen: 10000 });
    expect(result).toMatchObject({ fundFen: 0, sharedFen: 10000, cashFen: 0 });
    expect(await world.money(first)).toEqual([[2023, 0, 0]]);
    expect((await world.money(second))[0]).toEqual([2023, 276500, 0]);
    value(await reverse(settlementId));
    expect(await world.money(first)).toEqual([[2023, 500, 0]]);
    expect(await world.money(second)).toEqual(full);
  });

  it('never tells the till who the givers are', async () => {
    const [giver, patient] = await family();
    const settled = await settle(patient, { totalFen: 10000 });
    const seen = JSON.stringify([settled, value(await world.settlement.list(till))]);
    expect(seen).toContain('亲属共济账户');
    for (const secret of [giver.personNo, giver.name, 'giver-1', giver.idNumber]) {
      expect(seen).not.toContain(secret);
    }
    const payers = settled.result.lines.filter((line) => line.group === 'payer');
    expect(payers.reduce((sum, line) => sum + line.fen, 0)).toBe(10000);
  });

  it('uses no money of a giver who is suspended, in another province, or no longer bound', async () => {
    const [suspended, patient] = await family({ giver: { status: 'suspended' } });
    const elsewhere = employee({ area: '340500', name: '例远' });
    const former = employee({ ...tieling, name: '演前' });
    await world.add(elsewhere, former);
    await world.bind(elsewhere, patient);
    await world.bind(former, patient);
    await world.unbind(former, patient);
    const { result } = await settle(patient, { totalFen: 10000 });
    expect(result).toMatchObject({ sharedFen: 0, cashFen: 10000 });
    for (const giver of [suspended, elsewhere, former]) expect(await world.money(giver)).toEqual(full);
    expect(value(await world.settlement.patient(till, { credential: patient.personNo })).hasShared).toBe(
      false,
    );
  });

  it('takes only the shareable part: in Maanshan the money of prior years', async () => {
    const giver = employee({
      name: '样明远',
      parts: [
        { partYear: 2023, fen: 1000 },
        { partYear: 2024, fen: 9000 },
      ],
    });
    const patient = person({ name: '样小禾' });
    await world.add(giver, patient);
    await world.bind(giver, patient);
    const { result } = await settle(patient, { totalFen: 5000 });
    expect(result).toMatchObject({ fundFen: 0, sharedFen: 1000, cashFen: 4000 });
  });

  it('is paid at a pharmacy and at a hospital elsewhere without the fund', async () => {
    const [giver, patient] = await family();
    for (const place of [hospitals.pharmacy, hospitals.shenyang]) {
      const { result } = await settle(patient, { totalFen: 3000 }, cashier(place));
      expect(result).toMatchObject({ fundFen: 0, sharedFen: 3000 });
    }
    const usages = value(await world.usage.list(as(giver))).asGiver;
    expect(usages.map((usage) => [usage.purposeText, usage.place, usage.areaName]).sort()).toEqual(
      [
        ['药店购药', '演示大药房', '铁岭市'],
        ['门诊就医', '演示省城医院', '沈阳市'],
      ].sort(),
    );
  });

  it('is found by person number or identity number, and by nothing else', async () => {
    const [, patient] = await family();
    const find = (credential: string) => world.settlement.patient(till, { credential });
    expect(value(await find(patient.idNumber.toLowerCase()))).toMatchObject({
      personNo: patient.personNo,
      chronic: [{ code: 'hypertension', name: '高血压', state: 'valid' }],
      hasShared: true,
    });
    expect(codeOf(await find('211299199001011234'))).toBe('patient-not-found');
  });
});

describe('what cannot be settled', () => {
  it('is refused by one code each, with nothing taken', async () => {
    const [giver, patient] = await family();
    const [, stopped] = await family({ member: { status: 'ended' } });
    const [, afar] = await family({ member: { area: '210600' } });
    const code = async (ask: Ask, who = patient) =>
      codeOf(await world.settlement.quote(till, bodyOf(who, ask)));
    expect(await code({ totalFen: -1 })).toBe('amount-wrong');
    expect(await code({ totalFen: 10.5 })).toBe('amount-wrong');
    expect(await code({ totalFen: 0 })).toBe('amount-wrong');
    expect(await code({ totalFen: 100, wholly: 101 })).toBe('amount-wrong');
    expect(await code({ totalFen: 100, chronic: ['diabetes'] })).toBe('chronic-not-registered');
    expect(await code({ totalFen: 100 }, stopped)).toBe('patient-not-insured');
    expect(await code({ totalFen: 100 }, afar)).toBe('policy-not-recorded');
    expect(await code({ totalFen: 100 }, person({ name: '无' }))).toBe('patient-not-found');
    expect(codeOf(await world.settlement.list(as(giver)))).toBe('not-allowed');
    expect(codeOf(await world.settlement.settle(till, { quoteId: 'quo_none' }, newKey()))).toBe('not-found');
  });

  it('is refused when the quote is of another till, too old, or used', async () => {
    const [, patient] = await family();
    const { quoteId } = await quote(patient, { totalFen: 10000 });
    const call = async (at: Context) => codeOf(await world.settlement.settle(at, { quoteId }, newKey()));
    expect(await call(cashier(hospitals.tieling3))).toBe('not-found');
    expect(await call(cashier(hospitals.tieling1, '2024-10-15', '11:00:01'))).toBe('quote-expired');
    expect(await call(till)).toBe('ok');
    expect(await call(till)).toBe('quote-used');
  });

  it('takes nothing when what would be taken has changed since it was shown', async () => {
    const [giver, patient] = await family({ giver: { parts: [{ partYear: 2023, fen: 10000 }] } });
    const shown = await quote(patient, { totalFen: 8000 });
    await settle(patient, { totalFen: 6000 });
    expect(codeOf(await world.settlement.settle(till, { quoteId: shown.quoteId }, newKey()))).toBe(
      'shown-amount-changed',
    );
    expect(await world.money(giver)).toEqual([[2023, 4000, 0]]);
  });
});

describe('many at once', () => {
  it('answers one settlement to the same key, however often and at once it comes', async () => {
    const [giver, patient] = await family();
    const { quoteId } = await quote(patient, { totalFen: 10000 });
    const other = await quote(patient, { totalFen: 5000 });
    const key = newKey();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => world.settlement.settle(till, { quoteId }, key)),
    );
    expect(new Set(all.map((one) => value(one).settlementId)).size).toBe(1);
    for (const quoteIdElse of [other.quoteId, 'quo_none']) {
      expect(codeOf(await world.settlement.settle(till, { quoteId: quoteIdElse }, key))).toBe('key-reused');
    }
    expect(codeOf(await world.settlement.settle(till, { quoteId: 'quo_none' }, newKey()))).toBe('not-found');
    expect((await world.money(giver))[0]).toEqual([2023, 276000, 0]);
  });

  it('settles bills of one patient in one batch, each seeing those before', async () => {
    const [giver, patient] = await family();
    const chronic = await Promise.all(
      [1000, 2000, 3000].map((totalFen) => quote(patient, { totalFen, chronic: ['hypertension'] })),
    );
    const settled = await Promise.all(
      chronic.map(({ quoteId }) => world.settlement.settle(till, { quoteId }, newKey())),
    );
    expect(settled.map((one) => value(one).result.sharedFen)).toEqual([100, 200, 300]);
    expect((await world.money(giver))[0]).toEqual([2023, 285400, 0]);
    const worker = employee({ ...tieling, name: '演工' });
    await world.add(worker);
    const alike = await Promise.all([1, 2, 3].map(() => quote(worker, { totalFen: 15000 })));
    const codes = await Promise.all(
      alike.map(async ({ quoteId }) => codeOf(await world.settlement.settle(till, { quoteId }, newKey()))),
    );
    // The deductible was shown as not yet met to all three; it is met once.
    expect(codes.sort()).toEqual(['ok', 'shown-amount-changed', 'shown-amount-changed']);
    expect(await counted(worker)).toEqual({ deductibleFen: 15000, fundPaidFen: 0 });
  });
});

describe('a reversal', () => {
  it('gives everything back to the account, the year and the accumulators it came from, once', async () => {
    const [giver] = await family();
    const patient = employee({ ...tieling, name: '演工', parts: [{ partYear: 2022, fen: 100 }] });
    await world.add(patient);
    await world.bind(giver, patient);
    const first = await settle(patient, { totalFen: 60000 });
    const second = await settle(patient, { totalFen: 20000 });
    const key = newKey();
    const reversed = value(await reverse(first.settlementId, till, key));
    expect(reversed).toMatchObject({ state: 'reversed', reversal: { reason: '病人退药' } });
    expect(value(await reverse(first.settlementId, till, key)).state).toBe('reversed');
    expect(codeOf(await reverse(first.settlementId))).toBe('already-reversed');
    expect(codeOf(await reverse(second.settlementId, till, key))).toBe('key-reused');
    // The later bill stays as it was counted: nothing of the deductible, 70 percent of 200.00.
    expect(await counted(patient)).toEqual({ deductibleFen: 0, fundPaidFen: 14000 });
    expect(await world.money(patient)).toEqual([[2022, 100, 0]]);
    value(await reverse(second.settlementId));
    expect(await world.money(giver)).toEqual(full);
    expect(await counted(patient)).toEqual({ deductibleFen: 0, fundPaidFen: 0 });
    const usages = value(await world.usage.list(as(giver)));
    expect(usages.totals).toEqual([]);
    expect(usages.asGiver.filter((usage) => usage.reversed)).toHaveLength(2);
  });

  it('happens once though asked for from several tills at once', async () => {
    const [giver, patient] = await family();
    const { settlementId } = await settle(patient, { totalFen: 10000 });
    const codes = await Promise.all([1, 2, 3, 4].map(async () => codeOf(await reverse(settlementId))));
    expect(codes.sort()).toEqual(['already-reversed', 'already-reversed', 'already-reversed', 'ok']);
    expect(await world.money(giver)).toEqual(full);
  });

  it('is for the institution that settled, also after the relation ended and into the next year', async () => {
    const [giver, patient] = await family();
    const { settlementId } = await settle(patient, { totalFen: 10000 });
    expect(codeOf(await reverse(settlementId, cashier(hospitals.tieling3)))).toBe('not-found');
    await world.unbind(giver, patient);
    value(await reverse(settlementId, cashier(hospitals.tieling1, '2025-02-01')));
    expect(await world.money(giver)).toEqual(full);
    expect(await counted(patient)).toEqual({ deductibleFen: 0, fundPaidFen: 0 });
  });

  it('undoes a bill that was paid in cash alone', async () => {
    const [, patient] = await family();
    const { settlementId } = await settle(patient, { totalFen: 100, accountUse: 'none' });
    expect(value(await reverse(settlementId)).state).toBe('reversed');
  });
});

describe('who used my money', () => {
  it('explains the bill to the giver without a diagnosis and without other purses', async () => {
    const [giver, patient] = await family();
    await settle(patient, { totalFen: 10000, chronic: ['hypertension'] });
    const [usage] = value(await world.usage.list(as(giver))).asGiver;
    const story = value(await world.usage.explain(as(giver), usage?.usageId ?? ''));
    expect(story.parts).toEqual([{ partYear: 2023, fen: 1000 }]);
    expect(JSON.stringify(story.lines)).not.toMatch(/慢|高血压|糖尿病|chronic|hypertension|90%|最高可达/);
    const sumOf = (group: string) =>
      story.lines.filter((line) => line.group === group).reduce((sum, line) => sum + line.fen, 0);
    expect([sumOf('split'), sumOf('payer')]).toEqual([10000, 10000]);
    expect(story.lines.map((line) => line.text)).toContain('您的个人账户支付 10.00 元。');
    const member = value(await world.usage.explain(as(patient), usage?.usageId ?? ''));
    expect(member.parts).toEqual([]);
    expect(member.lines.map((line) => line.text)).toContain('演国栋的个人账户支付 10.00 元。');
    expect(member.lines.some((line) => line.text.includes('慢性病'))).toBe(true);
  });

  it('explains to nobody else', async () => {
    const [giver, patient] = await family();
    await settle(patient, { totalFen: 10000 });
    const [usage] = value(await world.usage.list(as(giver))).asGiver;
    const [stranger] = await family();
    expect(codeOf(await world.usage.explain(as(stranger), usage?.usageId ?? ''))).toBe('not-found');
    expect(codeOf(await world.usage.explain(as(giver), 'use_none'))).toBe('not-found');
  });
});

it('leaves sound books', () => world.expectSoundBooks());
