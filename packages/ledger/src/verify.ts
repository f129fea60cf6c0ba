// Verifies the books from their rows alone: sums, balances, limits, and the hash chain from its beginning.
import type { Pool, PoolClient } from 'pg';
import { accountIdOf } from './identifiers.ts';
import type { VerifyProblem, VerifyReport } from './ledger.ts';
import { keptProblems } from './verify-more.ts';

/** Batches that are recomputed at a time. */
const windowBatches = 200;
/** Problems named at most, of each kind that is found by a query. */
const mostProblems = 100;

/** One consistent look at everything; takes time in proportion to the books and blocks nobody. */
export async function verifyBooks(
  pool: Pool,
  onProgress: (batches: number) => void = () => undefined,
): Promise<VerifyReport> {
  const tx = await pool.connect();
  try {
    await tx.query('begin isolation level repeatable read read only');
    const problems = [
      ...(await sumProblems(tx)),
      ...(await chainProblems(tx, onProgress)),
      ...(await outsideProblems(tx)),
      ...(await keptProblems(tx)),
    ];
    const { rows } = await tx.query<Omit<VerifyReport, 'ok' | 'problems'>>(`select
      (select count(*) from ledger.account) as accounts,
      count(*) filter (where type not in (9, 10, 11)) as journals,
      count(debit) + count(credit) as postings,
      (select count(*) from ledger.batch) as "chainRows"
      from ledger.record`);
    await tx.query('commit');
    return { ok: problems.length === 0, ...rows[0]!, problems };
  } finally {
    // Whatever happened, the connection ends with its transaction closed.
    await tx.query('rollback').catch(() => undefined);
    tx.release();
  }
}

type Found = { area: string; id: number };

async function sumProblems(tx: PoolClient): Promise<VerifyProblem[]> {
  const { rows: different } = await tx.query<Found>(
    `select coalesce(balance.area, total.area) as area, account_id as id from ledger.balance
      full join (select account_id, area, sum(amount_fen) as net, sum(held_fen) as held, sum(frozen_fen) as frozen
        from ledger.entry group by account_id, area) as total using (account_id)
      where net_fen is distinct from coalesce(net, 0) or held_fen is distinct from coalesce(held, 0)
        or frozen_fen is distinct from coalesce(frozen, 0) or balance.area <> total.area limit ${mostProblems}`,
  );
  // Each movement begins where another ended: whatever their order, the balances before and after cancel out but for 0 and the last.
  const { rows: jumping } = await tx.query<Found>(
    `select area, account_id as id from (
        select area, account_id, balance_after_fen as fen, 1 as times from ledger.entry
        union all select area, account_id, balance_after_fen - amount_fen, -1 from ledger.entry
        union all select area, account_id, net_fen, -1 from ledger.balance
        union all select area, account_id, 0, 1 from ledger.balance) as step
      group by area, account_id, fen having sum(times) <> 0 limit ${mostProblems}`,
  );
  // And each record of an account is named once as the one before another, but for the last, which the balance names.
  const { rows: unlisted } = await tx.query<Found>(
    `select area, account_id as id from (
        select distinct area, account_id, record_id as at, 1 as times from ledger.entry
        union all select distinct area, account_id, previous, -1 from ledger.entry where previous <> record_id
        union all select area, account_id, last_record, -1 from ledger.balance
        union all select area, account_id, 0, 1 from ledger.balance) as step
      group by area, account_id, at having sum(times) <> 0 limit ${mostProblems}`,
  );
  const { rows: overdrawn } = await tx.query<Found>(
    `select area, account_id as id from ledger.balance where net_fen - held_fen - frozen_fen < least_fen or net_fen > most_fen
      or held_fen < 0 or frozen_fen < 0 limit ${mostProblems}`,
  );
  const { rows: alone } = await tx.query<Found>(
    `select coalesce(balance.area, account.area) as area, coalesce(account_id, id) as id
      from ledger.balance full join ledger.account on id = account_id
      where id is null or account_id is null or balance.area <> account.area limit ${mostProblems}`,
  );
  const named = (code: VerifyProblem['code'], rows: Found[]): VerifyProblem[] =>
    rows.map(({ area, id }) => ({ code, area, subject: accountIdOf(id) }));
  const { rows: misclosed } = await tx.query<Found>(
    `select coalesce(kept.area, total.area) as area, account_id as id
      from ledger.day_balance kept
      full join (select entry.account_id, entry.area, entry.day, sum(greatest(amount_fen, 0)) as in_fen, sum(greatest(-amount_fen, 0)) as out_fen,
          sum(sum(amount_fen)) over (partition by account_id order by day) as closing_fen
        from ledger.entry join ledger.book on book.area = entry.area
        where entry.day <= book.sealed_through and amount_fen <> 0 group by account_id, entry.area, day) as total
        using (account_id, day)
      where kept.in_fen is distinct from total.in_fen or kept.out_fen is distinct from total.out_fen
        or kept.closing_fen is distinct from total.closing_fen limit ${mostProblems}`,
  );
  const { rows: unsealed } = await tx.query<{ area: string; day: string }>(
    `select seal.area, seal.day from (select *, lag(root, 1, '\\x'::bytea) over (partition by area order by day) as previous
        from ledger.day_seal) as seal
      left join ledger.batch on batch.area = seal.area and batch.number = seal.batches
      where ledger.day_root(previous, (seal.area, seal.day, seal.batches, seal.chain_hash, seal.root, seal.sealed_at)::ledger.day_seal)
          <> seal.root
        or (seal.batches > 0 and batch.hash is distinct from seal.chain_hash) limit ${mostProblems}`,
  );
  return [
    ...named('balance-differs', [...different, ...alone]),
    ...named('day-differs', misclosed),
    ...unsealed.map(({ area, day }) => ({ code: 'seal-altered' as const, area, subject: `day ${day}` })),
    ...named('balance-after-differs', jumping),
    ...named('list-broken', unlisted),
    ...named('overdrawn', overdrawn),
  ];
}

