// Shows what the premiums of several people would cost from one account, each reckoned after those before it.
import { errorTexts } from '@gongji/contract';
import type { PremiumOrderQuote, PremiumOrderQuoteBody } from '@gongji/contract';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import type { PartFen } from '../usage/shareable.ts';
import { findActiveRelation } from './parties.ts';
import { quotePremium } from './quote.ts';

/** Refused: `not-found` when a person is no member of the payer; a member who can't be paid for now is left out, with the reason. */
export async function quotePremiumOrder(
  deps: ServiceDeps,
  context: Context,
  { items }: z.infer<typeof PremiumOrderQuoteBody>,
): Promise<Result<PremiumOrderQuote>> {
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher } = deps;
  const people = await findPeople(
    pool,
    cipher,
    items.map((item) => item.memberPersonNo),
  );
  const before: PartFen[] = [];
  const quotes: PremiumOrderQuote['quotes'] = [];
  const left: PremiumOrderQuote['left'] = [];
  for (const item of items) {
    const { memberPersonNo, coverageYear } = item;
    const member = people.get(memberPersonNo);
    const isOwn = memberPersonNo === actor.personNo;
    // Whoever is no member is not named: a stranger learns nothing of them.
    if (!member || !(isOwn || (await findActiveRelation(pool, actor.personNo, memberPersonNo)))) {
      return refuse('not-found');
    }
    const quoted = await quotePremium(deps, context, item, before);
    if (quoted.ok) {
      before.push(...quoted.value.parts);
      quotes.push(quoted.value);
    } else left.push({ member: markOf(member), coverageYear, ...toldOf(quoted) });
  }
  const sum = (of: 'amountFen' | 'fromAccountFen' | 'shortfallFen') =>
    quotes.reduce((total, quote) => total + quote[of], 0);
  return done({
    quotes,
    left,
    totalFen: sum('amountFen'),
    shareableFen: quotes[0]?.shareableFen ?? 0,
    fromAccountFen: sum('fromAccountFen'),
    shortfallFen: sum('shortfallFen'),
  });
}

function toldOf({ code, details }: Refusal) {
  const { paymentId } = details ?? {};
  return { ...errorTexts(code, details), paymentId: typeof paymentId === 'string' ? paymentId : null };
}
