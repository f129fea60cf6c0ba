// Invariant 10: the process may die at any statement and any outside call; nothing is lost, nothing twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { mortal } from '../../test/crash.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const at = new Date('2024-10-15T10:31:00+08:00');

let families = 0;

async function family(fen: number): Promise<{ giver: PersonImport; child: PersonImport }> {
  families += 1;
  // The serial of an identity number wraps at 1,000.
  const decade = Math.floor(families / 400);
  const giver = employee({
    name: '样明远',
    bornOn: `${1970 + decade}-01-02`,
    parts: [{ partYear: 2023, fen }],
  });
  const child = person({ name: '样小禾', bornOn: `${2010 + decade}-01-02` });
  await world.add(giver, child);
  await world.bind(giver, child);
  return { giver, child };
}

/** Dies at moment `diesAt` of the payment; then another process takes over. False when it lived to the end. */
async function payAndDie(
  diesAt: number,
  fen: number,
  fault: 'none' | 'refuse' | 'silent-after' | 'silent-before',
): Promise<boolean> {
  const { giver, child } = await family(fen);
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const quote = value(await world.premium.quote(as(giver), body));
  const request = { quoteId: quote.quoteId, cashForShortfall: true };
  const key = newKey();
  world.taxBureau.fault = fault;

  const process = mortal(diesAt);
  const dying = world.premiumOn(process.pool(world.database.appPool), process.ports(world.ports));
  await dying.pay(as(giver), request, key).catch(() => undefined);
  const [begun] = value(await world.premium.list(as(giver))).items;
  if (begun?.state === 'awaiting-cash' && begun.cashPayUrl) {
    world.cashChannel.payOrder(begun.paymentId);
    await dying.advance(begun.paymentId, at).catch(() => undefined);
  }

  // The person tries again with the same key, the worker goes on.
  const again = value(await world.premium.pay(as(giver), request, key));
  if (world.cashChannel.orders.get(again.paymentId)?.state === 'waiting') {
    world.cashChannel.payOrder(again.paymentId);
  }
  for (let round = 0; round < 3; round += 1) await world.premium.resume(at);

  const payments = value(await world.premium.list(as(giver))).items;
  const [payment] = payments;
  expect(payments).toHaveLength(1);
  if (!payment) return false;
  const { paymentId, state, fromAccountFen } = payment;
  expect(state).toBe(world.taxBureau.accepted.has(paymentId) ? 'paid' : 'returned');
  expect(world.taxBureau.sent.get(paymentId) ?? 0).toBeLessThanOrEqual(1);
  const takenFen = state === 'paid' ? fromAccountFen : 0;
  expect(await world.money(giver)).toEqual([[2023, fen - takenFen, 0]]);
  const cash = world.cashChannel.orders.get(paymentId)?.state;
  if (payment.cashFen > 0) expect(cash).toBe(state === 'paid' ? 'paid' : 'refunded');
  expect(value(await world.usage.list(as(giver))).asGiver).toHaveLength(state === 'paid' ? 1 : 0);
  return process.isDead();
}

/** The longest course is tried at every moment, the others at every third (the moments are much the same). */
const courses = [
  ['at every moment of a payment with cash, accepted', 15000, 'none', 1],
  ['during a payment with cash, refused', 15000, 'refuse', 3],
  ['during a payment from the account alone, accepted', 100000, 'none', 3],
  ['during a payment from the account alone, silent though accepted', 100000, 'silent-after', 3],
] as const;

for (const [name, fen, fault, step] of courses) {
  it(`survives death ${name}`, async () => {
    let diesAt = 0;
    while (await payAndDie(diesAt, fen, fault)) diesAt += step;
    // A payment has at least this many moments; fewer would mean that the test stopped short.
    expect(diesAt).toBeGreaterThan(30);
    expect(world.faults.length).toBeGreaterThan(0);
    await world.expectSoundBooks();
  });
}

it('never pays a person and year twice', async () => {
  const keys = [...world.taxBureau.accepted.values()].map((one) => `${one.idNumber}/${one.coverageYear}`);
  expect(keys.length).toBeGreaterThan(50);
  expect(new Set(keys).size).toBe(keys.length);
});
