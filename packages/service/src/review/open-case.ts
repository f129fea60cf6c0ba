// The cases that are not decided yet, as far as the queues need them: due day, holder, who waits for whom.
import type { ApplicationState, ReviewDue, ReviewQueueName, StaffRole } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import { holdingsOf } from './claim.ts';
import { dueOf, isDueSoon } from './due.ts';
import { clockSteps, escalationOf, openProposal, stepsOf } from './steps.ts';

/** A case that is not decided, as far as the queues need it. */
export interface OpenCase {
  applicationId: string;
  state: ApplicationState;
  submittedAt: Date;
  due: ReviewDue;
  holder: string | null;
  isEscalated: boolean;
  /** Who approved first, when a second person is waited for. */
  proposedBy: string | null;
}

/** Every open case of the area, what is due first standing first; without due day, by the day of submission. */
export async function openCases(
  client: Queryable,
  workingDays: number | undefined,
  today: string,
): Promise<OpenCase[]> {
  const { rows } = await client.query<
    Pick<OpenCase, 'applicationId' | 'state' | 'submittedAt'> & { day: string }
  >(
    `select application_id as "applicationId", state, submitted_at as "submittedAt",
       (submitted_at at time zone 'Asia/Shanghai')::date::text as day
     from gongji.application where state in ('in-review', 'more-requested')`,
  );
  const ids = rows.map((row) => row.applicationId);
  const steps = await stepsOf(client, ids, 'queue');
  const holdings = await holdingsOf(client, ids);
  const cases = rows.map(({ day, ...row }): OpenCase => {
    const own = steps.get(row.applicationId) ?? [];
    return {
      ...row,
      due: dueOf(workingDays, day, clockSteps(own), today),
      holder: holdings.get(row.applicationId)?.staffNo ?? null,
      isEscalated: escalationOf(own) !== undefined,
      proposedBy: openProposal(own)?.actorId ?? null,
    };
  });
  return cases.toSorted(
    (left, right) =>
      (left.due.on ?? '9999').localeCompare(right.due.on ?? '9999') ||
      left.submittedAt.getTime() - right.submittedAt.getTime() ||
      left.applicationId.localeCompare(right.applicationId),
  );
}

/** Whether the open case stands in the queue, for this member of staff. */
export function standsIn(queue: ReviewQueueName, staffNo: string, each: OpenCase): boolean {
  const isWaiting = each.state === 'in-review';
  switch (queue) {
    case 'mine':
      return isWaiting && each.holder === staffNo;
    case 'team':
      return isWaiting && !each.isEscalated;
    case 'due-soon':
      return isWaiting && isDueSoon(each.due);
    case 'waiting-for-citizen':
      return each.state === 'more-requested';
    case 'escalated':
      return isWaiting && each.isEscalated;
    case 'sample':
    case 'decided':
      return false;
  }
}

/** Whether the member of staff may take the case now: it is free, or theirs, and not kept for somebody else. */
export const canTake = (each: OpenCase, { staffNo, role }: { staffNo: string; role: StaffRole }): boolean =>
  (each.holder === null || each.holder === staffNo) &&
  each.proposedBy !== staffNo &&
  (!each.isEscalated || role === 'supervisor');
