// Premiums of several people in one go: all begin or none does, the account pays each what was shown, and each goes its own way.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { person } from '../../test/people.ts';
import { addFamily, calm } from '../../test/premium-family.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
let giver: PersonImport;
let first: PersonImport;
let second: PersonImport;

beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const bindMore = async (parent: PersonImport, name = '样小苗') => {
  const more = person({ name, bornOn: '2019-03-02', student: false });
  await world.add(more);
  await world.bind(parent, more);
  return more;
};

beforeEach(async () => {
  calm(world);
  [giver, first] = await addFamily(world);
  second = await bindMore(giver);
});

const items = (...members: PersonImport[]) =>
  members.map(({ personNo }) => ({ memberPersonNo: personNo, coverageYear: 2025 }));
const quote = async (payer = giver, ...members: PersonImport[]) =>
  value(
    await world.premium.quoteOrder(as(payer), {
      items: items(...(members.length > 0 ? members : [first, second])),
    }),
  );
const idsOf = ({ quotes }: Awaited<ReturnType<typeof quote>>) => quotes.map(({ quoteId }) => quoteId);
const at = new Date('2024-10-15T10:31:00+08:00');

describe('what is shown for several', () => {
  it('reckons each after those before it, so that the sums are those of one account', async () => {
    const [poor, child] = await addFamily(world, { parts: [{ partYear: 2023, fen: 55000 }] });
    const shown = await quote(poor, child, await bindMore(poor));
    expect(shown).toMatchObject({ totalFen: 80000, shareableFen: 55000, fromAccountFen: 55000 });
    expect(shown.shortfallFen).toBe(25000);
    expect(shown.quotes.map(({ fromAccountFen, shortfallFen }) => [fromAccountFen, shortfallFen])).toEqual([
      [40000, 0],
      [15000, 25000],
    ]);
    expect(shown.quotes.map(({ member }) => [member.name, member.areaName])).toEqual([
      ['样小禾', '马鞍山市'],
      ['样小苗', '马鞍山市'],
    ]);
  });

  it('leaves out whom nothing can be paid for, and says why; the others go on', async () => {
    const alone = await quote(giver, first);
    const paid = value(
      await world.premium.payOrder(as(giver), { quoteIds: idsOf(alone), cashForShortfall: false }, newKey()),
    );
    const shown = await quote();
    expect(shown.quotes.map(({ member }) => member.name)).toEqual(['样小苗']);
    expect(shown.left).toMatchObject([
      { member: { name: '样小禾' }, paymentId: paid.payments[0]?.paymentId },
    ]);
    expect(shown.left[0]?.message).toContain('已经缴过');
  });

  it('tells nothing of a stranger', async () => {
    const [, other] = await addFamily(world);
    const refused = await world.premium.quoteOrder(as(giver), { items: items(first, other) });
    expect(codeOf(refused)).toBe('not-found');
  });
});

