// The member's agreement, where the area's policy asks for it before a binding holds.
import type { MemberAnswer, MemberAnswerBody, MemberRequests } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { AreaInfo } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { birthDateOf } from '../kernel/id-number.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { instantText } from '../kernel/instant.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { NoticeKind } from '../notice/kinds.ts';
import { writeNotices } from '../notice/write.ts';
import { markOf } from '../person/mark.ts';
import { accountOf } from '../person/me.ts';
import { findPeople, findPerson } from '../person/store.ts';
import { approve } from '../review/approve.ts';
import { applicationNotice } from './notices.ts';
import { applicationsForMember, findApplication, moveApplication } from './row.ts';
import type { ApplicationRecord } from './row.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'library'>;

const fullAge = 18;

const isMinor = ({ memberIdNumber }: ApplicationRecord, today: string): boolean => {
  const bornOn = birthDateOf(memberIdNumber);
  return `${Number(bornOn.slice(0, 4)) + fullAge}${bornOn.slice(4)}` > today;
};

/**
 * Who agrees to a binding: nobody where the policy does not ask, nor for a minor of whom the giver is a parent (the
 * registers or a reviewer have seen to that); another's minor can't agree alone, so a person of the agency looks.
 */
export function agreementOf(
  info: Pick<AreaInfo, 'memberConfirms'>,
  application: ApplicationRecord,
  today: string,
): 'none' | 'member' | 'agency' {
  if (!info.memberConfirms) return 'none';
  if (!isMinor(application, today)) return 'member';
  return application.relation === 'child' ? 'none' : 'agency';
}

/** Applications that wait for this person. */
export async function memberRequests(
  { pool, cipher }: Deps,
  { actor }: Context,
): Promise<Result<z.infer<typeof MemberRequests>>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const records = await applicationsForMember(pool, cipher, actor.personNo);
  const givers = await findPeople(
    pool,
    cipher,
    records.map(({ giverNo }) => giverNo),
  );
  return done({
    items: records.flatMap(({ applicationId, giverNo, relation, submittedAt }) => {
      const giver = givers.get(giverNo);
      return giver
        ? [{ applicationId, giver: markOf(giver), relation, submittedAt: instantText(submittedAt) }]
        : [];
    }),
  });
}

const giverNotices: Record<MemberAnswer['outcome'], NoticeKind> = {
  approved: 'application-approved',
  'in-review': 'application-in-review',
  declined: 'application-declined',
};

export async function answerMember(
  deps: Deps,
  context: Context,
  applicationId: string,
  body: MemberAnswerBody,
  key: string,
): Promise<Result<MemberAnswer>> {
  const { pool, cipher } = deps;
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const seen = await findApplication(pool, cipher, applicationId);
  const giver = seen && (await findPerson(pool, cipher, seen.giverNo));
  if (!giver || seen.memberNo !== actor.personNo) return refuse('not-found');
  // Read before the deciding transaction: the ledger reads on a connection of its own.
  const account = await accountOf(deps.ledger, deps.library, giver, context.today);
  const content = { call: 'answerMemberRequest', applicationId, body };
  return transact(pool, (client) =>
    idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
      const record = await findApplication(client, cipher, applicationId, 'lock');
      if (record?.state !== 'awaiting-member') return refuse('state-changed');
      const outcome = await carryOut(deps, client, context, record, body, account);
      if (!outcome.ok) return outcome;
      await writeNotices(client, [applicationNotice(record, giverNotices[outcome.value], context.at)]);
      await notifyChanged(client, [record.giverNo, record.memberNo, `area:${record.area}`]);
      return done({ outcome: outcome.value });
    }),
  );
}

async function carryOut(
  deps: Deps,
  client: PoolClient,
  context: Context,
  record: ApplicationRecord,
  { answer }: MemberAnswerBody,
  account: Parameters<typeof approve>[4],
): Promise<Result<MemberAnswer['outcome']>> {
  const { area, applicationId } = record;
  const subject = { area, subjectKind: 'application', subjectId: applicationId } as const;
  const step = (who: Context, kind: string) => appendAction(client, deps.cipher, who, { ...subject, kind });
  if (answer === 'decline') {
    await moveApplication(client, record, 'decline');
    await step(context, 'member-declined');
    return done('declined');
  }
  const system: Context = { ...context, actor: { kind: 'system', name: 'automatic-checks' } };
  await step(context, 'member-confirmed');
  const isSure = record.checks.every(({ outcome }) => outcome === 'passed');
  if (areaInfo(deps.library, area, context.today)?.decisionMode !== 'automatic' || !isSure) {
    await moveApplication(client, record, 'send-to-review');
    await step(system, 'sent-to-review');
    return done('in-review');
  }
  // What can have changed since the submission is checked again.
  const approved = await approve(deps, client, system, record, account);
  if (!approved.ok) return refuse('confirmation-blocked');
  await moveApplication(client, record, 'approve', { relationId: approved.value });
  await step(system, 'approved');
  return done('approved');
}
