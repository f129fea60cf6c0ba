// A balance that is short: the difference is paid in cash through the channel, or nothing is taken.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
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
  [giver, child] = await addFamily(world, poor);
});

const poor = { parts: [{ partYear: 2023, fen: 15000 }] };
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

describe('a balance that is short', () => {
  it('stops with nothing taken when no cash was agreed to', async () => {
    const refused = await world.premium.pay(
      as(giver),
      { quoteId: await quoteId(), cashForShortfall: false },
      newKey(),
    );
    expect(codeOf(refused)).toBe('shortfall');
    expect(await world.money(giver)).toEqual([[2023, 15000, 0]]);
    expect(value(await world.premium.list(as(giver))).items).toEqual([]);
  });

  it('waits for the cash with the account on hold, and goes on when it is paid', async () => {
    const payment = await pay(true);
    expect(payment).toMatchObject({ state: 'awaiting-cash', fromAccountFen: 15000, cashFen: 25000 });
    expect(payment.cashPayUrl).toContain(payment.paymentId);
    expect(await world.money(giver)).toEqual([[2023, 15000, 15000]]);
    await world.premium.resume(at());
    expect((await now(payment.paymentId)).state).toBe('awaiting-cash');
    world.cashChannel.payOrder(payment.paymentId);
    await world.premium.resume(at());
    expect(await now(payment.paymentId)).toMatchObject({ state: 'paid', cashPayUrl: null });
    expect(await world.money(giver)).toEqual([[2023, 0, 0]]);
    expect(await usedBy(giver)).toMatchObject([{ fen: 15000 }]);
  });

  it('refunds the cash as well when the tax bureau refuses, also when the refund needs a second try', async () => {
    const payment = await pay(true);
    world.cashChannel.payOrder(payment.paymentId);
    world.taxBureau.fault = 'refuse';
    world.cashChannel.silentCalls.add('refundOrder');
    await world.premium.resume(at());
    expect((await now(payment.paymentId)).state).toBe('returning');
    expect(await world.money(giver)).toEqual([[2023, 15000, 0]]);
    world.cashChannel.silentCalls.clear();
    await world.premium.resume(at());
    expect((await now(payment.paymentId)).state).toBe('returned');
    expect(world.cashChannel.orders.get(payment.paymentId)?.state).toBe('refunded');
  });

  it('can be cancelled while cash is awaited, once and not later', async () => {
    const payment = await pay(true);
    const key = newKey();
    const cancelled = value(await world.premium.cancel(as(giver), payment.paymentId, key));
    expect(cancelled).toMatchObject({ state: 'returned', stateText: '已取消，没有扣钱' });
    expect(value(await world.premium.cancel(as(giver), payment.paymentId, key)).state).toBe('returned');
    expect(codeOf(await world.premium.cancel(as(giver), payment.paymentId, newKey()))).toBe('state-changed');
    expect(codeOf(await world.premium.cancel(as(child), payment.paymentId, newKey()))).toBe('not-found');
    expect(world.cashChannel.orders.get(payment.paymentId)?.state).toBe('closed');
    expect(await world.money(giver)).toEqual([[2023, 15000, 0]]);
  });

  it('refunds cash that was paid just before the cancelling', async () => {
    const payment = await pay(true);
    world.cashChannel.payOrder(payment.paymentId);
    const cancelled = value(await world.premium.cancel(as(giver), payment.paymentId, newKey()));
    expect(cancelled.state).toBe('returned');
    expect(cancelled.timeline.at(-1)?.text).toContain('250.00 元');
    expect(world.cashChannel.orders.get(payment.paymentId)?.state).toBe('refunded');
    expect(world.taxBureau.sent.has(payment.paymentId)).toBe(false);
  });

  it('cancels by and by when the channel is silent', async () => {
    const payment = await pay(true);
    world.cashChannel.silentCalls.add('closeOrder');
    const asked = value(await world.premium.cancel(as(giver), payment.paymentId, newKey()));
    expect(asked).toMatchObject({ state: 'awaiting-cash', cashPayUrl: null });
    world.cashChannel.silentCalls.clear();
    await world.premium.resume(at());
    expect((await now(payment.paymentId)).state).toBe('returned');
  });

  it('ends when the person closes the order at the channel, or leaves it for a day', async () => {
    const closed = await pay(true);
    world.cashChannel.closeByPerson(closed.paymentId);
    await world.premium.resume(at());
    expect((await now(closed.paymentId)).state).toBe('returned');
    const left = await pay(true);
    await world.premium.resume(at('2024-10-16T10:29:00+08:00'));
    expect((await now(left.paymentId)).state).toBe('awaiting-cash');
    await world.premium.resume(at('2024-10-16T10:30:00+08:00'));
    expect((await now(left.paymentId)).state).toBe('returned');
    expect(await world.money(giver)).toEqual([[2023, 15000, 0]]);
  });

  it('finds the order again when the channel did not answer its making', async () => {
    world.cashChannel.silentCalls.add('createOrder');
    const payment = await pay(true);
    expect(payment).toMatchObject({ state: 'awaiting-cash', cashPayUrl: null });
    world.cashChannel.silentCalls.clear();
    const cancelled = value(await world.premium.cancel(as(giver), payment.paymentId, newKey()));
    expect(cancelled.state).toBe('returned');
    expect(world.cashChannel.orders.get(payment.paymentId)?.state).toBe('closed');
  });

  it('is paid wholly in cash where the account has nothing, also for oneself', async () => {
    const payment = await pay(true, child, child);
    expect(payment).toMatchObject({ fromAccountFen: 0, cashFen: 40000 });
    world.cashChannel.payOrder(payment.paymentId);
    await world.premium.resume(at());
    expect((await now(payment.paymentId, child)).state).toBe('paid');
    expect(await usedBy(child)).toEqual([]);
  });
});

it('leaves sound books', () => world.expectSoundBooks());