describe('paying for several', () => {
  it('pays each from the account, each with its own receipt, and once though it is sent twice', async () => {
    const body = { quoteIds: idsOf(await quote()), cashForShortfall: false };
    const key = newKey();
    const [one, twin] = await Promise.all([
      world.premium.payOrder(as(giver), body, key),
      world.premium.payOrder(as(giver), body, key),
    ]);
    const order = value(one);
    expect(value(twin).orderId).toBe(order.orderId);
    await world.premium.resume(at);
    const now = value(await world.premium.order(as(giver), order.orderId));
    expect(now.payments.map(({ state, member, orderId }) => [state, member.name, orderId])).toEqual([
      ['paid', '样小禾', order.orderId],
      ['paid', '样小苗', order.orderId],
    ]);
    expect(new Set(now.payments.map(({ receiptNo }) => receiptNo)).size).toBe(2);
    expect(await world.money(giver)).toEqual([
      [2023, 206000, 0],
      [2024, 64000, 0],
    ]);
    expect(codeOf(await world.premium.order(as(first), order.orderId))).toBe('not-found');
  });

  it('refuses the same quotes under another key, with nothing taken again', async () => {
    const body = { quoteIds: idsOf(await quote()), cashForShortfall: false };
    value(await world.premium.payOrder(as(giver), body, newKey()));
    const again = await world.premium.payOrder(as(giver), body, newKey());
    expect(codeOf(again)).toBe('premium-order-stopped');
    expect(await world.money(giver)).toMatchObject([
      [2023, 206000, 0],
      [2024, 64000, 0],
    ]);
  });

  it('takes nothing for anybody when one can’t be paid, and names them and why', async () => {
    const shown = await quote();
    await world.unbind(giver, second);
    const refused = await world.premium.payOrder(
      as(giver),
      { quoteIds: idsOf(shown), cashForShortfall: false },
      newKey(),
    );
    expect(refused).toMatchObject({
      ok: false,
      code: 'premium-order-stopped',
      details: { name: '样小苗', code: 'relation-not-active', memberPersonNo: second.personNo },
    });
    expect(value(await world.premium.list(as(giver))).items).toEqual([]);
    expect(await world.money(giver)).toMatchObject([
      [2023, 286000, 0],
      [2024, 64000, 0],
    ]);
  });

  it('lets one go back and the other stand: only what was accepted is taken', async () => {
    const shown = await quote();
    const pay = world.taxBureau.pay.bind(world.taxBureau);
    world.taxBureau.pay = async (payment) => {
      world.taxBureau.fault = payment.idNumber === second.idNumber ? 'refuse' : 'none';
      return pay(payment);
    };
    const order = value(
      await world.premium.payOrder(as(giver), { quoteIds: idsOf(shown), cashForShortfall: false }, newKey()),
    );
    world.taxBureau.pay = pay;
    expect(order.payments.map(({ state }) => state)).toEqual(['paid', 'returned']);
    expect(order.payments.map(({ canPayAgain }) => canPayAgain)).toEqual([false, true]);
    expect(await world.money(giver)).toMatchObject([
      [2023, 246000, 0],
      [2024, 64000, 0],
    ]);
  });

  it('asks for cash before it takes anything, then waits for it only where it is short', async () => {
    const [poor, child] = await addFamily(world, { parts: [{ partYear: 2023, fen: 55000 }] });
    const shown = await quote(poor, child, await bindMore(poor));
    const ask = (cashForShortfall: boolean) =>
      world.premium.payOrder(as(poor), { quoteIds: idsOf(shown), cashForShortfall }, newKey());
    expect(await ask(false)).toMatchObject({ code: 'shortfall', details: { shortfallFen: 25000 } });
    const order = value(await ask(true));
    expect(order.payments.map(({ state }) => state)).toEqual(['paid', 'awaiting-cash']);
    expect(order).toMatchObject({ totalFen: 80000, fromAccountFen: 55000, cashFen: 25000 });
    expect(await world.money(poor)).toEqual([[2023, 15000, 15000]]);
    world.cashChannel.payOrder(order.payments[1]?.paymentId ?? '');
    await world.premium.resume(at);
    expect(await world.money(poor)).toEqual([[2023, 0, 0]]);
  });

  it('does not let the quotes of an order be paid in another order than shown', async () => {
    const [poor, child] = await addFamily(world, { parts: [{ partYear: 2023, fen: 55000 }] });
    const shown = await quote(poor, child, await bindMore(poor));
    const refused = await world.premium.payOrder(
      as(poor),
      { quoteIds: idsOf(shown).toReversed(), cashForShortfall: true },
      newKey(),
    );
    expect(refused).toMatchObject({ details: { code: 'shown-amount-changed' } });
    expect(await world.money(poor)).toEqual([[2023, 55000, 0]]);
  });
});

it('leaves sound books', () => world.expectSoundBooks());
