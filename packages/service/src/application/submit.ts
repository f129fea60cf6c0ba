// Submitting an application: checks from the cheap to the dear, then one transaction that stores it and, where the area
// decides automatically, opens the relation.
import type { Application } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { AreaInfo } from '@gongji/policy';
import type { PoolClient } from 'pg';
import { areaName } from '../area/insured-areas.ts';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { recordDecision } from '../kernel/decision.ts';
import { idempotent, storedAnswer } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { writeNotices } from '../notice/write.ts';
import { accountOf } from '../person/me.ts';
import type { AccountView } from '../person/me.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson, lockPeople } from '../person/store.ts';
import { bindMember, registerMember } from './bind.ts';
import { storedCheck } from './check.ts';
import { judge } from './judge.ts';
import { applicationNotice } from './notices.ts';
import { agreementOf } from './member.ts';
import { attachPhotos } from './photos.ts';
import { insertPromise } from './promise.ts';
import { insertApplication, moveApplication } from './row.ts';
import type { ApplicationRecord } from './row.ts';
import {
  countMembers,
  namedPhotos,
  screenAnswers,
  screenPhotos,
  screenRepetition,
  screenSignature,
} from './screen.ts';
import type { ApplicationAnswers } from './service.ts';
import { compareArea, verify } from './verify.ts';
import type { Verified } from './verify.ts';
import { applicationView, reviewDaysOf } from './view.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'library' | 'ports'>;

interface Submission {
  context: Context;
  answers: ApplicationAnswers;
  giver: PersonRecord;
  account: AccountView;
  info: AreaInfo;
}

/** Every refusal is one code of the catalogue and stores nothing. */
export async function submitApplication(
  deps: Deps,
  context: Context,
  answers: ApplicationAnswers,
  key: string,
): Promise<Result<Application>> {
  const { pool, cipher, library } = deps;
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const request = { context, area: actor.area, key, content: { call: 'submitApplication', body: answers } };
  const earlier = await storedAnswer<Application>(pool, cipher, request);
  if (earlier) return earlier;

  const giver = await findPerson(pool, cipher, actor.personNo);
  if (!giver) return refuse('not-found');
  const wrongAnswer = screenAnswers(giver, answers, context.today);
  if (wrongAnswer) return wrongAnswer;
  const info = areaInfo(library, giver.area, context.today);
  if (!info) return refuse('policy-not-recorded', { what: `${areaName(giver.area)}（${context.today}）` });
  const account = await accountOf(deps.ledger, library, giver, context.today);
  const submission = { context, answers, giver, account, info };

  // A twin of this request may have been stored meanwhile: then its answer holds, not what its own effect refuses us now.
  const refuseUnlessStored = async (refusal: Refusal): Promise<Result<Application>> =>
    (await storedAnswer<Application>(pool, cipher, request)) ?? refusal;
  const screened = await screen(deps, submission);
  if (!screened.ok) return refuseUnlessStored(screened);
  const verified = await verify(deps.ports.registry, giver, answers, context.at);
  if (!verified.ok) return refuseUnlessStored(verified);
  return transact(pool, (client) =>
    idempotent(client, cipher, request, () => store(deps, client, submission, verified.value)),
  );
}

async function screen({ pool, cipher, library }: Deps, submission: Submission): Promise<Result<true>> {
  const { context, answers, giver, account, info } = submission;
  const refusal =
    screenSignature(giver, answers, info) ??
    (await screenRepetition(pool, cipher, giver.personNo, answers.memberIdNumber));
  if (refusal) return refusal;
  const members = await countMembers(pool, giver.personNo);
  // What the registry will say of the member isn't known yet: here only the rules on giver, relation and number can fail.
  const supposed = { area: giver.area, areaName: '', scheme: 'resident', status: 'normal' } as const;
  const verdict = judge(library, {
    today: context.today,
    giver,
    account,
    member: supposed,
    relation: answers.relation,
    existingMembers: members.bound + members.open,
  });
  if (!verdict.ok) return verdict;
  // Photos come last: nobody should have to take them only to learn that it can't be done at all.
  return (await screenPhotos(pool, giver, answers, info)) ?? done(true);
}

