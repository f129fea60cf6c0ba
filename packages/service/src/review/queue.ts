// The queues of an area: counted for all of them and listed for one.
import { reviewQueues } from '@gongji/contract';
import type { ReviewQueue, ReviewQueueName } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { findApplications } from '../application/row.ts';
import type { StaffContext } from '../kernel/rights.ts';
import type { Queryable } from '../kernel/transact.ts';
import { openCases, standsIn } from './open-case.ts';
import { sampledCases } from './sample.ts';
import { reviewSummaries } from './view.ts';

const listLimit = 100;
/** Decided cases that the list reaches back to. */
const decidedLimit = 100;

/** The queue's cases and the counts of all queues. */
export async function readQueue(
  client: Queryable,
  cipher: FieldCipher,
  { actor, at, today }: StaffContext,
  queue: ReviewQueueName,
  workingDays: number | undefined,
): Promise<ReviewQueue> {
  const cases = await openCases(client, workingDays, today);
  const sampled = await sampledCases(client, actor.staffNo);
  const decided = await decidedCases(client);
  const idsOf = (name: ReviewQueueName): string[] => {
    if (name === 'sample') return sampled;
    if (name === 'decided') return decided;
    return cases.filter((each) => standsIn(name, actor.staffNo, each)).map((each) => each.applicationId);
  };
  const ids = idsOf(queue).slice(0, listLimit);
  const byId = new Map(cases.map((each) => [each.applicationId, each]));
  return {
    queue,
    counts: Object.fromEntries(
      reviewQueues.map((name) => [name, idsOf(name).length]),
    ) as ReviewQueue['counts'],
    items: await reviewSummaries(
      client,
      cipher,
      await findApplications(client, cipher, ids),
      byId,
      actor.staffNo,
      at,
    ),
  };
}

async function decidedCases(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select application_id as id from gongji.application where state in ('approved', 'rejected', 'withdrawn')
     order by submitted_at desc, application_id limit $1`,
    [decidedLimit],
  );
  return rows.map((row) => row.id);
}
