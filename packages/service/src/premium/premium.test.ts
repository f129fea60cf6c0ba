// What a payer may count on: outcomes of a premium payment, each with the money that moved and the state that is shown.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee } from '../../test/people.ts';
import { addFamily, calm } from '../../test/premium-family.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
let giver: PersonImport;
let child: PersonImport;

beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  calm(world);
  [giver, child] = await addFamily(world);
});

const poor = [{ partYear: 2023, fen: 15000 }];
const full = [
  [2023, 286000, 0],
  [2024, 64000, 0],
];
const at = (text = '2024-10-15T10:31:00+08:00') => new Date(text);
const body = (member = child, coverageYear = 2025) => ({ memberPersonNo: member.personNo, coverageYear });
const quoteId = async (payer = giver, member = child) =>
  value(await world.premium.quote(as(payer), body(member))).quoteId;
const pay = async (cashForShortfall = false, payer = giver, member = child) =>
  value(
    await world.premium.pay(as(payer), { quoteId: await quoteId(payer, member), cashForShortfall }, newKey()),
  );
const now = async (paymentId: string, payer = giver) => value(await world.premium.get(as(payer), paymentId));
const usedBy = async (payer: PersonImport) => value(await world.usage.list(as(payer))).asGiver;

describe('what is shown before paying', () => {
  it('shows the amount, the window, the account, and that only prior-year money is used', async () => {
    const quote = value(await world.premium.quote(as(giver), body()));
    expect(quote).toMatchObject({
      amountFen: 40000,
      amountFrom: 'policy',
      window: { from: '2024-09-05', to: '2024-12-31', open: true },
      benefitsFrom: '2025-01-01',
      waitingMonths: 0,
      shareableFen: 286000,
      fromAccountFen: 40000,
      shortfallFen: 0,
      policy: { id: '340500' },
      payer: { name: '样明远', area: '340500' },
      member: { name: '样小禾', areaName: '马鞍山市' },
    });
    const sumOf = (group: string) =>
      quote.lines.filter((line) => line.group === group).reduce((sum, line) => sum + line.fen, 0);
    expect([sumOf('split'), sumOf('payer')]).toEqual([40000, 40000]);
  });

  it('shows what is missing when prior-year money is short, though the current year has plenty', async () => {
    const [short, kid] = await addFamily(world, { parts: [...poor, { partYear: 2024, fen: 500000 }] });
    expect(value(await world.premium.quote(as(short), body(kid)))).toMatchObject({
      shareableFen: 15000,
      fromAccountFen: 15000,
      shortfallFen: 25000,
    });
  });

  it('offers oneself as a resident, members as residents, and says why an employee needs no premium', async () => {
    const worker = employee({ name: '样大' });
    await world.add(worker);
    await world.bind(giver, worker);
    const { people } = value(await world.premium.choices(as(giver)));
    expect(people.map((one) => [one.person.name, one.relationText, one.years.length > 0])).toEqual([
      ['样小禾', '子女', true],
      ['样大', '子女', false],
    ]);
    expect(people[0]?.years[0]).toMatchObject({
      coverageYear: 2025,
      window: { open: true },
      paymentId: null,
    });
    expect(people[1]?.blockedText).toContain('不是城乡居民医保');
    const own = value(await world.premium.choices(as(child)));
    expect(own.people.map((one) => one.relationText)).toEqual(['本人']);
  });

  it('takes the amount that the tax bureau assesses where none is recorded, and says so', async () => {
    const [, kid] = await addFamily(world, {}, { area: '340100' });
    const [parent] = await addFamily(world);
    await world.bind(parent, kid);
    const quote = value(await world.premium.quote(as(parent), body(kid)));
    expect(quote).toMatchObject({ amountFen: 41000, amountFrom: 'tax-bureau', window: null, policy: null });
    expect(quote.lines[0]?.text).toContain('税务部门核定');
    expect(await pay(false, parent, kid)).toMatchObject({ state: 'paid', amountFen: 41000 });
    expect(await world.money(parent)).toEqual([
      [2023, 245000, 0],
      [2024, 64000, 0],
    ]);
  });

  it('refuses where neither policy nor tax bureau knows an amount, and where the bureau is silent', async () => {
    const [parent, kid] = await addFamily(world, {}, { area: '340200' });
    expect(codeOf(await world.premium.quote(as(parent), body(kid)))).toBe('premium-not-recorded');
    world.taxBureau.isSilent = true;
    expect(codeOf(await world.premium.quote(as(parent), body(kid)))).toBe('outside-unavailable');
  });

  it('refuses before the window, counts both its days, and shows the wait after it', async () => {
    const code = async (day: string) => codeOf(await world.premium.quote(as(giver, day), body()));
    expect(await code('2024-09-04')).toBe('premium-window-closed');
    expect(await code('2024-09-05')).toBe('ok');
    expect(await code('2024-12-31')).toBe('ok');
    const late = value(await world.premium.quote(as(giver, '2025-02-10'), body()));
    expect(late).toMatchObject({ waitingMonths: 3, window: { open: false } });
    expect(late.benefitsFrom).toBe('2025-05-10');
    expect(await code('2025-11-20')).toBe('premium-window-closed');
  });

  it('refuses for strangers, employees, unknown people, and payers whose insurance is suspended', async () => {
    const [stranger, otherChild] = await addFamily(world);
    expect(codeOf(await world.premium.quote(as(giver), body(otherChild)))).toBe('relation-not-active');
    expect(codeOf(await world.premium.quote(as(giver), body(stranger)))).toBe('relation-not-active');
    expect(codeOf(await world.premium.quote(as(giver), body(giver)))).toBe('member-not-resident');
    expect(codeOf(await world.premium.quote(as(giver), { memberPersonNo: '1', coverageYear: 2025 }))).toBe(
      'not-found',
    );
    const [suspended, kid] = await addFamily(world, { status: 'suspended' });
    expect(codeOf(await world.premium.quote(as(suspended), body(kid)))).toBe('giver-suspended');
  });
});

