// Writes the entries of a batch by arrays: journals, postings (whose insertion moves the balances), answers, chain rows.
import type { PoolClient } from 'pg';
import { byArea, chainHashOf } from './chain.ts';
import type { JournalRow, PostingRow } from './chain.ts';
import type { AccountState, Entry } from './entry.ts';
import { openAccounts } from './sql-accounts.ts';
import { accountNameOf } from './account-name.ts';

/** An answer to be stored. */
export interface Answer {
  area: string;
  key: string;
  contentHash: string;
  outcome: unknown;
}

interface Head {
  area: string;
  number: number;
  hash: Buffer;
}

/** Writes `entries` of batch `number`. Their accounts are locked; from the heads' lock on no other batch writes these areas. */
export async function writeEntries(tx: PoolClient, number: number, entries: readonly Entry[]): Promise<void> {
  const areas = new Set<string>();
  for (const { area, movements } of entries) {
    areas.add(area);
    for (const { account } of movements) areas.add(account.ref.area);
  }
  const { rows: heads } = await tx.query<Head>({
    name: 'ledger-heads',
    text: 'select area, number, hash from ledger.lock_heads($1::bpchar[])',
    values: [[...areas].sort()],
  });
  const balancesFen = await openingBalances(tx, entries);
  const journals: readonly JournalRow[] = entries;
  const postings = entries.flatMap((entry) => postingsOf(entry, balancesFen));
  await insertJournals(tx, journals);
  await insertPostings(tx, postings);
  await insertChain(tx, number, heads, journals, postings);
}

/** Balances before the batch, by account; accounts that do not exist yet, and clearing accounts, get their ids here. */
async function openingBalances(
  tx: PoolClient,
  entries: readonly Entry[],
): Promise<Map<AccountState, number>> {
  const changeFen = new Map<AccountState, number>();
  for (const { movements } of entries) {
    for (const { account, amountFen } of movements)
      changeFen.set(account, (changeFen.get(account) ?? 0) + amountFen);
  }
  const openingFen = new Map<AccountState, number>();
  const unnamed = new Map<string, AccountState>();
  for (const [account, sumFen] of changeFen) {
    if (account.id === undefined) unnamed.set(accountNameOf(account.ref), account);
    else openingFen.set(account, account.netFen - sumFen);
  }
  if (unnamed.size > 0) {
    for (const opened of await openAccounts(
      tx,
      [...unnamed.values()].map(({ ref }) => ref),
    )) {
      const account = unnamed.get(accountNameOf(opened.ref));
      if (!account) continue;
      account.id = opened.id;
      openingFen.set(account, opened.netFen);
    }
  }
  return openingFen;
}

function postingsOf({ id, movements }: Entry, balancesFen: Map<AccountState, number>): PostingRow[] {
  return movements.map(({ account, amountFen, heldFen, frozenFen, status }, sequence) => {
    const balanceAfterFen = (balancesFen.get(account) ?? 0) + amountFen;
    balancesFen.set(account, balanceAfterFen);
    if (account.id === undefined) throw new Error(`account ${accountNameOf(account.ref)} was not opened`);
    return {
      journalId: id,
      sequence,
      area: account.ref.area,
      accountId: account.id,
      amountFen,
      heldFen,
      frozenFen,
      status: status ?? null,
      balanceAfterFen,
    };
  });
}

async function insertJournals(tx: PoolClient, rows: readonly JournalRow[]): Promise<void> {
  await tx.query({
    name: 'ledger-journals',
    text: `insert into ledger.journal
        (id, area, type, kind, reference, business_date, posted_at, key, hold_id, reverses, expires_at)
      select * from unnest($1::bigint[], $2::bpchar[], $3::text[], $4::text[], $5::text[], $6::date[], $7::timestamptz[],
        $8::text[], $9::bigint[], $10::bigint[], $11::timestamptz[])`,
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.area),
      rows.map((row) => row.type),
      rows.map((row) => row.kind),
      rows.map((row) => row.reference),
      rows.map((row) => row.businessDate),
      rows.map((row) => row.postedAt.toISOString()),
      rows.map((row) => row.key),
      rows.map((row) => row.holdId),
      rows.map((row) => row.reverses),
      rows.map((row) => row.expiresAt?.toISOString() ?? null),
    ],
  });
}

async function insertPostings(tx: PoolClient, rows: readonly PostingRow[]): Promise<void> {
  await tx.query({
    name: 'ledger-postings',
    text: `insert into ledger.posting
        (journal_id, sequence, area, account_id, amount_fen, held_fen, frozen_fen, status, balance_after_fen)
      select * from unnest($1::bigint[], $2::smallint[], $3::bpchar[], $4::bigint[], $5::bigint[], $6::bigint[],
        $7::bigint[], $8::text[], $9::bigint[])`,
    values: [
      rows.map((row) => row.journalId),
      rows.map((row) => row.sequence),
      rows.map((row) => row.area),
      rows.map((row) => row.accountId),
      rows.map((row) => row.amountFen),
      rows.map((row) => row.heldFen),
      rows.map((row) => row.frozenFen),
      rows.map((row) => row.status),
      rows.map((row) => row.balanceAfterFen),
    ],
  });
}

async function insertChain(
  tx: PoolClient,
  number: number,
  heads: readonly Head[],
  journals: readonly JournalRow[],
  postings: readonly PostingRow[],
): Promise<void> {
  const journalsOf = byArea(journals);
  const postingsIn = byArea(postings);
  const hashes = heads.map(({ area, number: previousNumber, hash: previousHash }) =>
    chainHashOf(
      { area, number, previousNumber, previousHash },
      journalsOf.get(area) ?? [],
      postingsIn.get(area) ?? [],
    ),
  );
  await tx.query({
    name: 'ledger-chain',
    text: `insert into ledger.chain (area, number, previous_number, previous_hash, hash)
      select area, $1, previous_number, decode(previous_hash, 'hex'), decode(hash, 'hex')
      from unnest($2::bpchar[], $3::bigint[], $4::text[], $5::text[]) as link (area, previous_number, previous_hash, hash)`,
    values: [
      number,
      heads.map((head) => head.area),
      heads.map((head) => head.number),
      heads.map((head) => head.hash.toString('hex')),
      hashes.map((hash) => hash.toString('hex')),
    ],
  });
}

export async function writeAnswers(tx: PoolClient, answers: readonly Answer[]): Promise<void> {
  await tx.query({
    name: 'ledger-answers',
    text: `insert into ledger.command (area, key, content_hash, outcome)
      select * from unnest($1::bpchar[], $2::text[], $3::text[], $4::jsonb[])`,
    values: [
      answers.map((answer) => answer.area),
      answers.map((answer) => answer.key),
      answers.map((answer) => answer.contentHash),
      answers.map((answer) => JSON.stringify(answer.outcome)),
    ],
  });
}
