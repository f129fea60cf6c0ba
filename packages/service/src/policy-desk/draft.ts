// Drafts in the database, read and locked under the database role of the officer's area.
import type { PolicyDraftMark, PolicyDraftState } from '@gongji/contract';
import type { PoolClient } from 'pg';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';

export interface DraftRow {
  draftId: string;
  area: string;
  title: string;
  path: string;
  text: string;
  casesText: string;
  baseHash: string;
  state: PolicyDraftState;
  effectiveFrom: string | null;
  writtenBy: string[];
  approvedBy: string | null;
  version: number;
  changedAt: Date;
}

const select = `select draft_id as "draftId", area, title, path, text, cases_text as "casesText", base_hash as "baseHash",
  state, to_char(effective_from, 'YYYY-MM-DD') as "effectiveFrom", written_by as "writtenBy",
  approved_by as "approvedBy", version, changed_at as "changedAt" from gongji.policy_draft`;

/** The last changed first. */
export async function draftsSeen(client: Queryable): Promise<DraftRow[]> {
  return (await client.query<DraftRow>(`${select} order by changed_at desc, draft_id`)).rows;
}

export async function findDraft(client: Queryable, draftId: string): Promise<DraftRow | undefined> {
  return (await client.query<DraftRow>(`${select} where draft_id = $1`, [draftId])).rows[0];
}

/** The draft, locked, if it is the one that was seen and in one of the states. */
export async function lockDraft(
  client: PoolClient,
  draftId: string,
  seenVersion: number,
  states: readonly PolicyDraftState[],
): Promise<Result<DraftRow>> {
  const { rows } = await client.query<DraftRow>(`${select} where draft_id = $1 for update`, [draftId]);
  const draft = rows[0];
  if (!draft) return refuse('not-found');
  if (draft.version !== seenVersion || !states.includes(draft.state)) return refuse('state-changed');
  return done(draft);
}

export async function insertDraft(client: Queryable, draft: DraftRow): Promise<void> {
  const { draftId, area, title, path, text, casesText, baseHash, state, writtenBy, version, changedAt } =
    draft;
  await client.query(
    `insert into gongji.policy_draft (draft_id, area, title, path, text, cases_text, base_hash, state, written_by, version,
       changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [draftId, area, title, path, text, casesText, baseHash, state, writtenBy, version, changedAt],
  );
}

/** Writes what changes, raises the version, and gives the draft as it stands then. */
export async function updateDraft(
  client: Queryable,
  draft: DraftRow,
  change: Partial<
    Pick<DraftRow, 'text' | 'casesText' | 'state' | 'effectiveFrom' | 'writtenBy' | 'approvedBy'>
  >,
  at: Date,
): Promise<DraftRow> {
  const next = { ...draft, ...change, version: draft.version + 1, changedAt: at };
  await client.query(
    `update gongji.policy_draft set text = $2, cases_text = $3, state = $4, effective_from = $5, written_by = $6,
       approved_by = $7, version = $8, changed_at = $9 where draft_id = $1`,
    [
      ...[next.draftId, next.text, next.casesText, next.state, next.effectiveFrom, next.writtenBy],
      ...[next.approvedBy, next.version, next.changedAt],
    ],
  );
  return next;
}

export const markOf = (draft: DraftRow): PolicyDraftMark => ({
  draftId: draft.draftId,
  title: draft.title,
  state: draft.state,
  effectiveFrom: draft.effectiveFrom,
  changedAt: instantText(draft.changedAt),
  version: draft.version,
});
