// Reads balances, parts, statements and holds, outside of any batch.
import type { Pool } from 'pg';
import type { AccountRef, HoldId, JournalId } from './account.ts';
import { accountNameOf, accountRefOf } from './account-name.ts';
import { availableOf } from './entry.ts';
import { accountIdOf, holdIdOf, journalIdOf, numberOf } from './identifiers.ts';
import type { HoldState, Ledger, PartBalance, StatementLine, StatementQuery } from './ledger.ts';
import { nameArrays, stateOf } from './sql-accounts.ts';
import type { AccountRow } from './sql-accounts.ts';

const defaultLimit = 50;
const greatestLimit = 1000;

/** An instant as ISO text at China's offset, which has been +08:00 all year round since 1992. */
function chinaInstant(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

export async function readBalances(
  pool: Pool,
  accounts: readonly AccountRef[],
): ReturnType<Ledger['balances']> {
  const { rows } = await pool.query<AccountRow>({
    name: 'ledger-balances',
    text: `select account.* from unnest($1::bpchar[], $2::text[], $3::text[], $4::smallint[]) as wanted (area, kind, owner, part_year)
      join ledger.account using (owner, kind, area, part_year)`,
    values: nameArrays(accounts),
  });
  const found = new Map(rows.map((row) => [accountNameOf(accountRefOf(row)), row]));
  return accounts.map((account) => {
    const row = found.get(accountNameOf(account));
    if (!row) return undefined;
    return { ...balanceOf(row), status: row.status, accountId: accountIdOf(row.id) };
  });
}

export async function readParts(pool: Pool, owner: string): Promise<PartBalance[]> {
  const { rows } = await pool.query<AccountRow>({
    name: 'ledger-parts',
    text: "select * from ledger.account where owner = $1 and kind = 'personal' order by part_year, area",
    values: [owner],
  });
  return rows.map((row) => ({ area: row.area, partYear: row.part_year, ...balanceOf(row) }));
}

function balanceOf(row: AccountRow) {
  const state = stateOf(row);
  const { netFen, heldFen, frozenFen } = state;
  return { netFen, heldFen, frozenFen, availableFen: availableOf(state) };
}

interface StatementRow extends AccountRow {
  journal_id: number;
  sequence: number;
  journal_kind: string;
  type: StatementLine['type'];
  reference: string;
  business_date: string;
  posted_at: Date;
  reverses: number | null;
  amount_fen: number;
  balance_after_fen: number;
}

export async function readStatement(pool: Pool, query: StatementQuery): Promise<StatementLine[]> {
  const before = query.before === undefined ? Number.MAX_SAFE_INTEGER : (numberOf(query.before, 'jrn') ?? 0);
  const { rows } = await pool.query<StatementRow>({
    name: 'ledger-statement',
    text: `select account.*, journal.id as journal_id, journal.kind as journal_kind, journal.type, journal.reference, journal.business_date,
        journal.posted_at, journal.reverses, posting.sequence, posting.amount_fen, posting.balance_after_fen
      from ledger.account
      join ledger.posting on posting.account_id = account.id
      join ledger.journal on journal.id = posting.journal_id
      where account.owner = $1 and account.kind = 'personal' and account.area = $2 and posting.amount_fen <> 0
        and posting.journal_id < $3 and journal.business_date between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
      order by posting.journal_id desc
      fetch first $6 rows with ties`,
    values: [
      query.owner,
      query.area,
      before,
      query.from ?? null,
      query.to ?? null,
      Math.min(query.limit ?? defaultLimit, greatestLimit),
    ],
  });
  // Ties are whole journals; within one the postings keep their order.
  rows.sort((a, b) => b.journal_id - a.journal_id || a.sequence - b.sequence);
  return rows.map((row) => ({
    journalId: journalIdOf(row.journal_id),
    businessDate: row.business_date,
    postedAt: chinaInstant(row.posted_at),
    kind: row.journal_kind,
    type: row.type,
    reference: row.reference,
    reverses: row.reverses === null ? undefined : journalIdOf(row.reverses),
    accountId: accountIdOf(row.id),
    account: accountRefOf(row),
    amountFen: row.amount_fen,
    balanceAfterFen: row.balance_after_fen,
  }));
}

interface HoldRow {
  area: string;
  kind: string;
  reference: string;
  expires_at: Date;
  outcome: 'capture' | 'void' | 'expire' | null;
  outcome_id: number | null;
  account_area: string;
  account_kind: string;
  owner: string;
  part_year: number;
  held_fen: number;
}

const stateAfter = { capture: 'captured', void: 'voided', expire: 'expired' } as const;

export async function readHold(pool: Pool, holdId: HoldId): Promise<HoldState | undefined> {
  const { rows } = await pool.query<HoldRow>({
    name: 'ledger-hold',
    text: `select hold.area, hold.kind, hold.reference, hold.expires_at, outcome.type as outcome, outcome.id as outcome_id,
        account.area as account_area, account.kind as account_kind, account.owner, account.part_year, posting.held_fen
      from ledger.journal hold
      join ledger.posting on posting.journal_id = hold.id
      join ledger.account on account.id = posting.account_id
      left join ledger.journal outcome on outcome.hold_id = hold.id
      where hold.id = $1 and hold.type = 'hold'
      order by posting.sequence`,
    values: [numberOf(holdId, 'hld') ?? 0],
  });
  const hold = rows[0];
  if (!hold) return undefined;
  const captured: JournalId | undefined =
    hold.outcome === 'capture' && hold.outcome_id !== null ? journalIdOf(hold.outcome_id) : undefined;
  return {
    holdId,
    area: hold.area,
    kind: hold.kind,
    reference: hold.reference,
    expiresAt: chinaInstant(hold.expires_at),
    state: hold.outcome === null ? 'open' : stateAfter[hold.outcome],
    journalId: captured,
    legs: rows.map((row) => ({
      account: accountRefOf({
        area: row.account_area,
        kind: row.account_kind,
        owner: row.owner,
        part_year: row.part_year,
      }),
      amountFen: row.held_fen,
    })),
  };
}

export async function readHoldsToExpire(
  pool: Pool,
  now: Date,
  limit: number,
): Promise<{ area: string; holdId: HoldId }[]> {
  const { rows } = await pool.query<{ area: string; hold_id: number }>({
    name: 'ledger-holds-to-expire',
    text: 'select area, hold_id from ledger.open_hold where expires_at <= $1 order by expires_at limit $2',
    values: [now.toISOString(), limit],
  });
  return rows.map(({ area, hold_id }) => ({ area, holdId: holdIdOf(hold_id) }));
}