describe('a payment that the tax bureau accepts', () => {
  it('takes exactly what was shown, gives a receipt, and tells giver and member', async () => {
    const payment = await pay();
    expect(payment).toMatchObject({ state: 'paid', amountFen: 40000, fromAccountFen: 40000, cashFen: 0 });
    expect(payment.receiptNo).toMatch(/^20241015-\w{10}$/);
    expect(payment.taxReceiptNo).toMatch(/^TAX-/);
    expect(payment.timeline.map((step) => step.kind)).toEqual(['begun', 'bureau-accepted']);
    expect(await world.money(giver)).toEqual([
      [2023, 246000, 0],
      [2024, 64000, 0],
    ]);
    expect(world.taxBureau.accepted.get(payment.paymentId)).toMatchObject({
      idNumber: child.idNumber,
      amountFen: 40000,
    });
    const usages = value(await world.usage.list(as(giver)));
    expect(usages.asGiver).toMatchObject([
      { purpose: 'premium', place: '税务部门，2025 年度', fen: 40000, direction: 'used', reversed: false },
    ]);
    expect(usages.totals).toMatchObject([{ member: { name: '样小禾' }, usedThisYearFen: 40000 }]);
    expect(value(await world.usage.list(as(child))).asMember).toHaveLength(1);
    const story = value(await world.usage.explain(as(giver), usages.asGiver[0]?.usageId ?? ''));
    expect(story.parts).toEqual([{ partYear: 2023, fen: 40000 }]);
    expect(story.lines).toEqual(payment.lines);
    expect((await now(payment.paymentId, child)).state).toBe('paid');
  });

  it('registers a free premium with the tax bureau and takes nothing', async () => {
    const [parent, kid] = await addFamily(world, {}, { group: 'orphan' });
    const payment = await pay(false, parent, kid);
    expect(payment).toMatchObject({ state: 'paid', amountFen: 0 });
    expect(payment.nextText).toContain('免缴');
    expect(world.taxBureau.accepted.get(payment.paymentId)?.amountFen).toBe(0);
    expect(await world.money(parent)).toEqual(full);
    expect(await usedBy(parent)).toEqual([]);
  });

  it('is paid once: a second try is told that it is paid', async () => {
    await pay();
    expect(codeOf(await world.premium.quote(as(giver), body()))).toBe('premium-already-paid');
  });
});

