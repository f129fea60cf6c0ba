// Moves an unfinished payment as far as it goes now. Outside calls are made outside of any transaction, under a lease.
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { dayText } from '../kernel/instant.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { findPerson } from '../person/store.ts';
import { doubtPremium } from './money.ts';
import { applyPremiumEvent, noteAcceptedLate } from './outcome.ts';
import {
  endLease,
  findPayment,
  lockPayment,
  moveTo,
  noteNeverArrived,
  takeLease,
  unfinishedPayments,
} from './payment.ts';
import type { LockedPayment, Payment } from './payment.ts';
import { callOutside, planOf } from './steps.ts';
import type { Answer, OutsidePlan } from './steps.ts';

export interface AdvanceOptions {
  /** How long one outside call may keep others off, in ms; longer than the ports' own time limit. */
  leaseMs: number;
  /** The tax bureau must still say "never arrived" this much later (ms) before the money goes back. */
  confirmMs: number;
}

/** A crash of the program leaves the payment where it is; the next call goes on from there. */
const mostSteps = 12;
const atOnce = 8;

/** A step that needs an outside call, or that something was done at once, or that there is nothing to do now. */
type Claim = { plan: OutsidePlan; payment: Payment } | 'moved' | 'rest';

type Deps = Pick<ServiceDeps, 'pool' | 'ledger' | 'cipher' | 'ports' | 'publicUrl' | 'log'>;

export function createAdvance(deps: Deps, options: AdvanceOptions) {
  const { pool, ledger, cipher, log } = deps;

  /** Whether what was held for a payment that waits for cash has expired or went back with its relation. That is final. */
  async function isHoldGone(paymentId: string): Promise<boolean> {
    const payment = await findPayment(pool, paymentId);
    if (payment?.state !== 'awaiting-cash' || !payment.holdId) return false;
    const hold = await ledger.hold(payment.holdId);
    return hold?.state === 'expired' || hold?.state === 'voided';
  }

  /** Decides the next step under the row's lock. What needs no outside call is done at once. */
  async function claim(paymentId: string, context: Context): Promise<Claim> {
    const holdIsGone = await isHoldGone(paymentId);
    const claimed = await transact<Claim>(pool, async (client) => {
      const payment = await lockPayment(client, paymentId);
      if (!payment || payment.busy) return done('rest');
      const plan = planOf(payment, context.at, holdIsGone);
      switch (plan) {
        case 'none':
          return done('rest');
        case 'note-silence':
          await applyPremiumEvent(client, cipher, context, payment, 'bureau-silent');
          return done('moved');
        case 'finish-return':
          await applyPremiumEvent(client, cipher, context, payment, 'money-returned');
          return done('moved');
        case 'pay':
          if (!(await doubtPremium(client, context, payment))) {
            await applyPremiumEvent(client, cipher, context, payment, 'hold-gone');
            return done('moved');
          }
          // Written down before the call: after a crash it is asked after, not sent again.
          await moveTo(client, payment, { sentAt: context.at });
          break;
        default:
      }
      await takeLease(client, paymentId, options.leaseMs);
      return done({ plan, payment });
    });
    return claimed.ok ? claimed.value : 'rest';
  }

  /** Writes down what the outside answered. True when there may be more to do at once. */
  async function settle(paymentId: string, context: Context, answer: Answer): Promise<boolean> {
    const settled = await transact(pool, async (client) => {
      const payment = await lockPayment(client, paymentId);
      if (!payment) throw new Error('A premium payment vanished');
      return done(await record(client, context, payment, answer));
    });
    return settled.ok && settled.value;
  }

  async function record(
    client: Parameters<typeof lockPayment>[0],
    context: Context,
    payment: LockedPayment,
    answer: Answer,
  ): Promise<boolean> {
    switch (answer.kind) {
      case 'nothing-new':
        await endLease(client, payment.paymentId);
        return false;
      case 'pay-page':
        if (payment.state === 'awaiting-cash') await moveTo(client, payment, { cashPayUrl: answer.payUrl });
        return answer.payUrl === null;
      case 'never-arrived':
        if ((payment.neverArrivedForMs ?? -1) < options.confirmMs) {
          await noteNeverArrived(client, payment.paymentId);
          return false;
        }
        return applyPremiumEvent(client, cipher, context, payment, 'never-arrived');
      case 'event': {
        const applied = await applyPremiumEvent(
          client,
          cipher,
          context,
          payment,
          answer.event,
          answer.details,
        );
        if (applied) return true;
        await endLease(client, payment.paymentId);
        if (answer.event === 'bureau-accepted' && payment.state !== 'paid')
          await noteAcceptedLate(client, cipher, context, payment, answer.details?.taxReceiptNo);
        return false;
      }
    }
  }

  async function advance(paymentId: string, at: Date): Promise<void> {
    const context: Context = {
      actor: { kind: 'system', name: 'premium' },
      at,
      today: dayText(at),
      channel: 'system',
    };
    for (let step = 0; step < mostSteps; step += 1) {
      const next = await claim(paymentId, context);
      if (next === 'rest') return;
      if (next === 'moved') continue;
      const { plan, payment } = next;
      const member = await findPerson(pool, cipher, payment.memberNo);
      if (!member) throw new Error('The person of a premium payment is not on the register');
      const answer = await callOutside(deps, plan, payment, member);
      if (!(await settle(paymentId, context, answer))) return;
    }
  }

  async function resume(at: Date): Promise<void> {
    const waiting = await unfinishedPayments(pool);
    const work = async () => {
      for (let paymentId = waiting.shift(); paymentId !== undefined; paymentId = waiting.shift()) {
        try {
          await advance(paymentId, at);
        } catch (fault) {
          log.error(
            { err: fault, paymentId },
            'A premium payment could not be advanced; it stays where it is',
          );
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  return { advance, resume };
}
