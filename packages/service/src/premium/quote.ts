// Shows what a premium would cost and who would pay it, and keeps what was shown for 30 minutes.
import type { PremiumQuote, PremiumQuoteBody } from '@gongji/contract';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { explained } from '../usage/explained.ts';
import { shareableParts, sumFen } from '../usage/shareable.ts';
import type { PartFen } from '../usage/shareable.ts';
import { premiumFigures } from './figures.ts';
import { allowedFor } from './allowed.ts';
import { lateSuccessOf } from './late.ts';
import { findActiveRelation, findParties, payingObstacle } from './parties.ts';
import { standingPayments } from './payment.ts';
import { premiumShown } from './shown.ts';
import type { PremiumShown } from './shown.ts';

const validMinutes = 30;

export interface KeptQuote {
  quoteId: string;
  payerNo: string;
  memberNo: string;
  coverageYear: number;
  shown: PremiumShown;
  validUntil: Date;
}

/** Who paid or is paying already, as a refusal. */
export async function refuseStanding(client: Queryable, memberNo: string, coverageYear: number) {
  const standing = (await standingPayments(client, [memberNo])).find(
    (payment) => payment.coverageYear === coverageYear,
  );
  if (!standing) return refuseLate(client, memberNo, coverageYear);
  const code = standing.state === 'paid' ? 'premium-already-paid' : 'premium-under-way';
  return refuse(code, { coverageYear, paymentId: standing.paymentId });
}

async function refuseLate(client: Queryable, memberNo: string, coverageYear: number) {
  const found = await lateSuccessOf(client, memberNo, coverageYear);
  if (!found) return undefined;
  const code = found.late === 'open' ? 'premium-under-review' : 'premium-already-paid';
  return refuse(code, { coverageYear, paymentId: found.paymentId });
}

/** `before`: what other quotes of the same order take from the account first. */
export async function quotePremium(
  deps: ServiceDeps,
  context: Context,
  { memberPersonNo, coverageYear }: z.infer<typeof PremiumQuoteBody>,
  before: readonly PartFen[] = [],
): Promise<Result<PremiumQuote & { parts: PartFen[] }>> {
  if (context.actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher, library, ledger, ports } = deps;
  const parties = await findParties(pool, cipher, context.actor.personNo, memberPersonNo);
  if (!parties.ok) return parties;
  const { payer, member } = parties.value;
  const relation = await findActiveRelation(pool, payer.personNo, member.personNo);
  const obstacle =
    payingObstacle(parties.value, relation !== undefined, context.today) ??
    (await refuseStanding(pool, member.personNo, coverageYear));
  if (obstacle) return obstacle;
  const figures = await premiumFigures(library, ports.taxBureau, member, coverageYear, context.today);
  if (!figures.ok) return figures;
  const allowed = await allowedFor(pool, relation, parties.value, context.today);
  if (!allowed.ok) return allowed;
  const parts = (await ledger.parts(payer.personNo))
    .filter((part) => part.area === payer.area)
    .map(({ partYear, availableFen }) => ({
      partYear,
      availableFen: availableFen - takenOf(before, partYear),
    }));
  const shareable = shareableParts(library, payer.area, context.today, parts);
  const shown = premiumShown(figures.value, shareable, allowed.value);
  const quoteId = newId('quote');
  const validUntil = new Date(context.at.getTime() + validMinutes * 60_000);
  await pool.query(
    `insert into gongji.premium_quote (quote_id, area, payer_no, member_no, coverage_year, shown, created_at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      quoteId,
      payer.area,
      payer.personNo,
      member.personNo,
      coverageYear,
      JSON.stringify(shown),
      context.at,
      validUntil,
    ],
  );
  return done({
    ...shown,
    lines: explained(shown.lines),
    quoteId,
    validUntil: instantText(validUntil),
    payer: markOf(payer),
    member: markOf(member),
    coverageYear,
  });
}

const takenOf = (before: readonly PartFen[], partYear: number): number =>
  sumFen(before.filter((part) => part.partYear === partYear));

export async function findPremiumQuote(client: Queryable, quoteId: string): Promise<KeptQuote | undefined> {
  const { rows } = await client.query<KeptQuote>(
    `select quote_id as "quoteId", payer_no as "payerNo", member_no as "memberNo", coverage_year as "coverageYear",
       shown, valid_until as "validUntil"
     from gongji.premium_quote where quote_id = $1`,
    [quoteId],
  );
  return rows[0];
}
