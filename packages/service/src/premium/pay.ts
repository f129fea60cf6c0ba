// Begins a premium payment: everything is looked at again under locks, the money is held, then the steps follow.
import type { PremiumBody } from '@gongji/contract';
import { openBooks } from '@gongji/ledger';
import type { Books, HoldCommand } from '@gongji/ledger';
import { openHoldRule } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { Context } from '../kernel/context.ts';
import { recordDecision } from '../kernel/decision.ts';
import { idempotent, storedAnswer } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { yuanText } from '../usage/money-text.ts';
import { shareableParts } from '../usage/shareable.ts';
import { premiumFigures, premiumInputOf } from './figures.ts';
import { holdPremium } from './money.ts';
import { allowedFor } from './allowed.ts';
import { findParties, payingObstacle } from './parties.ts';
import type { Parties } from './parties.ts';
import { insertPayment } from './payment.ts';
import type { Payment } from './payment.ts';
import { findPremiumQuote, refuseStanding } from './quote.ts';
import type { KeptQuote } from './quote.ts';
import { premiumShown } from './shown.ts';
import type { PremiumShown } from './shown.ts';

/** Answers the payment's id once it stands with its hold; a refusal has taken nothing. */
export async function beginPremium(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  context: Context,
  body: z.infer<typeof PremiumBody>,
  key: string,
): Promise<Result<{ paymentId: string }>> {
  if (context.actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher, library, ports } = deps;
  const request = { context, area: context.actor.area, key, content: { call: 'premium.pay', ...body } };
  const stored = await storedAnswer<{ paymentId: string }>(pool, cipher, request);
  if (stored) return stored;
  const quote = await findPremiumQuote(pool, body.quoteId);
  if (quote?.payerNo !== context.actor.personNo) return refuse('not-found');
  if (context.at > quote.validUntil) return refuse('quote-expired');
  const parties = await findParties(pool, cipher, quote.payerNo, quote.memberNo);
  if (!parties.ok) return parties;
  // The only outside call comes before any lock.
  const { payer, member } = parties.value;
  const figures = await premiumFigures(library, ports.taxBureau, member, quote.coverageYear, context.today);
  if (!figures.ok) return figures;

  return transact(pool, (client) =>
    idempotent(client, cipher, request, async () => {
      const givers = await relations.activeGivers(client, [quote.memberNo]);
      const relation = givers.find((giver) => giver.giverNo === quote.payerNo);
      const obstacle =
        payingObstacle(parties.value, relation !== undefined, context.today) ??
        (await refuseStanding(client, quote.memberNo, quote.coverageYear));
      if (obstacle) return obstacle;
      const books = openBooks(client);
      await books.lock([{ area: payer.area, kind: 'personal', owner: payer.personNo }]);
      const allowed = await allowedFor(client, relation, parties.value, context.today);
      if (!allowed.ok) return allowed;
      const parts = books.partsOf(payer.area, payer.personNo);
      const shareable = shareableParts(library, payer.area, context.today, parts);
      const shown = premiumShown(figures.value, shareable, allowed.value);
      if (canonicalJson(shown) !== canonicalJson(quote.shown)) return refuse('shown-amount-changed');
      if (shown.shortfallFen > 0 && !body.cashForShortfall) {
        return refuse('shortfall', {
          shortfall: yuanText(shown.shortfallFen),
          shortfallFen: shown.shortfallFen,
        });
      }
      const rule = openHoldRule(library, payer.area, context.today);
      const under = {
        ...(relation ? { relation: relation.relationId } : {}),
        ...(rule ? { whenRelationEnds: rule } : {}),
      };
      return place(deps, client, books, context, parties.value, quote, shown, under);
    }),
  );
}

async function place(
  { cipher }: ServiceDeps,
  client: PoolClient,
  books: Books,
  context: Context,
  { payer, member }: Parties,
  quote: KeptQuote,
  shown: PremiumShown,
  under: Pick<HoldCommand, 'relation' | 'whenRelationEnds'>,
): Promise<Result<{ paymentId: string }>> {
  const payment: Payment = {
    paymentId: newId('premium'),
    area: payer.area,
    payerNo: payer.personNo,
    memberNo: member.personNo,
    memberArea: member.area,
    coverageYear: quote.coverageYear,
    quoteId: quote.quoteId,
    amountFen: shown.amountFen,
    fromAccountFen: shown.fromAccountFen,
    cashFen: shown.shortfallFen,
    shown,
    holdId: null,
    createdAt: context.at,
    state: shown.shortfallFen > 0 ? 'awaiting-cash' : 'sending',
    cashPayUrl: null,
    cashPaid: false,
    cashRefunded: false,
    cancelRequested: false,
    sentAt: null,
    taxReceiptNo: null,
    receiptNo: null,
    reasonEnc: null,
  };
  if (shown.fromAccountFen > 0)
    payment.holdId = await holdPremium(client, books, context, payment, shown.parts, under);
  await books.flush();
  if (!(await insertPayment(client, payment))) {
    const standing = await refuseStanding(client, member.personNo, quote.coverageYear);
    // Otherwise this quote was paid once and the money went back: it has to be looked at anew.
    return standing ?? refuse('quote-expired');
  }
  const subject = { subjectKind: 'premium', subjectId: payment.paymentId, area: payment.area } as const;
  if (shown.policy) {
    await recordDecision(client, {
      ...subject,
      policy: shown.policy,
      inputs: premiumInputOf(member, quote.coverageYear, context.today),
      trace: shown.lines,
      outcome: `premium ${shown.amountFen} fen`,
      at: context.at,
    });
  }
  await appendAction(client, cipher, context, {
    ...subject,
    kind: 'begun',
    payload: {
      quoteId: quote.quoteId,
      coverageYear: quote.coverageYear,
      amountFen: shown.amountFen,
      amountFrom: shown.amountFrom,
      heldFen: shown.fromAccountFen,
      cashFen: shown.shortfallFen,
      holdId: payment.holdId,
    },
  });
  await notifyChanged(client, [payer.personNo, member.personNo]);
  return done({ paymentId: payment.paymentId });
}
