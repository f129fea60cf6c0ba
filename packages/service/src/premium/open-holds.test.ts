// What is set aside and not yet paid: it expires, goes back when its relation ends, and a success that comes too late is a case.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HoldId } from '@gongji/ledger';
import { areaInfo } from '@gongji/policy';
import type { PersonImport } from '../index.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { addFamily, calm } from '../../test/premium-family.ts';
import { as, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
let giver: PersonImport;
let child: PersonImport;

beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  calm(world);
  [giver, child] = await addFamily(world, { parts: [{ partYear: 2023, fen: 15000 }] });
});

const at = new Date('2024-10-15T10:31:00+08:00');
const free = [[2023, 15000, 0]];
const held = [[2023, 15000, 15000]];

/** Begins a payment whose cash is awaited, with 150 yuan of the account set aside. */
async function begun(): Promise<{ paymentId: string; holdId: HoldId }> {
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const { quoteId } = value(await world.premium.quote(as(giver), body));
  const payment = value(await world.premium.pay(as(giver), { quoteId, cashForShortfall: true }, newKey()));
  const { rows } = await world.database.ownerPool.query<{ holdId: HoldId }>(
    'select hold_id as "holdId" from gongji.premium_payment where payment_id = $1',
    [payment.paymentId],
  );
  return { paymentId: payment.paymentId, holdId: rows[0]!.holdId };
}
/** As `expireDue` does once the seven days are over. */
const expire = (holdId: HoldId) =>
  world.ledger.submit({
    ...{ type: 'expire', area: giver.area, key: `expire:${holdId}`, kind: 'expiry', reference: holdId },
    ...{ businessDate: '2024-10-23', at: new Date(Date.now() + 8 * 86_400_000), holdId },
  });
const now = async (paymentId: string) => value(await world.premium.get(as(giver), paymentId));
const suspenseFen = async () =>
  (await world.ledger.balances([{ area: giver.area, kind: 'suspense', owner: 'tax-bureau' }]))[0]?.netFen ??
  0;
const cases = async (paymentId: string) =>
  (
    await world.database.ownerPool.query<{ difference: string; state: string; theirsFen: number }>(
      `select difference, state, theirs_fen as "theirsFen" from gongji.reconciliation_case where reference = $1`,
      [paymentId],
    )
  ).rows;

describe('money set aside', () => {
  it('lasts a week by the clock of the database, whatever day the business clock shows', async () => {
    const { holdId } = await begun();
    const leftMs = Date.parse((await world.ledger.hold(holdId))!.expiresAt) - Date.now();
    expect(leftMs / 86_400_000).toBeCloseTo(7, 1);
    expect(await expire(holdId)).toEqual({ ok: true, holdId });
  });

  it('that expired while cash was awaited ends the payment and closes the order', async () => {
    const { paymentId, holdId } = await begun();
    await expire(holdId);
    await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('returned');
    expect(world.cashChannel.orders.get(paymentId)?.state).toBe('closed');
    expect(await world.money(giver)).toEqual(free);
  });

  it('that expired while cash was being paid is not sent to the tax bureau, and the cash goes back', async () => {
    const { paymentId, holdId } = await begun();
    world.cashChannel.payOrder(paymentId);
    // The process saw the hold open, then it expired.
    const { ports, deps } = world;
    const queryOrder = async (reference: string) => {
      await expire(holdId);
      return ports.cashChannel.queryOrder(reference);
    };
    const cashChannel = { ...ports.cashChannel, queryOrder };
    await world.premiumOn(deps.pool, { ...ports, cashChannel }).advance(paymentId, at);
    expect(await now(paymentId)).toMatchObject({ state: 'returned' });
    expect((await now(paymentId)).timeline.map(({ kind }) => kind)).toContain('hold-gone');
    expect(world.taxBureau.sent.has(paymentId)).toBe(false);
    expect(world.cashChannel.orders.get(paymentId)?.state).toBe('refunded');
    expect(await world.money(giver)).toEqual(free);
  });

  it('goes back when the giver ends the relation, and with it the payment', async () => {
    const { paymentId } = await begun();
    const { given } = value(await world.relation.list(as(giver)));
    const noticeVersion = areaInfo(world.library, giver.area, '2024-10-15')!.documents.notice.version;
    value(
      await world.relation.end(as(giver), given[0]!.relationId, { noticeVersion, accepted: true }, newKey()),
    );
    expect(await world.money(giver)).toEqual(free);
    await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('returned');
  });

  it('goes back also when the relation ended in another way, once', async () => {
    const { paymentId } = await begun();
    await world.unbind(giver, child);
    await world.relation.releaseEnded(at);
    expect(await world.money(giver)).toEqual(free);
    await world.relation.releaseEnded(at);
    await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('returned');
  });

  it('that was sent already stays when the relation ends, and is settled by asking', async () => {
    const { paymentId, holdId } = await begun();
    world.cashChannel.payOrder(paymentId);
    world.taxBureau.fault = 'silent-after';
    world.taxBureau.isDeaf = true;
    await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('unknown');
    await world.unbind(giver, child);
    await world.relation.releaseEnded(at);
    expect(await expire(holdId)).toMatchObject({ ok: false, reason: 'outcome-unknown' });
    expect(await world.money(giver)).toEqual(held);
    world.taxBureau.isDeaf = false;
    await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('paid');
    expect(await world.money(giver)).toEqual([[2023, 0, 0]]);
  });
});

