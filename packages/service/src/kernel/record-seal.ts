// Seals over all actions and decisions of an area, in the order of writing: a row that is taken away, with or without its
// whole subject, changes a seal, and every later seal covers the ones before it.
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalJson } from './canonical.ts';
import { done } from './result.ts';
import { transact } from './transact.ts';
import type { Queryable } from './transact.ts';

/** Rows that one seal covers at most, over all areas and of each table. */
const mostRows = 200_000;
/** Any constant: one process seals at a time. */
const sealLock = 7_241_300;
/** PostgreSQL's code for a lock that was not had in time. */
const lockNotHad = '55P03';

export interface SealRange {
  actionsFrom: number;
  actionsTo: number;
  decisionsFrom: number;
  decisionsTo: number;
}

/** What stands in a range of one area: how many rows, and SHA-256 over their hashes in the order of writing, as hexadecimal. */
export interface SealedContent {
  area: string;
  actions: number;
  decisions: number;
  actionsDigest: string;
  decisionsDigest: string;
}

/** SHA-256 over what is sealed, where it stands and the root before it. */
export function sealRoot(
  number: number,
  range: SealRange,
  content: SealedContent,
  prevRoot: Buffer | null,
): Buffer {
  const { actionsFrom, actionsTo, decisionsFrom, decisionsTo } = range;
  const covered = { actionsFrom, actionsTo, decisionsFrom, decisionsTo };
  const { area, actions, decisions, actionsDigest, decisionsDigest } = content;
  const counted = { area, actions, decisions, actionsDigest, decisionsDigest };
  const text = canonicalJson({ ...covered, ...counted, number, prev: prevRoot?.toString('hex') ?? null });
  return createHash('sha256').update(text).digest();
}

/** The content of a range for each area that has rows in it. */
export async function contentOf(client: Queryable, range: SealRange): Promise<SealedContent[]> {
  const { rows } = await client.query<SealedContent>(
    `select coalesce(a.area, d.area) as area, coalesce(a.rows, 0)::int as actions, coalesce(d.rows, 0)::int as decisions,
       coalesce(a.digest, '') as "actionsDigest", coalesce(d.digest, '') as "decisionsDigest"
     from (select area, count(*) as rows, encode(sha256(string_agg(hash, ''::bytea order by record_no)), 'hex') as digest
       from gongji.action where record_no > $1 and record_no <= $2 group by area) as a
     full join (select area, count(*) as rows, encode(sha256(string_agg(hash, ''::bytea order by record_no)), 'hex') as digest
       from gongji.decision where record_no > $3 and record_no <= $4 group by area) as d using (area)
     order by 1`,
    [range.actionsFrom, range.actionsTo, range.decisionsFrom, range.decisionsTo],
  );
  return rows;
}

/**
 * Seals what was written since the last time; true when there may be more. Writers wait a moment; when they themselves take
 * longer than half a second nothing is sealed and the next call tries again.
 */
export async function sealRecords(pool: Pool, at: Date): Promise<boolean> {
  const horizon = await horizonOf(pool);
  if (!horizon) return true;
  const sealed = await transact(pool, async (client) => {
    const { rows: locks } = await client.query<{ had: boolean }>(
      'select pg_try_advisory_xact_lock($1) as had',
      [sealLock],
    );
    if (!locks[0]?.had) return done(false);
    const { rows: ends } = await client.query<{ actions: number; decisions: number }>(
      `select coalesce(max(actions_to), 0) as actions, coalesce(max(decisions_to), 0) as decisions
       from gongji.record_seal`,
    );
    const end = ends[0] ?? { actions: 0, decisions: 0 };
    const range: SealRange = {
      actionsFrom: end.actions,
      actionsTo: Math.max(end.actions, Math.min(horizon.actions, end.actions + mostRows)),
      decisionsFrom: end.decisions,
      decisionsTo: Math.max(end.decisions, Math.min(horizon.decisions, end.decisions + mostRows)),
    };
    const contents = await contentOf(client, range);
    const { rows: heads } = await client.query<{ area: string; number: number; root: Buffer }>(
      'select distinct on (area) area, number, root from gongji.record_seal order by area, number desc',
    );
    const headOf = new Map(heads.map((head) => [head.area, head]));
    for (const content of contents) {
      const head = headOf.get(content.area);
      const number = (head?.number ?? 0) + 1;
      const prevRoot = head?.root ?? null;
      await client.query(
        `insert into gongji.record_seal (area, number, actions_from, actions_to, decisions_from, decisions_to, actions,
           decisions, prev_root, root, sealed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[content.area, number, range.actionsFrom, range.actionsTo, range.decisionsFrom],
          ...[range.decisionsTo, content.actions, content.decisions, prevRoot],
          ...[sealRoot(number, range, content, prevRoot), at],
        ],
      );
    }
    return done(range.actionsTo < horizon.actions || range.decisionsTo < horizon.decisions);
  });
  return sealed.ok && sealed.value;
}

/** Undefined when writers held the tables for too long. */
async function horizonOf(pool: Pool): Promise<{ actions: number; decisions: number } | undefined> {
  try {
    const { rows } = await pool.query<{ actions: number; decisions: number }>(
      'select actions, decisions from gongji.record_horizon()',
    );
    return rows[0];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === lockNotHad) return undefined;
    throw error;
  }
}
