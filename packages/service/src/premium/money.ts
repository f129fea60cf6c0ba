// The money of a premium payment in the ledger: held when it begins, in doubt once it is sent, then captured or released.
import { openBooks } from '@gongji/ledger';
import type { Books, HoldCommand, HoldId, Leg, Refusal } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import type { PartFen } from '../usage/shareable.ts';
import type { Payment } from './payment.ts';

/** What was not sent until then is given back; cash is waited for a day. On the clock of the database, like the expiry. */
const holdDays = 7;

function asked(payment: Payment, step: string) {
  return {
    area: payment.area,
    key: `premium:${payment.paymentId}:${step}`,
    kind: 'premium',
    reference: payment.paymentId,
  };
}

function expectDone<Done extends { ok: true }>(outcome: Done | Refusal, step: string): Done {
  if (!outcome.ok) throw new Error(`The ledger refused to ${step} a premium: ${outcome.reason}`);
  return outcome;
}

/** The refusals that say that nothing is held any more. */
const isGone = (outcome: { ok: true } | Refusal): boolean =>
  !outcome.ok && (outcome.reason === 'already-expired' || outcome.reason === 'already-voided');

/**
 * Sets the parts aside on books whose accounts are locked; the caller flushes. `under`: the relation under which the money is
 * used, and the area's rule for its end.
 */
export async function holdPremium(
  client: PoolClient,
  books: Books,
  context: Context,
  payment: Payment,
  parts: readonly PartFen[],
  under: Pick<HoldCommand, 'relation' | 'whenRelationEnds'>,
): Promise<HoldId> {
  const { area, payerNo: owner } = payment;
  const { rows } = await client.query<{ expiresAt: Date }>(
    `select clock_timestamp() + make_interval(days => $1) as "expiresAt"`,
    [holdDays],
  );
  const held = books.hold({
    ...asked(payment, 'hold'),
    ...under,
    type: 'hold',
    businessDate: context.today,
    at: context.at,
    expiresAt: rows[0]?.expiresAt ?? context.at,
    legs: parts.map(({ partYear, fen }) => ({
      account: { area, kind: 'personal' as const, owner, partYear },
      amountFen: fen,
    })),
  });
  return expectDone(held, 'hold').holdId;
}

/**
 * Marks what is held before it is sent: from then on nobody knows the outcome, so that it neither expires nor goes back when
 * the relation ends. False when nothing is held any more.
 */
export async function doubtPremium(client: PoolClient, context: Context, payment: Payment): Promise<boolean> {
  const { holdId } = payment;
  if (!holdId) return true;
  const books = openBooks(client);
  await books.lock([], { holds: [holdId] });
  const stamp = { ...asked(payment, 'doubt'), businessDate: context.today, at: context.at };
  const doubted = books.apply({ ...stamp, type: 'doubt', holdId });
  if (isGone(doubted)) return false;
  expectDone(doubted, 'send');
  await books.flush();
  return true;
}

/**
 * What is held and what was paid in cash becomes what is owed to the tax bureau; nothing is posted for a free premium. False when
 * nothing is held any more: the answer came too late.
 */
export async function capturePremium(
  client: PoolClient,
  context: Context,
  payment: Payment,
): Promise<boolean> {
  if (payment.amountFen === 0) return true;
  const taxPayable = { area: payment.memberArea, kind: 'tax-payable', owner: 'tax-bureau' } as const;
  const cashTransit = { area: payment.area, kind: 'cash-transit', owner: 'cash-channel' } as const;
  const to: Leg[] = [{ account: taxPayable, amountFen: payment.amountFen }];
  if (payment.cashFen > 0) to.push({ account: cashTransit, amountFen: -payment.cashFen });
  const books = openBooks(client);
  await books.lock([taxPayable, cashTransit], payment.holdId ? { holds: [payment.holdId] } : {});
  const stamp = { ...asked(payment, 'capture'), businessDate: context.today, at: context.at };
  if (payment.holdId) {
    const captured = books.capture({ ...stamp, type: 'capture', holdId: payment.holdId, to });
    if (isGone(captured)) return false;
    expectDone(captured, 'capture');
  } else {
    expectDone(books.post({ ...stamp, type: 'post', legs: to }), 'post');
  }
  await books.flush();
  return true;
}

/** Gives back what is held, if anything is. */
export async function releasePremium(client: PoolClient, context: Context, payment: Payment): Promise<void> {
  const { holdId } = payment;
  if (!holdId) return;
  const books = openBooks(client);
  await books.lock([], { holds: [holdId] });
  const released = books.void({
    ...asked(payment, 'release'),
    type: 'void',
    businessDate: context.today,
    at: context.at,
    holdId,
  });
  if (isGone(released)) return;
  expectDone(released, 'release');
  await books.flush();
}
