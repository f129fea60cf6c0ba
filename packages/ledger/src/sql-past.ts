// Reads holds and journals of the past for the rules: what they moved (immutable), and what followed them (under lock).
import type { PoolClient } from 'pg';
import type { Command } from './command.ts';
import { accountRefOf } from './account-name.ts';
import type { PastEntry } from './entry.ts';

interface PastRow {
  id: number;
  area: string;
  type: Command['type'];
  expires_at: Date | null;
  account_id: number;
  account_area: string;
  kind: string;
  owner: string;
  part_year: number;
  amount_fen: number;
  held_fen: number;
}

/** Entries by id, without what followed them, and the ids of all accounts that they touch. */
export async function readPast(
  tx: PoolClient,
  ids: readonly number[],
): Promise<{ entries: Map<number, PastEntry>; accountIds: number[] }> {
  const { rows } = await tx.query<PastRow>({
    name: 'ledger-past',
    text: `select journal.id, journal.area, journal.type, journal.expires_at, posting.account_id,
        account.area as account_area, account.kind, account.owner, account.part_year, posting.amount_fen, posting.held_fen
      from ledger.journal
      join ledger.posting on posting.journal_id = journal.id
      join ledger.account on account.id = posting.account_id
      where journal.id = any ($1::bigint[])
      order by journal.id, posting.sequence`,
    values: [ids],
  });
  const entries = new Map<number, PastEntry>();
  for (const row of rows) {
    const entry = entries.get(row.id) ?? {
      id: row.id,
      area: row.area,
      type: row.type,
      expiresAt: row.expires_at,
      movements: [],
      followedBy: undefined,
    };
    entry.movements.push({
      account: accountRefOf({ ...row, area: row.account_area }),
      amountFen: row.amount_fen,
      heldFen: row.held_fen,
    });
    entries.set(row.id, entry);
  }
  return { entries, accountIds: [...new Set(rows.map((row) => row.account_id))] };
}

/** Fills in outcomes of holds and reversals of journals. Call when their accounts are locked, so that none can be added meanwhile. */
export async function readWhatFollowed(tx: PoolClient, entries: Map<number, PastEntry>): Promise<void> {
  const { rows } = await tx.query<{ of: number; id: number; type: Command['type'] }>({
    name: 'ledger-followed',
    text: `select hold_id as of, id, type from ledger.journal where hold_id = any ($1::bigint[])
      union all select reverses, id, type from ledger.journal where reverses = any ($1::bigint[])`,
    values: [[...entries.keys()]],
  });
  for (const { of, id, type } of rows) {
    const entry = entries.get(of);
    if (entry) entry.followedBy = { id, type };
  }
}
