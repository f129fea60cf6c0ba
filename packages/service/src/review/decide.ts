// A decision on one case: by whoever holds it, on the version that was seen; two persons where the risk asks for them.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import { applicationNotice } from '../application/notices.ts';
import { findApplication, moveApplication } from '../application/row.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { nextApplicationState } from '../application/states.ts';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { writeNotices } from '../notice/write.ts';
import { accountOf } from '../person/me.ts';
import type { AccountView } from '../person/me.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson } from '../person/store.ts';
import { approve } from './approve.ts';
import { dropClaim } from './claim.ts';
import { findReason } from './reasons.ts';
import { isClean, needsTwoPersons, riskOf } from './risk.ts';
import { noSignals, signalsOf } from './signals.ts';
import { openProposal, stepsOf } from './steps.ts';
import { keptForOthers, lockHeld } from './take.ts';
import { comparisonOf, reviewCase } from './view.ts';

export type ReviewDeps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'library'>;
type Decision = ReviewDecisionBody;
type Event = Decision['decision'] | 'propose';

interface DecideOptions {
  /** Refuses with `not-clean` whatever a person ought to look at. */
  onlyClean?: true;
  workingDays: number | undefined;
}

export async function decide(
  deps: ReviewDeps,
  context: StaffContext,
  applicationId: string,
  body: Decision,
  key: string,
  { onlyClean, workingDays }: DecideOptions,
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
    content: { call: 'decideReview', applicationId, body, onlyClean: onlyClean ?? false },
  };
  return transactAsStaff(pool, actor.area, (client) =>
    idempotent(client, cipher, request, async () => {
      const held = await lockHeld(client, cipher, context, applicationId);
      if (!held.ok) return held;
      const record = held.value;
      if (record.version !== body.seenVersion || !nextApplicationState(record.state, body.decision)) {
        return refuse('state-changed');
      }
      const kept = await keptForOthers(client, context, record);
      if (kept) return kept;
      const next = await eventOf(client, context, record, body.decision, onlyClean ?? false);
      if (!next.ok) return next;
      const moved = await carryOut(deps, client, context, record, body, next.value, account);
      if (!moved.ok) return moved;
      return done(await reviewCase(client, cipher, moved.value, context, workingDays));
    }),
  );
}

const noticeKinds = {
  approve: 'application-approved',
  reject: 'application-rejected',
  ask: 'application-asked',
} as const;

function findGiver(
  { pool, cipher }: ReviewDeps,
  area: string,
  applicationId: string,
): Promise<Result<PersonRecord>> {
  return transactAsStaff(pool, area, async (client) => {
    const record = await findApplication(client, cipher, applicationId);
    const person = record && (await findPerson(client, cipher, record.giverNo));
    return person ? done(person) : refuse('not-found');
  });
}

/** What the decision does now: an approval above the risk score is only proposed until another person approves too. */
async function eventOf(
  client: PoolClient,
  context: StaffContext,
  record: ApplicationRecord,
  decision: Decision['decision'],
  onlyClean: boolean,
): Promise<Result<{ event: Event; firstPerson?: string }>> {
  if (decision !== 'approve') return done({ event: decision });
  const { applicationId } = record;
  const comparison = comparisonOf(record);
  const signals = (await signalsOf(client, [applicationId], context.at)).get(applicationId) ?? noSignals;
  const risk = riskOf(record.checks, comparison, signals);
  const steps = (await stepsOf(client, [applicationId], 'queue')).get(applicationId) ?? [];
  const firstPerson = openProposal(steps)?.actorId;
  if (onlyClean && (!isClean(risk, comparison) || firstPerson !== undefined || steps.some(isEscalation))) {
    return refuse('not-clean');
  }
  if (firstPerson !== undefined) return done({ event: 'approve', firstPerson });
  return done({ event: needsTwoPersons(risk) ? 'propose' : 'approve' });
}

const isEscalation = (step: { kind: string }) => step.kind === 'escalated';

const actionKinds = {
  approve: 'approved',
  propose: 'approval-proposed',
  reject: 'rejected',
  ask: 'more-requested',
} as const;

async function carryOut(
  deps: ReviewDeps,
  client: PoolClient,
  context: StaffContext,
  record: ApplicationRecord,
  body: Decision,
  { event, firstPerson }: { event: Event; firstPerson?: string },
  account: AccountView,
): Promise<Result<ApplicationRecord>> {
  let relationId: string | undefined;
  if (event === 'approve') {
    const opened = await asSystem(client, record.area, () => approve(deps, client, context, record, account));
    if (!opened.ok) return opened;
    relationId = opened.value;
  }
  const change = {
    ...(event === 'propose' ? {} : { reasonCode: body.reasonCode }),
    ...(relationId === undefined ? {} : { relationId }),
  };
  const moved = await moveApplication(client, record, event, change);
  await dropClaim(client, record.applicationId);
  await appendAction(client, deps.cipher, context, {
    area: record.area,
    subjectKind: 'application',
    subjectId: record.applicationId,
    kind: actionKinds[event],
    payload: { reasonCode: body.reasonCode, ...(firstPerson === undefined ? {} : { firstPerson }) },
    ...(body.text === '' ? {} : { words: body.text }),
  });
  if (event !== 'propose') {
    const notice = applicationNotice(moved, noticeKinds[event], context.at);
    await asSystem(client, record.area, () => writeNotices(client, [notice]));
  }
  await notifyChanged(client, [
    ...(event === 'propose' ? [] : [record.giverNo]),
    `area:${record.area}`,
    ...(relationId === undefined ? [] : [record.memberNo]),
  ]);
  return done(moved);
}
