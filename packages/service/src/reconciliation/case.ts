// Cases in the database: opened once for each difference, read, moved to resolved.
import type { PoolClient } from 'pg';
import { instantText } from '../kernel/instant.ts';
import { newId } from '../kernel/ids.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { Found } from './compare.ts';
import { resolutionsOf } from './resolutions.ts';
import type { ReconciliationCase, Resolution, Source } from './service.ts';

type Row = Omit<ReconciliationCase, 'openedAt' | 'resolvedAt' | 'resolutions'> & {
  openedAt: Date;
  resolvedAt: Date | null;
  isSettled: boolean;
};

const columns = `case_id as "caseId", area, source, day, reference, kind, difference, number, their_area as "theirArea", ours_fen as "oursFen",
  theirs_fen as "theirsFen", state, resolution, late_day as "lateDay", suspense_journal_id as "suspenseJournalId",
  journal_id as "journalId", version, opened_at as "openedAt", resolved_at as "resolvedAt",
  -- Our own step, whatever its day, that says the same as their row.
  exists (select from gongji.action where subject_kind = 'premium' and subject_id = reference and case opened.kind
    when 'accepted' then action.kind = 'bureau-accepted' when 'paid' then payload ? 'cashPaidFen' else payload ? 'cashRefundedFen' end)
    as "isSettled"`;

function viewOf({ isSettled, openedAt, resolvedAt, ...row }: Row): ReconciliationCase {
  return {
    ...row,
    openedAt: instantText(openedAt),
    resolvedAt: resolvedAt && instantText(resolvedAt),
    resolutions: resolutionsOf({ ...row, isSettled }),
  };
}

/** Opens a case unless there is one for this difference; its id when it is new. */
export async function openCase(
  client: PoolClient,
  source: Source,
  day: string,
  found: Found,
  at: Date,
): Promise<string | undefined> {
  const caseId = newId('reconciliation');
  const { area, reference, kind, difference, number, theirArea, oursFen, theirsFen } = found;
  const { rowCount } = await client.query(
    `insert into gongji.reconciliation_case
       (case_id, area, source, day, reference, kind, difference, number, their_area, ours_fen, theirs_fen,
        opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [caseId, area, source, day, reference, kind, difference, number, theirArea, oursFen, theirsFen, at],
  );
  return rowCount === 1 ? caseId : undefined;
}

/** Open cases of the source. */
export async function countOpen(client: Queryable, source: Source): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*) as count from gongji.reconciliation_case where source = $1 and state = 'open'",
    [source],
  );
  return rows[0]?.count ?? 0;
}

/** Missing rows of earlier days that stand in this file; each is noted on its case once. */
export async function noteLateRows(
  client: PoolClient,
  source: Source,
  day: string,
  version: number,
): Promise<{ caseId: string; area: string }[]> {
  const { rows } = await client.query<{ caseId: string; area: string }>(
    `update gongji.reconciliation_case late set late_day = $2, version = late.version + 1
     from gongji.reconciliation_row row
     where late.source = $1 and late.state = 'open' and late.difference = 'missing-there' and late.late_day is null
       and late.day < $2::date and row.source = $1 and row.day = $2::date and row.version = $3
       and row.reference = late.reference and row.kind = late.kind
     returning late.case_id as "caseId", late.area`,
    [source, day, version],
  );
  return rows;
}

const listLimit = 500;

/** The newest cases that the connection's role may see, open ones first. */
export async function listCases(
  client: Queryable,
  state: 'open' | 'resolved' | undefined,
): Promise<ReconciliationCase[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.reconciliation_case opened where $1::text is null or state = $1
     order by (state = 'open') desc, day desc, opened_at desc, case_id limit ${listLimit}`,
    [state ?? null],
  );
  return rows.map(viewOf);
}

export async function findCase(
  client: Queryable,
  caseId: string,
  lock?: 'lock',
): Promise<ReconciliationCase | undefined> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.reconciliation_case opened where case_id = $1 ${lock ? 'for update' : ''}`,
    [caseId],
  );
  return rows[0] && viewOf(rows[0]);
}

/** Ends a locked case. */
export async function closeCase(
  client: PoolClient,
  caseId: string,
  resolution: Resolution,
  journalId: string | null,
  at: Date,
): Promise<void> {
  await client.query(
    `update gongji.reconciliation_case set state = 'resolved', resolution = $2, journal_id = $3, resolved_at = $4,
       version = version + 1 where case_id = $1`,
    [caseId, resolution, journalId, at],
  );
}

/** The journal that was posted when the case was opened. */
export async function noteSuspense(client: PoolClient, caseId: string, journalId: string): Promise<void> {
  await client.query('update gongji.reconciliation_case set suspense_journal_id = $2 where case_id = $1', [
    caseId,
    journalId,
  ]);
}