interface BatchRow {
  area: string;
  number: number;
  is_content_right: boolean;
  follows: boolean;
  is_followed: boolean;
}

async function chainProblems(
  tx: PoolClient,
  onProgress: (batches: number) => void,
): Promise<VerifyProblem[]> {
  const problems: VerifyProblem[] = [];
  let batches = 0;
  let last: Pick<BatchRow, 'area' | 'number'> = { area: '', number: -1 };
  for (;;) {
    const { rows } = await tx.query<BatchRow>(
      `select b.area, b.number,
          again.hash = b.hash and (b.number = 0 or again.records = b.last_record - b.first_record + 1) as is_content_right,
          case when previous.area is not null then b.number = 0 or previous.number = 0
              or b.first_record = previous.last_record + 1
            else b.number = 0 or (b.number = 1 and b.first_record = (book.lane::bigint << 40) + 1) end as follows,
          next.area is not null or (book.batches = b.number and book.hash = b.hash) as is_followed
        from (select * from ledger.batch where (area, number) > ($1, $2) order by area, number limit ${windowBatches}) as b
        join ledger.book using (area)
        left join ledger.batch previous on previous.area = b.area and previous.number = b.number - 1
        left join ledger.batch next on next.area = b.area and next.number = b.number + 1
        cross join lateral ledger.recomputed(
          coalesce(previous.hash, decode(repeat('00', 32), 'hex')), b) as again
        order by b.area, b.number`,
      [last.area, last.number],
    );
    for (const { area, number, is_content_right, follows, is_followed } of rows) {
      const subject = `batch ${number}`;
      if (!is_content_right) problems.push({ code: 'content-altered', area, subject });
      if (!follows || !is_followed) problems.push({ code: 'chain-broken', area, subject });
    }
    batches += rows.length;
    onProgress(batches);
    const end = rows.at(-1);
    if (!end) return problems;
    last = end;
  }
}

/** Books whose batches do not cover their records, and records of no book. */
async function outsideProblems(tx: PoolClient): Promise<VerifyProblem[]> {
  const { rows } = await tx.query<{ area: string }>(
    `select book.area from ledger.book
      left join (select area, sum(last_record - first_record + 1) as records from ledger.batch where number > 0 group by area) as covered
        using (area)
      left join (select area, id >> 40 as lane, count(*) as records from ledger.record group by area, id >> 40) as kept
        on kept.area = book.area and kept.lane = book.lane
      where book.records <> coalesce(covered.records, 0) or book.records <> coalesce(kept.records, 0)
    union
    select record.area from ledger.record where id >> 40 <> 0
      and not exists (select from ledger.book where book.area = record.area and book.lane = record.id >> 40)
    union
    select record.area from ledger.record where id >> 40 = 0
      and not exists (select from ledger.batch where batch.area = record.area and number = 0)`,
  );
  return rows.map(({ area }) => ({ code: 'outside-chain', area, subject: `book ${area}` }));
}
