// Taking, keeping and giving back cases. Every write of a review looks at the claim again under the case's lock.
import type { ReviewClaim, ReviewQueueName } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { findApplication } from '../application/row.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { appendAction } from '../kernel/action.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { dropClaim, holdingsOf, renewClaim, takeClaim } from './claim.ts';
import { canTake, openCases, standsIn } from './open-case.ts';
import { staffNamesOf } from './staff-names.ts';
import { escalationOf, openProposal, stepsOf } from './steps.ts';

/** Appends an inner step of a case that the caller has locked, and tells the area's pages. */
export async function appendStep(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
  step: { kind: string; payload?: { staffNo?: string; outcome?: string }; words?: string },
): Promise<void> {
  const { area } = context.actor;
  await appendAction(client, cipher, context, {
    area,
    subjectKind: 'application',
    subjectId: applicationId,
    ...step,
  });
  await notifyChanged(client, [`area:${area}`]);
}

async function claimView(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
): Promise<ReviewClaim> {
  const holding = (await holdingsOf(client, [applicationId])).get(applicationId);
  if (!holding) return { holder: null, secondsLeft: null };
  const { staffNo, secondsLeft } = holding;
  const nameOf = await staffNamesOf(client, cipher, [staffNo]);
  const holder = { staffNo, name: nameOf(staffNo), isMine: staffNo === context.actor.staffNo };
  return { holder, secondsLeft };
}

/** Claims a case whose lock the caller holds; false when somebody else is faster. */
async function claimLocked(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
): Promise<boolean> {
  const { staffNo, area } = context.actor;
  const taken = await takeClaim(client, { applicationId, area, staffNo, at: context.at });
  if (taken?.isNew) await appendStep(client, cipher, context, applicationId, { kind: 'claimed' });
  return taken !== undefined;
}

/** Claims one case. Refused: `claim-held`, `state-changed`, `second-person-needed`, `review-escalated`. */
export async function claimCase(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
): Promise<Result<ReviewClaim>> {
  const record = await findApplication(client, cipher, applicationId, 'lock');
  if (!record) return refuse('not-found');
  if (record.state !== 'in-review' && record.state !== 'more-requested') return refuse('state-changed');
  const kept = await keptForOthers(client, context, record);
  if (kept) return kept;
  if (!(await claimLocked(client, cipher, context, applicationId))) {
    const { holder } = await claimView(client, cipher, context, applicationId);
    return refuse('claim-held', { name: holder?.name ?? '别人' });
  }
  return done(await claimView(client, cipher, context, applicationId));
}

/** Why this member of staff may not work on the case though nobody holds it; undefined when they may. */
export async function keptForOthers(client: PoolClient, { actor }: StaffContext, record: ApplicationRecord) {
  const steps = (await stepsOf(client, [record.applicationId], 'queue')).get(record.applicationId) ?? [];
  if (openProposal(steps)?.actorId === actor.staffNo) return refuse('second-person-needed');
  if (escalationOf(steps) && actor.role !== 'supervisor') return refuse('review-escalated');
  return undefined;
}

/** Claims the queue's first case that is free; a case that somebody else is just taking is passed over, not waited for. */
export async function takeNext(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  queue: ReviewQueueName,
  workingDays: number | undefined,
): Promise<string | null> {
  const { actor } = context;
  const cases = (await openCases(client, workingDays, context.today)).filter(
    (each) => standsIn(queue, actor.staffNo, each) && canTake(each, actor),
  );
  // The own claims first: what was taken is finished before more is taken.
  const held = cases.filter((each) => each.holder !== null);
  for (const { applicationId, state } of [...held, ...cases.filter((each) => each.holder === null)]) {
    const { rowCount } = await client.query(
      `select 1 from gongji.application where application_id = $1 and state = $2 for update skip locked`,
      [applicationId, state],
    );
    if (rowCount === 1 && (await claimLocked(client, cipher, context, applicationId))) return applicationId;
  }
  return null;
}

/** The page's sign of life; `claim-missing` when the case has fallen back or was recalled. */
export async function renewOwn(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
): Promise<Result<ReviewClaim>> {
  if (!(await renewClaim(client, applicationId, context.actor.staffNo))) return refuse('claim-missing');
  return done(await claimView(client, cipher, context, applicationId));
}

/** The case under its lock, held by the one who writes; every write of a review begins with it. */
export async function lockHeld(
  client: PoolClient,
  cipher: FieldCipher,
  { actor }: StaffContext,
  applicationId: string,
): Promise<Result<ApplicationRecord>> {
  const record = await findApplication(client, cipher, applicationId, 'lock');
  if (!record) return refuse('not-found');
  const holding = (await holdingsOf(client, [applicationId])).get(applicationId);
  return holding?.staffNo === actor.staffNo ? done(record) : refuse('claim-missing');
}

/** Gives the own case back. */
export async function releaseOwn(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
): Promise<Result<ReviewClaim>> {
  const held = await lockHeld(client, cipher, context, applicationId);
  if (!held.ok) return held;
  await dropClaim(client, applicationId);
  await appendStep(client, cipher, context, applicationId, { kind: 'released' });
  return done({ holder: null, secondsLeft: null });
}

/** A supervisor takes the case back from whoever holds it, for a reason that is kept. */
export async function recallCase(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
  reason: string,
): Promise<Result<ReviewClaim>> {
  const record = await findApplication(client, cipher, applicationId, 'lock');
  if (!record) return refuse('not-found');
  const holding = (await holdingsOf(client, [applicationId])).get(applicationId);
  if (!holding) return refuse('state-changed');
  await dropClaim(client, applicationId);
  const payload = { staffNo: holding.staffNo };
  await appendStep(client, cipher, context, applicationId, { kind: 'recalled', payload, words: reason });
  return done({ holder: null, secondsLeft: null });
}

/** The own case goes to the supervisors, for a reason that is kept. */
export async function escalateCase(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  applicationId: string,
  reason: string,
): Promise<Result<ApplicationRecord>> {
  const held = await lockHeld(client, cipher, context, applicationId);
  if (!held.ok) return held;
  if (held.value.state !== 'in-review') return refuse('state-changed');
  await dropClaim(client, applicationId);
  await appendStep(client, cipher, context, applicationId, { kind: 'escalated', words: reason });
  return held;
}
