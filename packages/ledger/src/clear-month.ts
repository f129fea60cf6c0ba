// Monthly clearing between areas: positions in full, settled by a journal for each pair, all in one transaction.
import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@gongji/database';
import type { AccountRef, JournalId } from './account.ts';
import { journalIdOf, numberOf } from './identifiers.ts';
import { openBooks } from './open-books.ts';
import { isRetryable } from './retry.ts';

/** What one area owes another for a month (fen, negative: is owed), and the journal that settled it. */
export interface ClearingPosition {
  /** 'YYYY-MM' */
  month: string;
  area: string;
  otherArea: string;
  scope: 'in-province' | 'cross-province';
  /** Days covered: after `afterDay` ('-infinity' for the first clearing), up to and with `lastDay`. */
  afterDay: string;
  lastDay: string;
  entries: number;
  fen: number;
  journalId: JournalId | null;
}

/** One movement between two areas; positive: the area owes the other one more. */
export interface ClearingEntry {
  journalId: JournalId;
  businessDate: string;
  /** Kind of the journal, for example `settlement`. */
  kind: string;
  reference: string;
  fen: number;
}

type PositionRow = Omit<ClearingPosition, 'scope' | 'journalId'> & { journalId: number | null };
type Queryable = Pick<PoolClient, 'query'>;

const columns = `month, area, other_area as "otherArea", after_day::text as "afterDay", last_day as "lastDay", entries, fen,
  journal_id as "journalId"`;
const mostAttempts = 20;

const positionOf = ({ journalId, ...row }: PositionRow): ClearingPosition => ({
  ...row,
  scope: row.area.slice(0, 2) === row.otherArea.slice(0, 2) ? 'in-province' : 'cross-province',
  journalId: journalId === null ? null : journalIdOf(journalId),
});

/**
 * Clears a month that is over, once; called again it answers what was done. Positions move from the accounts `A->B` to `A=>B`,
 * which tell what was paid between areas. Fault (constraint clearing_order): a later month is cleared already.
 */
export async function clearMonth(
  pool: Pool,
  { month, businessDate, at }: { month: string; businessDate: string; at: Date },
): Promise<ClearingPosition[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTransaction(pool, async (tx) => {
        await tx.query('select * from ledger.clear_month($1)', [month]);
        const positions = await readPositions(tx, { month });
        for (const position of positions) {
          // Each pair once, by the area that owes.
          if (position.fen <= 0 || position.journalId !== null) continue;
          const journalId = await settle(tx, position, businessDate, at);
          await tx.query(
            `update ledger.clearing_position set journal_id = $4
             where month = $1 and (area, other_area) in (($2, $3), ($3, $2))`,
            [month, position.area, position.otherArea, numberOf(journalId, 'jrn')],
          );
        }
        return readPositions(tx, { month });
      });
    } catch (error) {
      if (!isRetryable(error) || attempt === mostAttempts) throw error;
    }
  }
}

async function settle(
  tx: PoolClient,
  { month, area, otherArea, fen }: ClearingPosition,
  businessDate: string,
  at: Date,
): Promise<JournalId> {
  const legs = [
    { account: open(area, otherArea), amountFen: -fen },
    { account: paid(area, otherArea), amountFen: fen },
    { account: open(otherArea, area), amountFen: fen },
    { account: paid(otherArea, area), amountFen: -fen },
  ];
  const books = openBooks(tx);
  await books.lock(legs.map(({ account }) => account));
  const reference = `${month}:${area}:${otherArea}`;
  const posted = books.post({
    ...{ type: 'post', area, key: `clearing:${reference}`, kind: 'clearing-settlement', reference },
    ...{ businessDate, at, legs },
  });
  if (!posted.ok) throw new Error(`The ledger refused to settle a position: ${posted.reason}`);
  await books.flush();
  return posted.journalId;
}

const open = (area: string, other: string): AccountRef => ({
  area,
  kind: 'clearing',
  owner: `${area}->${other}`,
});
const paid = (area: string, other: string): AccountRef => ({
  area,
  kind: 'clearing',
  owner: `${area}=>${other}`,
});

/** Positions of a month, or of all, the newest month first; those that the connection's role may see. */
export async function readPositions(
  client: Queryable,
  { month, area }: { month?: string; area?: string },
): Promise<ClearingPosition[]> {
  const { rows } = await client.query<PositionRow>(
    `select ${columns} from ledger.clearing_position
     where ($1::text is null or month = $1) and ($2::text is null or area = $2)
     order by month desc, area, other_area`,
    [month ?? null, area ?? null],
  );
  return rows.map(positionOf);
}

/** What a position consists of, in the order of posting; `after` is the last line's journal of the page before. */
export async function readClearingEntries(
  client: Queryable,
  of: { month: string; area: string; otherArea: string },
  { after, limit = 200 }: { after?: JournalId; limit?: number } = {},
): Promise<ClearingEntry[]> {
  const { rows } = await client.query<Omit<ClearingEntry, 'journalId'> & { journalId: number }>(
    `select e.journal_id as "journalId", e.day as "businessDate", e.kind, e.reference, e.fen
     from ledger.clearing_position p
     join ledger.clearing_entry e on e.area = p.area and e.other_area = p.other_area
       and e.last_day > p.after_day and e.first_day <= p.last_day and e.day > p.after_day and e.day <= p.last_day
     where p.month = $1 and p.area = $2 and p.other_area = $3 and e.journal_id > $4
     order by e.journal_id limit $5`,
    [of.month, of.area, of.otherArea, (after && numberOf(after, 'jrn')) ?? 0, Math.min(limit, 1000)],
  );
  return rows.map(({ journalId, ...row }) => ({ ...row, journalId: journalIdOf(journalId) }));
}