describe('a success of the tax bureau after the money went back', () => {
  it('is one case on the suspense account, also when the daily file tells of it again, and leaves the giver alone', async () => {
    const { paymentId } = await begun();
    world.cashChannel.payOrder(paymentId);
    const beforeFen = await suspenseFen();
    const { ports, deps } = world;
    // While this process waits for its answer, another one learns twice that nothing arrived and gives everything back.
    const pay: typeof ports.taxBureau.pay = async (payment) => {
      world.taxBureau.fault = 'silent-before';
      for (let round = 0; round < 4; round += 1) await world.premium.resume(at);
      expect((await now(paymentId)).state).toBe('returned');
      world.taxBureau.fault = 'none';
      return ports.taxBureau.pay(payment);
    };
    const slow = world.premiumOn(deps.pool, { ...ports, taxBureau: { ...ports.taxBureau, pay } });
    await slow.advance(paymentId, at);
    expect(await world.money(giver)).toEqual(free);
    expect(await cases(paymentId)).toEqual([
      { difference: 'returned-here', state: 'open', theirsFen: 40000 },
    ]);
    expect((await suspenseFen()) - beforeFen).toBe(-40000);
    const after = await now(paymentId);
    expect(after.state).toBe('returned');
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'accepted-late', actor: 'outside' });
    expect(after.canPayAgain).toBe(false);
    expect(after.nextText).toContain('请不要重新缴费');
    const anew = await world.premium.quote(as(giver), { memberPersonNo: child.personNo, coverageYear: 2025 });
    expect(anew).toMatchObject({ code: 'premium-under-review', details: { paymentId } });
    await slow.advance(paymentId, at);
    expect(await cases(paymentId)).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });

  it('is a case as well when nothing is held any more, and the cash is refunded', async () => {
    const { paymentId, holdId } = await begun();
    world.cashChannel.payOrder(paymentId);
    world.taxBureau.fault = 'silent-after';
    world.taxBureau.isDeaf = true;
    await world.premium.resume(at);
    const beforeFen = await suspenseFen();
    // As an officer who gives back by hand what nobody may give back by rule.
    await world.ledger.submit({
      ...{ type: 'void', area: giver.area, key: `by-hand:${holdId}`, kind: 'by-hand', reference: holdId },
      ...{ businessDate: '2024-10-15', at, holdId },
    });
    world.taxBureau.isDeaf = false;
    for (let round = 0; round < 3; round += 1) await world.premium.resume(at);
    expect((await now(paymentId)).state).toBe('returned');
    expect(world.cashChannel.orders.get(paymentId)?.state).toBe('refunded');
    expect(await world.money(giver)).toEqual(free);
    expect(await cases(paymentId)).toHaveLength(1);
    expect((await suspenseFen()) - beforeFen).toBe(-40000);
  });
});

it('leaves sound books', () => world.expectSoundBooks());
