// The calls of review, each in a transaction that sees the reviewer's own area only.
import type {
  BulkApprovalBody,
  ReviewDecisionBody,
  ReviewQualityBody,
  ReviewQueueName,
} from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { PoolClient } from 'pg';
import { findApplication } from '../application/row.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { findPerson } from '../person/store.ts';
import { recordSight, sightOf } from '../record/sight.ts';
import { approveClean } from './bulk.ts';
import { decide } from './decide.ts';
import type { ReviewDeps } from './decide.ts';
import { readQueue } from './queue.ts';
import { sampleStanding } from './sample.ts';
import type { ReviewService } from './service.ts';
import { appendStep, claimCase, escalateCase, recallCase, releaseOwn, renewOwn, takeNext } from './take.ts';
import { reviewCase } from './view.ts';

interface Reason {
  reason: string;
}

export function createReviewService(deps: ReviewDeps): ReviewService {
  const { pool, cipher, library } = deps;
  const inArea = <Value>(context: StaffContext, work: (client: PoolClient) => Promise<Result<Value>>) =>
    transactAsStaff(pool, context.actor.area, work);
  const workingDaysFor = ({ actor, today }: StaffContext) =>
    areaInfo(library, actor.area, today)?.reviewWorkingDays;
  const requestOf = (context: StaffContext, key: string, content: unknown) => ({
    context,
    area: context.actor.area,
    key,
    content,
  });
  const caseOf = async (client: PoolClient, context: StaffContext, applicationId: string) => {
    const record = await findApplication(client, cipher, applicationId);
    return record
      ? done(await reviewCase(client, cipher, record, context, workingDaysFor(context)))
      : refuse('not-found');
  };

  return {
    queue: withRight('review.work', (context, queue: ReviewQueueName) =>
      inArea(context, async (client) =>
        done(await readQueue(client, cipher, context, queue, workingDaysFor(context))),
      ),
    ),

    take: withRight('review.work', (context, queue: ReviewQueueName, key: string) =>
      inArea(context, (client) =>
        idempotent(client, cipher, requestOf(context, key, { call: 'takeReview', queue }), async () =>
          done({ applicationId: await takeNext(client, cipher, context, queue, workingDaysFor(context)) }),
        ),
      ),
    ),

    get: withRight('review.work', (context, applicationId: string) =>
      inArea(context, async (client) => {
        const seen = await caseOf(client, context, applicationId);
        if (seen.ok) {
          const of = sightOf('application', applicationId);
          await recordSight(client, cipher, context, { kind: 'viewed', of });
        }
        return seen;
      }),
    ),

    claim: withRight('review.work', (context, applicationId: string) =>
      inArea(context, (client) => claimCase(client, cipher, context, applicationId)),
    ),
    renew: withRight('review.work', (context, applicationId: string) =>
      inArea(context, (client) => renewOwn(client, cipher, context, applicationId)),
    ),
    release: withRight('review.work', (context, applicationId: string) =>
      inArea(context, (client) => releaseOwn(client, cipher, context, applicationId)),
    ),
    recall: withRight('review.lead', (context, applicationId: string, { reason }: Reason) =>
      inArea(context, (client) => recallCase(client, cipher, context, applicationId, reason)),
    ),

    escalate: withRight('review.work', (context, applicationId: string, { reason }: Reason, key: string) =>
      inArea(context, (client) => {
        const content = { call: 'escalateReview', applicationId, reason };
        return idempotent(client, cipher, requestOf(context, key, content), async () => {
          const escalated = await escalateCase(client, cipher, context, applicationId, reason);
          return escalated.ok ? caseOf(client, context, applicationId) : escalated;
        });
      }),
    ),

    decide: withRight(
      'review.work',
      (context, applicationId: string, body: ReviewDecisionBody, key: string) =>
        decide(deps, context, applicationId, body, key, { workingDays: workingDaysFor(context) }),
    ),

    approveClean: withRight('review.work', (context, body: BulkApprovalBody, key: string) =>
      approveClean(deps, context, body, key, workingDaysFor(context)),
    ),

    checkQuality: withRight(
      'review.lead',
      (context, applicationId: string, body: ReviewQualityBody, key: string) =>
        inArea(context, (client) => {
          const content = { call: 'checkReviewQuality', applicationId, body };
          return idempotent(client, cipher, requestOf(context, key, content), async () => {
            const { outcome, text } = body;
            if (outcome === 'wrong' && text === '') return refuse('text-missing', undefined, 'text');
            if (!(await findApplication(client, cipher, applicationId, 'lock'))) return refuse('not-found');
            const standing = await sampleStanding(client, applicationId, context.actor.staffNo);
            if (standing !== 'waiting') {
              return refuse(standing === 'own' ? 'own-decision' : 'not-sampled');
            }
            await appendStep(client, cipher, context, applicationId, {
              kind: 'quality-checked',
              payload: { outcome },
              ...(text === '' ? {} : { words: text }),
            });
            return caseOf(client, context, applicationId);
          });
        }),
    ),

    reveal: withRight('review.work', (context, applicationId: string, { reason }: Reason) =>
      inArea(context, async (client) => {
        const record = await findApplication(client, cipher, applicationId, 'lock');
        const giver = record && (await findPerson(client, cipher, record.giverNo));
        if (!record || !giver) return refuse('not-found');
        // Recorded in the same transaction that shows the numbers; it is no step of the case, so the version stays.
        await appendAction(client, cipher, context, {
          area: record.area,
          subjectKind: 'application',
          subjectId: applicationId,
          kind: 'revealed',
          words: reason,
        });
        return done({ memberIdNumber: record.memberIdNumber, giverIdNumber: giver.idNumber });
      }),
    ),
  };
}
