// Balances of the past and statements of a period, of any account, from sealed closings and the records since.
import type { Pool, PoolClient } from 'pg';
import type { AccountRef } from './account.ts';
import { accountIdOf, journalIdOf } from './identifiers.ts';
import type { AccountStatement, StatementEntry } from './ledger.ts';
import { chinaInstant } from './reading.ts';
import { recordTypes } from './entry.ts';

/** A pool, or a connection whose transaction sees one moment. */
type Queryable = Pick<Pool | PoolClient, 'query'>;

/**
 * The records of an account from `first` on. People's accounts are walked from their newest record; accounts that take part in
 * much of an area's traffic (all others) are read by the area's range of ids, which holds hardly anything else.
 */
const recordsFrom = `
  select r.* from ledger.record r
    where $2::boolean and r.area = $3::bpchar and (r.debit = $1::bigint or r.credit = $1::bigint)
      and ((r.id >= $4::bigint and r.id < (($4::bigint >> 40) + 1) << 40) or ($4::bigint >> 40 = 0 and r.id >> 40 =
        (select lane from ledger.book where area = $3::bpchar)))
  union all
  select * from (
    with recursive step as (
      select r.* from ledger.balance b join ledger.record r on r.id = b.last_record
        where not $2::boolean and b.account_id = $1::bigint and ($4::bigint >> 40 = 0 or r.id >= $4::bigint)
      union all
      select r.* from step
        join ledger.record r on r.id = case when step.debit = $1::bigint then step.debit_previous else step.credit_previous end
        where $4::bigint >> 40 = 0 or r.id >= $4::bigint
    ) select * from step
  ) as walked`;

interface Found {
  id: number;
  area: string;
  is_broad: boolean;
  net_fen: number;
  sealed_through: string;
}

async function findAccount(
  pool: Queryable,
  { area, kind, owner, partYear }: AccountRef,
): Promise<Found | undefined> {
  const { rows } = await pool.query<Found>({
    name: 'ledger-find-account',
    text: `select a.id, a.area, a.kind not in ('personal', 'quota') as is_broad, b.net_fen, book.sealed_through::text
      from ledger.account a join ledger.balance b on b.account_id = a.id join ledger.book on book.area = a.area
      where a.area = $1 and a.kind = $2 and a.owner = $3 and a.part_year = $4`,
    values: [area, kind, owner, partYear ?? 0],
  });
  return rows[0];
}

/** The first record that may be of a day after `day`: batches know the last of their days. */
async function firstRecordAfter(pool: Queryable, area: string, day: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ first: number | null }>({
    name: 'ledger-first-after',
    text: 'select min(first_record) as first from ledger.batch where area = $1 and last_day > $2',
    values: [area, day],
  });
  return rows[0]?.first ?? undefined;
}

/** Net fen at the end of a day of the books; undefined if there is no such account. */
export async function readBalanceOn(
  pool: Queryable,
  account: AccountRef,
  day: string,
): Promise<number | undefined> {
  const found = await findAccount(pool, account);
  if (!found) return undefined;
  const { rows } = await pool.query<{ closing_fen: number }>({
    name: 'ledger-closing',
    text: 'select closing_fen from ledger.day_balance where account_id = $1 and day <= $2 order by day desc limit 1',
    values: [found.id, day],
  });
  const sealedFen = rows[0]?.closing_fen ?? 0;
  if (day <= found.sealed_through) return sealedFen;
  const first = await firstRecordAfter(pool, found.area, found.sealed_through);
  if (first === undefined) return sealedFen;
  const { rows: since } = await pool.query<{ fen: number }>({
    name: 'ledger-since-seal',
    text: `select coalesce(sum(case when credit = $1 then amount_fen else 0 end - case when debit = $1 then amount_fen else 0 end), 0)::bigint as fen
      from (${recordsFrom}) as r where r.effect in (1, 6) and r.day > $5 and r.day <= $6`,
    values: [found.id, found.is_broad, found.area, first, found.sealed_through, day],
  });
  return sealedFen + (since[0]?.fen ?? 0);
}

/** Net fen as the books showed it at an instant, by posting time; undefined if there is no such account. */
export async function readBalanceAt(
  pool: Queryable,
  account: AccountRef,
  instant: Date,
): Promise<number | undefined> {
  const found = await findAccount(pool, account);
  if (!found) return undefined;
  const { rows } = await pool.query<{ fen: number }>({
    name: 'ledger-balance-at',
    text: `with last as (
        select coalesce(max(last_record), -1) as id from ledger.batch where area = $3 and posted_at <= $5
      )
      select ($6::bigint - coalesce(sum(case when credit = $1 then amount_fen else 0 end
          - case when debit = $1 then amount_fen else 0 end), 0))::bigint as fen
      from last, lateral (${recordsFrom}) as r where r.effect in (1, 6) and r.id > last.id`,
    values: [found.id, found.is_broad, found.area, 0, instant.toISOString(), found.net_fen],
  });
  return rows[0]?.fen;
}

interface EntryRow {
  journal_id: number;
  kind: string;
  type: number;
  reference: string;
  day: string;
  happened_at: Date;
  posted_at: Date;
  follows: number | null;
  amount_fen: number;
}

/** Opening, entries in the order of their posting, and closing of days `from` to `to`, both inclusive. */
export async function readAccountStatement(
  pool: Queryable,
  { account, from, to }: { account: AccountRef; from: string; to: string },
): Promise<AccountStatement | undefined> {
  const found = await findAccount(pool, account);
  if (!found) return undefined;
  const before = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const openingFen = (await readBalanceOn(pool, account, before)) ?? 0;
  const first = await firstRecordAfter(pool, found.area, before);
  const { rows } =
    first === undefined
      ? { rows: [] }
      : await pool.query<EntryRow>({
          name: 'ledger-account-statement',
          text: `select head.id as journal_id, head.kind, head.type, head.reference, head.day, head.happened_at, head.follows,
        min(batch.posted_at) as posted_at,
        sum(case when r.credit = $1 then r.amount_fen else 0 end - case when r.debit = $1 then r.amount_fen else 0 end)::bigint as amount_fen
      from (${recordsFrom}) as r
      join ledger.record head on head.id = coalesce(r.journal, r.id)
      cross join lateral (select posted_at from ledger.batch b where b.area = r.area and b.first_record <= r.id
        order by b.first_record desc limit 1) as batch
      where r.effect in (1, 6) and r.day between $5 and $6
      group by head.id order by min(r.id >> 40), head.id`,
          values: [found.id, found.is_broad, found.area, first, from, to],
        });
  let balanceFen = openingFen;
  const entries = rows.map((row): StatementEntry => {
    balanceFen += row.amount_fen;
    return {
      journalId: journalIdOf(row.journal_id),
      kind: row.kind,
      type: (recordTypes[row.type - 1] ?? 'post') as StatementEntry['type'],
      reference: row.reference,
      businessDate: row.day,
      happenedAt: chinaInstant(row.happened_at),
      postedAt: chinaInstant(row.posted_at),
      reverses: row.type === 6 && row.follows !== null ? journalIdOf(row.follows) : undefined,
      amountFen: row.amount_fen,
      balanceAfterFen: balanceFen,
    };
  });
  return { accountId: accountIdOf(found.id), account, from, to, openingFen, entries, closingFen: balanceFen };
}
