// Opens the case of a difference; for a late success of the tax bureau with its amount on the suspense account.
import type { PoolClient } from 'pg';
import type { NewAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { noteSuspense, openCase } from './case.ts';
import type { Found } from './compare.ts';
import { postToSuspense } from './money.ts';
import type { Source } from './service.ts';

/** The action to append; undefined when this difference has its case already, whoever found it first. */
export async function openDifference(
  client: PoolClient,
  context: Context,
  source: Source,
  day: string,
  difference: Found,
): Promise<NewAction | undefined> {
  const caseId = await openCase(client, source, day, difference, context.at);
  if (caseId === undefined) return undefined;
  let journalId: string | null = null;
  if (isLateSuccess(source, difference)) {
    const of = { ...difference, caseId, source, suspenseJournalId: null };
    journalId = await postToSuspense(client, context, of);
    if (journalId !== null) await noteSuspense(client, caseId, journalId);
  }
  const { area, number, ...payload } = difference;
  return {
    ...{ subjectKind: 'reconciliation', subjectId: caseId, area, kind: 'opened' },
    payload: { ...payload, source, day, number, journalId },
  };
}

/** The money went back to its owner here and was taken there: it stands on the suspense account until an officer decides. */
const isLateSuccess = (source: Source, { difference }: Found) =>
  source === 'tax' && difference === 'returned-here';
