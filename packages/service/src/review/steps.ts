// The steps of cases under review, read from their actions: what stops the clock, who proposed, who escalated.
import type { FieldCipher } from '@gongji/database';
import { wordsPlace } from '../kernel/action.ts';
import type { Queryable } from '../kernel/transact.ts';
import { clockKind } from './due.ts';
import type { ClockStep } from './due.ts';

export interface ReviewStep {
  applicationId: string;
  kind: string;
  actorKind: string;
  actorId: string;
  at: Date;
  /** Business day, YYYY-MM-DD. */
  day: string;
  payload: { reasonCode?: string; staffNo?: string; outcome?: string };
  sealed: Buffer | null;
}

/** Kinds that decide in which queue a case stands. */
const queueKinds = [
  ...['member-asked', 'member-confirmed', 'more-requested', 'supplemented'],
  ...['approval-proposed', 'escalated'],
];

/** Steps of these cases in their order; all of them, or those that decide on the queue. */
export async function stepsOf(
  client: Queryable,
  applicationIds: readonly string[],
  which: 'all' | 'queue',
): Promise<Map<string, ReviewStep[]>> {
  const { rows } = await client.query<ReviewStep>(
    `select subject_id as "applicationId", kind, actor_kind as "actorKind", actor_id as "actorId", at,
       business_date::text as day, payload, sealed_enc as sealed
     from gongji.action where subject_kind = 'application' and subject_id = any($1::text[])
       and ($2::text[] is null or kind = any($2::text[]))
     order by subject_id, seq`,
    [applicationIds, which === 'all' ? null : queueKinds],
  );
  const steps = new Map<string, ReviewStep[]>();
  for (const row of rows) steps.set(row.applicationId, [...(steps.get(row.applicationId) ?? []), row]);
  return steps;
}

/** The free words of a step, opened. */
export const wordsOf = (cipher: FieldCipher, step: ReviewStep): string | null =>
  step.sealed &&
  cipher.decryptText(step.sealed, wordsPlace({ subjectKind: 'application', subjectId: step.applicationId }));

export const clockSteps = (steps: readonly ReviewStep[]): ClockStep[] =>
  steps.flatMap(({ kind, day }) => {
    const clock = clockKind(kind);
    return clock ? [{ kind: clock, day }] : [];
  });

/** One person's approval that still holds: nothing was asked or answered since. */
export function openProposal(steps: readonly ReviewStep[]): ReviewStep | undefined {
  const last = steps.findLast(({ kind }) => queueKinds.includes(kind) && kind !== 'escalated');
  return last?.kind === 'approval-proposed' ? last : undefined;
}

export const escalationOf = (steps: readonly ReviewStep[]): ReviewStep | undefined =>
  steps.findLast(({ kind }) => kind === 'escalated');
