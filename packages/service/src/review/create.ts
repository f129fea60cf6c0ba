// The calls of review, each in a transaction that sees the reviewer's own area only.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { applicationsOfArea, findApplication, moveApplication } from '../application/row.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { nextApplicationState } from '../application/states.ts';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { NoticeSender } from '../notice/sender.ts';
import { accountOf } from '../person/me.ts';
import type { AccountView } from '../person/me.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson } from '../person/store.ts';
import { approve } from './approve.ts';
import { findReason } from './reasons.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import type { ReviewService } from './service.ts';
import { reviewCase, reviewSummaries } from './view.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'library'> & { notices: NoticeSender };
type Decision = z.infer<typeof ReviewDecisionBody>;
const queueLimit = 200;

export function createReviewService(deps: Deps): ReviewService {
  const { pool, cipher } = deps;
  return {
    queue: withRight('review.work', async ({ actor }) => {
      const { area } = actor;
      return transactAsStaff(pool, area, async (client) => {
        const oldest = (state: 'in-review' | 'more-requested') =>
          applicationsOfArea(client, cipher, area, [state], 'oldest-first', queueLimit);
        const decided = ['approved', 'rejected', 'withdrawn'] as const;
        return done({
          waiting: await reviewSummaries(client, cipher, await oldest('in-review')),
          waitingForCitizen: await reviewSummaries(client, cipher, await oldest('more-requested')),
          decided: await reviewSummaries(
            client,
            cipher,
            await applicationsOfArea(client, cipher, area, decided, 'newest-first', queueLimit),
          ),
        });
      });
    }),

    get: withRight('review.work', ({ actor }, applicationId: string) =>
      transactAsStaff(pool, actor.area, async (client) => {
        const record = await findApplication(client, cipher, applicationId);
        return record ? done(await reviewCase(client, cipher, record)) : refuse('not-found');
      }),
    ),

    decide: withRight('review.work', (context, applicationId: string, body: Decision, key: string) =>
      decide(deps, context, applicationId, body, key),
    ),

    reveal: withRight('review.work', (context, applicationId: string, body: { reason: string }) => {
      const { actor } = context;
      return transactAsStaff(pool, actor.area, async (client) => {
        const record = await findApplication(client, cipher, applicationId, 'lock');
        const giver = record && (await findPerson(client, cipher, record.giverNo));
        if (!record || !giver) return refuse('not-found');
        // Recorded in the same transaction that shows the numbers; it is no step of the case, so the version stays.
        await appendAction(client, cipher, context, {
          area: record.area,
          subjectKind: 'application',
          subjectId: applicationId,
          kind: 'revealed',
          words: body.reason,
        });
        return done({ memberIdNumber: record.memberIdNumber, giverIdNumber: giver.idNumber });
      });
    }),
  };
}

async function decide(
  deps: Deps,
  context: StaffContext,
  applicationId: string,
  body: Decision,
  key: string,
): Promise<Result<ReviewCase>> {
  const { pool, cipher } = deps;
  const { actor } = context;
  const reason = findReason(body.reasonCode);
  if (reason?.decision !== body.decision) return refuse('reason-unknown', undefined, 'reasonCode');
  if (reason.needsText && body.text === '') return refuse('text-missing', undefined, 'text');

  const giver = await findGiver(deps, actor.area, applicationId);
  if (!giver.ok) return giver;
  // Read before the deciding transaction: the ledger reads on a connection of its own.
  const account = await accountOf(deps.ledger, deps.library, giver.value, context.today);
  const request = {
    context,
    area: actor.area,
    key,
    content: { call: 'decideReview', applicationId, body },
  };
  let decidedNow = false;
  const result = await transactAsStaff(pool, actor.area, (client) =>
    idempotent(client, cipher, request, async () => {
      const record = await findApplication(client, cipher, applicationId, 'lock');
      if (!record) return refuse('not-found');
      if (record.version !== body.seenVersion || !nextApplicationState(record.state, body.decision)) {
        return refuse('state-changed');
      }
      const moved = await carryOut(deps, client, context, record, body, account);
      if (!moved.ok) return moved;
      decidedNow = true;
      return done(await reviewCase(client, cipher, moved.value));
    }),
  );
  if (result.ok && decidedNow) {
    const reference = `${applicationId}:${result.value.version}`;
    deps.notices.send({ reference, phone: giver.value.phone, text: noticeTexts[body.decision] });
  }
  return result;
}

const noticeTexts = {
  approve: '【共济】您的家庭成员绑定申请已通过，请登录查看。',
  reject: '【共济】您的家庭成员绑定申请没有通过，请登录查看原因。',
  ask: '【共济】您的家庭成员绑定申请需要补充材料，请登录查看。',
};

function findGiver(
  { pool, cipher }: Deps,
  area: string,
  applicationId: string,
): Promise<Result<PersonRecord>> {
  return transactAsStaff(pool, area, async (client) => {
    const record = await findApplication(client, cipher, applicationId);
    const person = record && (await findPerson(client, cipher, record.giverNo));
    return person ? done(person) : refuse('not-found');
  });
}

const actionKinds = { approve: 'approved', reject: 'rejected', ask: 'more-requested' } as const;

async function carryOut(
  deps: Deps,
  client: PoolClient,
  context: Context,
  record: ApplicationRecord,
  body: Decision,
  account: AccountView,
): Promise<Result<ApplicationRecord>> {
  let relationId: string | undefined;
  if (body.decision === 'approve') {
    const opened = await asSystem(client, record.area, () => approve(deps, client, context, record, account));
    if (!opened.ok) return opened;
    relationId = opened.value;
  }
  const moved = await moveApplication(client, record, body.decision, {
    reasonCode: body.reasonCode,
    ...(relationId === undefined ? {} : { relationId }),
  });
  await appendAction(client, deps.cipher, context, {
    area: record.area,
    subjectKind: 'application',
    subjectId: record.applicationId,
    kind: actionKinds[body.decision],
    payload: { reasonCode: body.reasonCode },
    ...(body.text === '' ? {} : { words: body.text }),
  });
  await notifyChanged(client, [
    record.giverNo,
    `area:${record.area}`,
    ...(relationId === undefined ? [] : [record.memberNo]),
  ]);
  return done(moved);
}
