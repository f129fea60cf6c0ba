// The money of a premium payment in the ledger: held when it begins, captured when the tax bureau accepts, else released.
import { openBooks } from '@gongji/ledger';
import type { Books, HoldId, Leg, Refusal } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import type { PartFen } from '../usage/shareable.ts';
import type { Payment } from './payment.ts';

/** Far later than any payment takes: a hold ends by capture or release, never by itself. */
const holdDays = 400;

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

/** Sets the parts aside on books whose accounts are locked; the caller flushes. */
export function holdPremium(
  books: Books,
  context: Context,
  payment: Payment,
  parts: readonly PartFen[],
): HoldId {
  const { area, payerNo: owner } = payment;
  const held = books.hold({
    ...asked(payment, 'hold'),
    type: 'hold',
    businessDate: context.today,
    at: context.at,
    expiresAt: new Date(context.at.getTime() + holdDays * 86_400_000),
    legs: parts.map(({ partYear, fen }) => ({
      account: { area, kind: 'personal' as const, owner, partYear },
      amountFen: fen,
    })),
  });
  return expectDone(held, 'hold').holdId;
}

/** What is held and what was paid in cash becomes what is owed to the tax bureau; nothing is posted for a free premium. */
export async function capturePremium(client: PoolClient, context: Context, payment: Payment): Promise<void> {
  if (payment.amountFen === 0) return;
  const taxPayable = { area: payment.memberArea, kind: 'tax-payable', owner: 'tax-bureau' } as const;
  const cashTransit = { area: payment.area, kind: 'cash-transit', owner: 'cash-channel' } as const;
  const to: Leg[] = [{ account: taxPayable, amountFen: payment.amountFen }];
  if (payment.cashFen > 0) to.push({ account: cashTransit, amountFen: -payment.cashFen });
  const books = openBooks(client);
  await books.lock([taxPayable, cashTransit], payment.holdId ? { holds: [payment.holdId] } : {});
  const stamp = { ...asked(payment, 'capture'), businessDate: context.today, at: context.at };
  if (payment.holdId) {
    expectDone(books.capture({ ...stamp, type: 'capture', holdId: payment.holdId, to }), 'capture');
  } else {
    expectDone(books.post({ ...stamp, type: 'post', legs: to }), 'post');
  }
  await books.flush();
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
  expectDone(released, 'release');
  await books.flush();
}
