// What is looked up of a quote before any lock is taken: the people, and the figures as they are now.
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { refuse, done } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { premiumFigures } from './figures.ts';
import type { PremiumFigures } from './figures.ts';
import { findParties } from './parties.ts';
import type { Parties } from './parties.ts';
import { findPremiumQuote } from './quote.ts';
import type { KeptQuote } from './quote.ts';

export interface Ready {
  quote: KeptQuote;
  parties: Parties;
  figures: PremiumFigures;
}

/** Refused: `not-found` for a quote of somebody else, `quote-expired`, and whatever the figures are refused for. */
export async function makeReady(
  { pool, cipher, library, ports }: ServiceDeps,
  context: Context,
  payerNo: string,
  quoteId: string,
): Promise<Result<Ready>> {
  const quote = await findPremiumQuote(pool, quoteId);
  if (quote?.payerNo !== payerNo) return refuse('not-found');
  if (context.at > quote.validUntil) return refuse('quote-expired');
  const parties = await findParties(pool, cipher, quote.payerNo, quote.memberNo);
  if (!parties.ok) return parties;
  const { member } = parties.value;
  const figures = await premiumFigures(library, ports.taxBureau, member, quote.coverageYear, context.today);
  return figures.ok ? done({ quote, parties: parties.value, figures: figures.value }) : figures;
}
