// The journals of reconciliation, each under a name of its own; nothing else in a book is ever corrected.
import { openBooks } from '@gongji/ledger';
import type { AccountRef, JournalId, Leg } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import type { ReconciliationCase, Source } from './service.ts';

type CaseMoney = Pick<
  ReconciliationCase,
  | 'caseId'
  | 'area'
  | 'theirArea'
  | 'source'
  | 'kind'
  | 'difference'
  | 'oursFen'
  | 'theirsFen'
  | 'suspenseJournalId'
>;

/** What is under discussion with the other side: their amount less ours. A debit is what we may claim. */
const suspenseAccount = (area: string, source: Source): AccountRef => ({
  area,
  kind: 'suspense',
  owner: source === 'tax' ? 'tax-bureau' : 'cash-channel',
});

/** The account on which the other side's book stands in ours. */
const theirAccount = ({ area, theirArea, source }: CaseMoney): AccountRef =>
  source === 'tax'
    ? { area: theirArea ?? area, kind: 'tax-payable', owner: 'tax-bureau' }
    : { area, kind: 'cash-transit', owner: 'cash-channel' };

/**
 * Brings our account with the other side to their amount, against the suspense account of the case's area.
 * Accepted premiums raise what we owe the tax bureau; paid cash raises what the channel holds for us, a refund lowers it.
 */
export function postToSuspense(
  client: PoolClient,
  context: Context,
  of: CaseMoney,
): Promise<JournalId | null> {
  // Of a late success our book holds nothing any more: the payment went back.
  const bookedFen = of.difference === 'amount-differs' ? (of.oursFen ?? 0) : 0;
  const differenceFen = (of.theirsFen ?? 0) - bookedFen;
  const theirsFen = of.kind === 'paid' ? -differenceFen : differenceFen;
  return post(client, context, of, 'reconciliation-suspense', [
    { account: theirAccount(of), amountFen: theirsFen },
    { account: suspenseAccount(of.area, of.source), amountFen: -theirsFen },
  ]);
}

/** The pooled fund bears what stands on the suspense account for a late success. */
export function chargeFund(client: PoolClient, context: Context, of: CaseMoney): Promise<JournalId | null> {
  const fen = of.theirsFen ?? 0;
  return post(client, context, of, 'reconciliation-fund-bears', [
    { account: { area: of.area, kind: 'fund', owner: 'resident' }, amountFen: -fen },
    { account: suspenseAccount(of.area, of.source), amountFen: fen },
  ]);
}

/** Undoes the suspense journal of a late success that the other side gave back. */
export async function reverseSuspense(
  client: PoolClient,
  context: Context,
  of: CaseMoney,
): Promise<JournalId | null> {
  if (of.suspenseJournalId === null) return null;
  const journalId = of.suspenseJournalId as JournalId;
  const books = openBooks(client);
  await books.lock([], { journals: [journalId] });
  const reversed = books.reverse({
    ...stampOf(context, of, 'reconciliation-given-back'),
    type: 'reverse',
    journalId,
  });
  if (!reversed.ok) throw new Error(`The ledger refused to reverse a suspense journal: ${reversed.reason}`);
  await books.flush();
  return reversed.journalId;
}

function stampOf(context: Context, { area, caseId }: CaseMoney, kind: string) {
  const { today: businessDate, at } = context;
  return { area, key: `${kind}:${caseId}`, kind, reference: caseId, businessDate, at };
}

async function post(
  client: PoolClient,
  context: Context,
  of: CaseMoney,
  kind: string,
  legs: Leg[],
): Promise<JournalId | null> {
  const moving = legs.filter(({ amountFen }) => amountFen !== 0);
  if (moving.length === 0) return null;
  const books = openBooks(client);
  await books.lock(moving.map(({ account }) => account));
  const posted = books.post({ ...stampOf(context, of, kind), type: 'post', legs: moving });
  if (!posted.ok) throw new Error(`The ledger refused ${kind}: ${posted.reason}`);
  await books.flush();
  return posted.journalId;
}
