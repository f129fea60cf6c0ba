// Places one premium payment under locks: everything is looked at again, the money is held, the payment is written.
import type { Books, HoldCommand } from '@gongji/ledger';
import { openHoldRule } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { Context } from '../kernel/context.ts';
import { recordDecision } from '../kernel/decision.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { ActiveGiver } from '../relation/service.ts';
import { yuanText } from '../usage/money-text.ts';
import { shareableParts } from '../usage/shareable.ts';
import { premiumInputOf } from './figures.ts';
import { holdPremium } from './money.ts';
import { allowedFor } from './allowed.ts';
import { payingObstacle } from './parties.ts';
import type { Parties } from './parties.ts';
import { insertPayment } from './payment.ts';
import type { Payment } from './payment.ts';
import { refuseStanding } from './quote.ts';
import type { KeptQuote } from './quote.ts';
import type { Ready } from './ready.ts';
import { premiumShown } from './shown.ts';
import type { PremiumShown } from './shown.ts';

/** Books whose account of the payer is locked, and the member's givers as they are under that lock. */
export interface Locked {
  client: PoolClient;
  books: Books;
  givers: readonly ActiveGiver[];
}

/** Looks at everything again under the locks, then holds the money and writes the payment; a refusal has taken nothing. */
export async function placePremium(
  deps: ServiceDeps,
  { client, books, givers }: Locked,
  context: Context,
  { quote, parties, figures }: Ready,
  cashForShortfall: boolean,
): Promise<Result<{ paymentId: string }>> {
  const { library } = deps;
  const { payer } = parties;
  const relation = givers.find(
    (giver) => giver.giverNo === quote.payerNo && giver.memberNo === quote.memberNo,
  );
  const obstacle =
    payingObstacle(parties, relation !== undefined, context.today) ??
    (await refuseStanding(client, quote.memberNo, quote.coverageYear));
  if (obstacle) return obstacle;
  const allowed = await allowedFor(client, relation, parties, context.today);
  if (!allowed.ok) return allowed;
  const parts = books.partsOf(payer.area, payer.personNo);
  const shareable = shareableParts(library, payer.area, context.today, parts);
  const shown = premiumShown(figures, shareable, allowed.value);
  if (canonicalJson(shown) !== canonicalJson(quote.shown)) return refuse('shown-amount-changed');
  if (shown.shortfallFen > 0 && !cashForShortfall) {
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
  return place(deps, client, books, context, parties, quote, shown, under);
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
