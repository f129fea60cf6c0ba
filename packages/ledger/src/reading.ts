// Reads balances, parts, statements and holds, outside of any batch.
import type { Pool } from 'pg';
import type { AccountRef, HoldId } from './account.ts';
import { accountNameOf, accountRefOf } from './account-name.ts';
import { int8Column } from '@gongji/database';
import { availableOf, recordTypes } from './entry.ts';
import { accountIdOf, holdIdOf, journalIdOf, numberOf } from './identifiers.ts';
import type { HoldState, Ledger, PartBalance, StatementLine, StatementQuery } from './ledger.ts';
import { accountColumns, nameArrays, stateOf } from './sql-accounts.ts';
import type { AccountRow } from './sql-accounts.ts';
import { journalRecords } from './sql-past.ts';

const defaultLimit = 50;
const greatestLimit = 1000;

/** An instant as ISO text at China's offset, which has been +08:00 all year round since 1992. */
export function chinaInstant(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

export async function readBalances(
  pool: Pool,
  accounts: readonly AccountRef[],
): ReturnType<Ledger['balances']> {
  const { rows } = await pool.query<AccountRow>({
    name: 'ledger-balances',
    text: `select ${accountColumns}
      from unnest($1::bpchar[], $2::text[], $3::text[], $4::smallint[]) as wanted (area, kind, owner, part_year)
      join ledger.account a using (owner, kind, area, part_year)
      join ledger.balance b on b.account_id = a.id`,
    values: nameArrays(accounts),
  });
  const found = new Map(rows.map((row) => [accountNameOf(accountRefOf(row)), row]));
  return accounts.map((account) => {
    const row = found.get(accountNameOf(account));
    if (!row) return undefined;
    return { ...balanceOf(row), status: stateOf(row).status, accountId: accountIdOf(row.id) };
  });
}

export async function readParts(pool: Pool, owner: string): Promise<PartBalance[]> {
  const { rows } = await pool.query<AccountRow>({
    name: 'ledger-parts',
    text: `select ${accountColumns} from ledger.account a join ledger.balance b on b.account_id = a.id
      where a.owner = $1 and a.kind = 'personal' order by a.part_year, a.area`,
    values: [owner],
  });
  return rows.map((row) => ({ area: row.area, partYear: row.part_year, ...balanceOf(row) }));
}

function balanceOf(row: AccountRow) {
  const state = stateOf(row);
  const { netFen, heldFen, frozenFen } = state;
  return { netFen, heldFen, frozenFen, availableFen: availableOf(state) };
}

interface StatementRow {
  id: number;
  area: string;
  kind: string;
  owner: string;
  part_year: number;
  journal_id: number;
  journal_kind: string;
  type: number;
  reference: string;
  business_date: string;
  happened_at: Date;
  reverses: number | null;
  amount_fen: number;
  balance_after_fen: number;
}

export async function readStatement(pool: Pool, query: StatementQuery): Promise<StatementLine[]> {
  const before = query.before === undefined ? Number.MAX_SAFE_INTEGER : (numberOf(query.before, 'jrn') ?? 0);
  const { rows } = await pool.query<StatementRow>({
    name: 'ledger-statement',
    // Records of an account are a list that begins at its newest: no index has to be kept for it. Lines of a journal on the
    // same account come as one.
    text: `with recursive part as (
        select a.id as account_id, a.area, a.kind, a.owner, a.part_year, b.last_record
        from ledger.account a join ledger.balance b on b.account_id = a.id
        where a.owner = $1 and a.kind = 'personal' and a.area = $2
      ), step as (
        select part.account_id, part.last_record as at from part where part.last_record <> 0
        union all
        select step.account_id, case when r.debit = step.account_id then r.debit_previous else r.credit_previous end
        from step join ledger.record r on r.id = step.at where step.at <> 0
      ), line as (
        select step.account_id, e.journal_id, sum(e.amount_fen)::bigint as amount_fen, max(e.record_id) as last_id
        from step join ledger.entry e on e.record_id = step.at and e.account_id = step.account_id
        where e.amount_fen <> 0 and e.journal_id < $3
          and e.day between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
        group by step.account_id, e.journal_id
      )
      select part.account_id as id, part.area, part.kind, part.owner, part.part_year, line.journal_id, head.kind as journal_kind,
        head.type, head.reference, head.day as business_date, head.happened_at,
        case when head.type = 6 then head.follows end as reverses, line.amount_fen,
        case when last.credit = line.account_id then last.credit_after_fen else last.debit_after_fen end as balance_after_fen
      from line
      join part on part.account_id = line.account_id
      join ledger.record head on head.id = line.journal_id
      join ledger.record last on last.id = line.last_id
      order by line.journal_id desc
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
  // Ties are whole journals; within one the oldest year comes first.
  rows.sort((a, b) => b.journal_id - a.journal_id || a.part_year - b.part_year);
  return rows.map((row) => ({
    journalId: journalIdOf(row.journal_id),
    businessDate: row.business_date,
    postedAt: chinaInstant(row.happened_at),
    kind: row.journal_kind,
    type: recordTypes[row.type - 1] as StatementLine['type'],
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
  expires_at: string;
  outcome: number | null;
  is_unknown: boolean | null;
  outcome_id: number | null;
  account_area: string;
  account_kind: string;
  owner: string;
  part_year: number;
  held_fen: number;
}

const stateAfter: Readonly<Record<number, HoldState['state']>> = { 3: 'captured', 4: 'voided', 5: 'expired' };

export async function readHold(pool: Pool, holdId: HoldId): Promise<HoldState | undefined> {
  const id = numberOf(holdId, 'hld') ?? 0;
  const { rows } = await pool.query<HoldRow>({
    name: 'ledger-hold',
    text: `select hold.area, hold.kind, hold.reference, hold.extra ->> 'expiresAt' as expires_at, outcome.type as outcome,
        outcome.id as outcome_id, account.area as account_area, account.kind as account_kind, account.owner, account.part_year,
        line.amount_fen as held_fen, open.is_unknown
      from ledger.record hold
      cross join ${journalRecords} as line
      join ledger.account on account.id = line.debit
      left join ledger.record outcome on outcome.follows = hold.id
      left join ledger.hold_open open on open.id = hold.id
      where hold.id = $2 and hold.type = 2
      order by line.id <> hold.id, line.id`,
    values: [int8Column([id]), id],
  });
  const hold = rows[0];
  if (!hold) return undefined;
  return {
    holdId,
    area: hold.area,
    kind: hold.kind,
    reference: hold.reference,
    expiresAt: chinaInstant(new Date(hold.expires_at)),
    state: stateAfter[hold.outcome ?? 0] ?? (hold.is_unknown ? 'unknown' : 'open'),
    journalId: hold.outcome === 3 && hold.outcome_id !== null ? journalIdOf(hold.outcome_id) : undefined,
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
  const { rows } = await pool.query<{ area: string; id: number }>({
    name: 'ledger-holds-to-expire',
    text: 'select area, id from ledger.hold_open where expires_at <= $1 and not is_unknown order by expires_at limit $2',
    values: [now.toISOString(), limit],
  });
  return rows.map(({ area, id }) => ({ area, holdId: holdIdOf(id) }));
}

/** Day of the books on which a key was answered; undefined if it was not. */
export async function readDayOfKey(
  pool: Pool,
  { area, key }: { area: string; key: string },
): Promise<string | undefined> {
  const { rows } = await pool.query<{ day: string }>({
    name: 'ledger-day-of-key',
    text: 'select day from ledger.record where key = $1 and area = $2',
    values: [key, area],
  });
  return rows[0]?.day;
}