async function store(
  { cipher, library }: Deps,
  client: PoolClient,
  { context, answers, account, info, ...submission }: Submission,
  { insured, checks }: Verified,
): Promise<Result<Application>> {
  const { personNo } = submission.giver;
  await lockPeople(client, [personNo, insured.personNo]);
  const giver = (await findPerson(client, cipher, personNo)) ?? submission.giver;
  const repeated = await screenRepetition(client, cipher, personNo, answers.memberIdNumber);
  if (repeated) return repeated;
  const members = await countMembers(client, personNo);
  const verdict = judge(library, {
    today: context.today,
    giver,
    account,
    member: insured,
    relation: answers.relation,
    existingMembers: members.bound + members.open,
  });
  if (!verdict.ok) return verdict;
  const sameArea = compareArea(answers, insured);
  if (!sameArea.ok) return sameArea;

  const record: ApplicationRecord = {
    applicationId: newId('application'),
    area: giver.area,
    giverNo: personNo,
    memberNo: insured.personNo,
    memberArea: insured.area,
    relation: answers.relation,
    memberName: answers.memberName,
    memberIdNumber: answers.memberIdNumber,
    memberPhone: answers.memberPhone,
    registered: insured,
    noticeVersion: answers.noticeVersion,
    promiseVersion: answers.promise.version,
    signedName: answers.promise.signedName,
    checks: [
      ...checks,
      storedCheck('giver', 'passed', context.at),
      storedCheck('policy', 'passed', context.at),
    ],
    state: 'submitted',
    version: 1,
    reasonCode: null,
    relationId: null,
    submittedAt: context.at,
  };
  await insertApplication(client, cipher, record);
  await attachPhotos(client, record, namedPhotos(answers, info));
  const { drawing = null } = answers.promise;
  const promiseNo = await insertPromise(client, cipher, context, record, info.documents.promise, drawing);
  const subject = {
    area: record.area,
    subjectKind: 'application',
    subjectId: record.applicationId,
  } as const;
  const system: Context = { ...context, actor: { kind: 'system', name: 'automatic-checks' } };
  const unsure = checks.filter((check) => check.outcome === 'unsure').map((check) => check.code);
  await appendAction(client, cipher, context, {
    ...subject,
    kind: 'submitted',
    payload: { noticeVersion: record.noticeVersion, promiseVersion: record.promiseVersion, promiseNo },
  });
  await recordDecision(client, { ...subject, ...verdict.value, outcome: 'eligible', at: context.at });
  await appendAction(client, cipher, system, { ...subject, kind: 'checked', payload: { unsure } });

  const agreement = agreementOf(info, record, context.today);
  if (agreement === 'member') {
    await registerMember(client, cipher, system, record);
    const asked = await moveApplication(client, record, 'ask-member');
    await appendAction(client, cipher, system, { ...subject, kind: 'member-asked' });
    await writeNotices(client, [
      applicationNotice(asked, 'application-submitted', context.at),
      {
        ...applicationNotice(asked, 'member-asked', context.at),
        ...{ personNo: insured.personNo, area: insured.area, otherNo: personNo },
      },
    ]);
    await notifyChanged(client, [personNo, record.memberNo]);
    return done(await applicationView(client, cipher, asked, reviewDaysOf(library)));
  }
  const automatic = agreement === 'none' && info.decisionMode === 'automatic' && unsure.length === 0;
  const now = automatic
    ? await moveApplication(client, record, 'approve', {
        relationId: await bindMember(client, cipher, system, record),
      })
    : await moveApplication(client, record, 'send-to-review');
  await appendAction(client, cipher, system, { ...subject, kind: automatic ? 'approved' : 'sent-to-review' });
  await writeNotices(client, [
    applicationNotice(now, automatic ? 'application-approved' : 'application-submitted', context.at),
  ]);
  await notifyChanged(client, [personNo, `area:${record.area}`, ...(automatic ? [record.memberNo] : [])]);
  return done(await applicationView(client, cipher, now, reviewDaysOf(library)));
}
