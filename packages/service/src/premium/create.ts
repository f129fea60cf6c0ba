// The calls about premiums, wired to the database, the ledger, the policy and the outside.
import type { PremiumOrder, PremiumPayment } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { createAdvance } from './advance.ts';
import type { AdvanceOptions } from './advance.ts';
import { premiumChoices } from './choices.ts';
import { orderView } from './order-view.ts';
import { paymentsOfOrder } from './order.ts';
import { beginPremium, beginPremiumOrder } from './pay.ts';
import { findPayment, lockPayment, paymentsOf, requestCancel } from './payment.ts';
import { quotePremiumOrder } from './quote-order.ts';
import { quotePremium } from './quote.ts';
import type { PremiumService } from './service.ts';
import { premiumViews } from './view.ts';

const usual: AdvanceOptions = { leaseMs: 20_000, confirmMs: 10_000 };

export function createPremiumService(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  options: AdvanceOptions = usual,
): PremiumService {
  const { pool, cipher, log } = deps;
  const { advance, resume } = createAdvance(deps, options);

  /** Goes on at once; whatever fails now is taken up again by `resume`, and the person sees how it stands. */
  async function goOn(context: Context, paymentId: string): Promise<Result<PremiumPayment>> {
    try {
      await advance(paymentId, context.at);
    } catch (fault) {
      log.error({ err: fault, paymentId }, 'A premium payment could not be advanced; it stays where it is');
    }
    return get(context, paymentId);
  }

  async function get(context: Context, paymentId: string): Promise<Result<PremiumPayment>> {
    if (context.actor.kind !== 'person') return refuse('not-allowed');
    const payment = await findPayment(pool, paymentId);
    const { personNo } = context.actor;
    if (!payment || (payment.payerNo !== personNo && payment.memberNo !== personNo))
      return refuse('not-found');
    const [view] = await premiumViews(pool, cipher, [payment]);
    return view ? done(view) : refuse('not-found');
  }

  async function order(context: Context, orderId: string): Promise<Result<PremiumOrder>> {
    if (context.actor.kind !== 'person') return refuse('not-allowed');
    const found = await paymentsOfOrder(pool, orderId, context.actor.personNo);
    return found ? done(await orderView(pool, cipher, orderId, found)) : refuse('not-found');
  }

  async function goOnWithOrder(context: Context, orderId: string): Promise<Result<PremiumOrder>> {
    const begun = await order(context, orderId);
    if (!begun.ok) return begun;
    await Promise.all(begun.value.payments.map(({ paymentId }) => goOn(context, paymentId)));
    return order(context, orderId);
  }

  return {
    choices: (context) => premiumChoices(deps, context),
    quote: (context, body) => quotePremium(deps, context, body),
    async pay(context, body, key) {
      const begun = await beginPremium(deps, relations, context, body, key);
      return begun.ok ? goOn(context, begun.value.paymentId) : begun;
    },
    quoteOrder: (context, body) => quotePremiumOrder(deps, context, body),
    async payOrder(context, body, key) {
      const begun = await beginPremiumOrder(deps, relations, context, body, key);
      return begun.ok ? goOnWithOrder(context, begun.value.orderId) : begun;
    },
    order,
    async list(context) {
      if (context.actor.kind !== 'person') return refuse('not-allowed');
      const payments = await paymentsOf(pool, context.actor.personNo);
      return done({ items: await premiumViews(pool, cipher, payments) });
    },
    get,
    async cancel(context, paymentId, key) {
      const { actor } = context;
      if (actor.kind !== 'person') return refuse('not-allowed');
      const request = { context, area: actor.area, key, content: { call: 'premium.cancel', paymentId } };
      const asked = await transact(pool, (client) =>
        idempotent(client, cipher, request, async () => {
          const payment = await lockPayment(client, paymentId);
          if (payment?.payerNo !== actor.personNo) return refuse('not-found');
          if (payment.state !== 'awaiting-cash') return refuse('state-changed');
          await requestCancel(client, paymentId);
          await appendAction(client, cipher, context, {
            subjectKind: 'premium',
            subjectId: paymentId,
            area: payment.area,
            kind: 'cancel-requested',
          });
          await notifyChanged(client, [payment.payerNo, payment.memberNo]);
          return done({ paymentId });
        }),
      );
      return asked.ok ? goOn(context, paymentId) : asked;
    },
    advance,
    resume,
  };
}
