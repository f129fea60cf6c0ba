// Verifies the books from their rows alone: sums, balances, limits, and the hash chain from its beginning.
import type { Pool, PoolClient } from 'pg';
import { chainHashOf, idsPerBatch } from './chain.ts';
import type { JournalRow, PostingRow } from './chain.ts';
import { accountIdOf, journalIdOf } from './identifiers.ts';
import type { VerifyProblem, VerifyReport } from './ledger.ts';

/** Chain rows that are read at a time. */
const windowRows = 500;
/** Problems named at most, of each kind that is found by a query. */
const mostProblems = 100;

/** One consistent look at everything; takes time in proportion to the books and blocks nobody. */
export async function verifyBooks(pool: Pool): Promise<VerifyReport> {
  const tx = await pool.connect();
  try {
    await tx.query('begin isolation level repeatable read read only');
    const problems = [...(await sumProblems(tx)), ...(await chainProblems(tx))];
    const { rows } = await tx.query<Omit<VerifyReport, 'ok' | 'problems'>>(`select
      (select count(*) from ledger.account) as accounts, (select count(*) from ledger.journal) as journals,
      (select count(*) from ledger.posting) as postings, (select count(*) from ledger.chain) as "chainRows"`);
    await tx.query('commit');
    return { ok: problems.length === 0, ...rows[0]!, problems };
  } finally {
    // Whatever happened, the connection ends with its transaction closed.
    await tx.query('rollback').catch(() => undefined);
    tx.release();
  }
}

async function sumProblems(tx: PoolClient): Promise<VerifyProblem[]> {
  const { rows: unbalanced } = await tx.query<{ area: string; id: number }>(
    `select area, journal_id as id from ledger.posting group by area, journal_id having sum(amount_fen) <> 0 limit ${mostProblems}`,
  );
  const { rows: different } = await tx.query<{ area: string; id: number }>(
    `select account.area, account.id from ledger.account
      left join (select account_id, area, sum(amount_fen) as net, sum(held_fen) as held, sum(frozen_fen) as frozen
        from ledger.posting group by account_id, area) as total on total.account_id = account.id and total.area = account.area
      where net_fen <> coalesce(net, 0) or held_fen <> coalesce(held, 0) or frozen_fen <> coalesce(frozen, 0) limit ${mostProblems}`,
  );
  // Each movement begins where another ended: whatever their order, the balances before and after cancel out but for 0 and the last.
  const { rows: jumping } = await tx.query<{ area: string; id: number }>(
    `select area, account_id as id from (
        select area, account_id, balance_after_fen as fen, 1 as times from ledger.posting
        union all select area, account_id, balance_after_fen - amount_fen, -1 from ledger.posting
        union all select area, id, net_fen, -1 from ledger.account
        union all select area, id, 0, 1 from ledger.account) as step
      group by area, account_id, fen having sum(times) <> 0 limit ${mostProblems}`,
  );
  const { rows: overdrawn } = await tx.query<{ area: string; id: number }>(
    `select area, id from ledger.account where (side = 'credit' and net_fen - held_fen - frozen_fen < 0)
      or (side = 'debit' and net_fen > 0) or held_fen < 0 or frozen_fen < 0 limit ${mostProblems}`,
  );
  return [
    ...unbalanced.map(({ area, id }) => ({
      code: 'unbalanced-journal' as const,
      area,
      subject: journalIdOf(id),
    })),
    ...different.map(({ area, id }) => ({
      code: 'balance-differs' as const,
      area,
      subject: accountIdOf(id),
    })),
    ...jumping.map(({ area, id }) => ({
      code: 'balance-after-differs' as const,
      area,
      subject: accountIdOf(id),
    })),
    ...overdrawn.map(({ area, id }) => ({ code: 'overdrawn' as const, area, subject: accountIdOf(id) })),
  ];
}

interface ChainRow {
  area: string;
  number: number;
  previous_number: number;
  previous_hash: Buffer;
  hash: Buffer;
  /** Whether the row before is there with the hash that this row names, or this is the first one of the area. */
  follows: boolean;
  /** Whether a row follows, or this is the area's head. */
  is_followed: boolean;
}

async function chainProblems(tx: PoolClient): Promise<VerifyProblem[]> {
  const problems: VerifyProblem[] = [];
  let last = 0;
  for (;;) {
    // `with ties`: all areas of one batch come together.
    const { rows: links } = await tx.query<ChainRow>(
      `select link.*,
          case when link.previous_number = 0 then link.previous_hash = decode(repeat('00', 32), 'hex')
            else coalesce(previous.hash = link.previous_hash, false) end as follows,
          next.number is not null or coalesce(head.number = link.number and head.hash = link.hash, false) as is_followed
        from ledger.chain link
        left join ledger.chain previous on previous.area = link.area and previous.number = link.previous_number
        left join ledger.chain next on next.area = link.area and next.previous_number = link.number
        left join ledger.chain_head head on head.area = link.area
        where link.number > $1 order by link.number fetch first ${windowRows} rows with ties`,
      [last],
    );
    const end = links.at(-1)?.number;
    const range: [number, number] = [
      (last + 1) * idsPerBatch,
      end === undefined ? Number.MAX_SAFE_INTEGER : (end + 1) * idsPerBatch,
    ];
    const rows = await batchRows(tx, range);
    for (const link of links) {
      const { area, number, previous_number: previousNumber, previous_hash: previousHash } = link;
      const subject = `chain ${number}`;
      const name = `${area}|${number}`;
      const hash = chainHashOf(
        { area, number, previousNumber, previousHash },
        rows.journals.get(name) ?? [],
        rows.postings.get(name) ?? [],
      );
      if (!hash.equals(link.hash)) problems.push({ code: 'content-altered', area, subject });
      if (!link.follows || !link.is_followed) problems.push({ code: 'chain-broken', area, subject });
      rows.journals.delete(name);
      rows.postings.delete(name);
    }
    for (const name of new Set([...rows.journals.keys(), ...rows.postings.keys()])) {
      const [area = '', number = ''] = name.split('|');
      problems.push({ code: 'outside-chain', area, subject: `chain ${number}` });
    }
    if (end === undefined) return problems;
    last = end;
  }
}

/** Journals and postings with ids in [from, to), grouped by area and batch. */
async function batchRows(tx: PoolClient, range: [number, number]) {
  const { rows: journals } = await tx.query<JournalRow>(
    `select id, area, type, kind, reference, business_date as "businessDate", posted_at as "postedAt", key, hold_id as "holdId",
        reverses, expires_at as "expiresAt"
      from ledger.journal where id >= $1 and id < $2 order by id`,
    range,
  );
  const { rows: postings } = await tx.query<PostingRow>(
    `select journal_id as "journalId", sequence, area, account_id as "accountId", amount_fen as "amountFen", held_fen as "heldFen",
        frozen_fen as "frozenFen", status, balance_after_fen as "balanceAfterFen"
      from ledger.posting where journal_id >= $1 and journal_id < $2 order by journal_id, sequence`,
    range,
  );
  return { journals: group(journals, (row) => row.id), postings: group(postings, (row) => row.journalId) };
}

function group<Row extends { area: string }>(
  rows: readonly Row[],
  journalId: (row: Row) => number,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.area}|${Math.floor(journalId(row) / idsPerBatch)}`;
    const known = groups.get(name);
    if (known) known.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