describe('a payment that does not go through', () => {
  it('gives everything back when the tax bureau refuses, and says why', async () => {
    world.taxBureau.fault = 'refuse';
    const payment = await pay();
    expect(payment.state).toBe('returned');
    expect(payment.stateText).toContain('征收系统拒绝');
    expect(payment.timeline.map((step) => step.kind)).toEqual(['begun', 'bureau-refused', 'money-returned']);
    expect(await world.money(giver)).toEqual(full);
    expect(await usedBy(giver)).toEqual([]);
    world.taxBureau.fault = 'none';
    expect((await pay()).state).toBe('paid');
  });

  it('asks after a payment that got no answer, and finds that it was accepted', async () => {
    world.taxBureau.fault = 'silent-after';
    world.taxBureau.isDeaf = true;
    const payment = await pay();
    expect(payment.state).toBe('unknown');
    expect(await world.money(giver)).toEqual([
      [2023, 286000, 40000],
      [2024, 64000, 0],
    ]);
    expect(codeOf(await world.premium.quote(as(giver), body()))).toBe('premium-under-way');
    world.taxBureau.isDeaf = false;
    await world.premium.resume(at());
    expect((await now(payment.paymentId)).state).toBe('paid');
    expect(world.taxBureau.sent.get(payment.paymentId)).toBe(1);
  });

  it('gives the money back once the tax bureau has twice said that the payment never arrived', async () => {
    world.taxBureau.fault = 'silent-before';
    const payment = await pay();
    expect(payment.state).toBe('unknown');
    await world.premium.resume(at());
    const after = await now(payment.paymentId);
    expect(after.state).toBe('returned');
    expect(after.timeline.map((step) => step.kind)).toEqual([
      'begun',
      'bureau-silent',
      'never-arrived',
      'money-returned',
    ]);
    expect(world.taxBureau.sent.get(payment.paymentId)).toBe(1);
    expect(await world.money(giver)).toEqual(full);
  });

  it('takes nothing when anything shown has changed', async () => {
    const shown = await quoteId();
    const [, second] = await addFamily(world);
    await world.bind(giver, second);
    await pay(false, giver, second);
    const late = await world.premium.pay(as(giver), { quoteId: shown, cashForShortfall: false }, newKey());
    expect(codeOf(late)).toBe('shown-amount-changed');
    expect(world.taxBureau.accepted.size).toBeGreaterThan(0);
    expect(await world.money(giver)).toEqual([
      [2023, 246000, 0],
      [2024, 64000, 0],
    ]);
  });

  it('takes nothing after the relation ended, after 30 minutes, or with a quote of somebody else', async () => {
    const shown = await quoteId();
    const call = async (context = as(giver)) =>
      codeOf(await world.premium.pay(context, { quoteId: shown, cashForShortfall: false }, newKey()));
    expect(await call({ ...as(giver), at: at('2024-10-15T11:00:01+08:00') })).toBe('quote-expired');
    expect(await call(as(child))).toBe('not-found');
    await world.unbind(giver, child);
    expect(await call()).toBe('relation-not-active');
    expect(await world.money(giver)).toEqual(full);
  });
});

describe('asking twice', () => {
  it('answers the same payment to the same key, and refuses the key for other content', async () => {
    const request = { quoteId: await quoteId(), cashForShortfall: false };
    const key = newKey();
    const [first, second] = await Promise.all([
      world.premium.pay(as(giver), request, key),
      world.premium.pay(as(giver), request, key),
    ]);
    const again = value(await world.premium.pay(as(giver), request, key));
    expect(value(first).paymentId).toBe(again.paymentId);
    expect(value(second).paymentId).toBe(again.paymentId);
    expect(codeOf(await world.premium.pay(as(giver), { ...request, cashForShortfall: true }, key))).toBe(
      'key-reused',
    );
    expect((await world.money(giver))[0]).toEqual([2023, 246000, 0]);
  });

  it('lets one of two givers pay for the same child', async () => {
    const [other] = await addFamily(world);
    await world.bind(other, child);
    const outcomes = await Promise.all(
      [giver, other].map(async (payer) =>
        world.premium.pay(as(payer), { quoteId: await quoteId(payer), cashForShortfall: false }, newKey()),
      ),
    );
    const codes = outcomes.map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(['premium-under-way', 'premium-already-paid']).toContain(codes.find((code) => code !== 'ok'));
    const left = [...(await world.money(giver)), ...(await world.money(other))].map(([, net]) => net);
    expect(left.reduce((sum, net) => (sum ?? 0) + (net ?? 0), 0)).toBe(2 * 350000 - 40000);
  });

  it('does not pay a quote again whose money went back', async () => {
    const request = { quoteId: await quoteId(), cashForShortfall: false };
    world.taxBureau.fault = 'refuse';
    expect(value(await world.premium.pay(as(giver), request, newKey())).state).toBe('returned');
    world.taxBureau.fault = 'none';
    expect(codeOf(await world.premium.pay(as(giver), request, newKey()))).toBe('quote-expired');
  });

  it('is moved on by several processes at once without doing anything twice', async () => {
    world.taxBureau.fault = 'silent-after';
    world.taxBureau.isDeaf = true;
    const payment = await pay();
    world.taxBureau.isDeaf = false;
    await Promise.all(Array.from({ length: 6 }, () => world.premium.advance(payment.paymentId, at())));
    expect((await now(payment.paymentId)).timeline.map((step) => step.kind)).toEqual([
      'begun',
      'bureau-silent',
      'bureau-accepted',
    ]);
    expect((await world.money(giver))[0]).toEqual([2023, 246000, 0]);
    expect(world.faults).toEqual([]);
  });

  it('shows a payment to payer and member only', async () => {
    const payment = await pay();
    const [stranger] = await addFamily(world);
    expect(codeOf(await world.premium.get(as(stranger), payment.paymentId))).toBe('not-found');
  });
});

it('leaves sound books', () => world.expectSoundBooks());
