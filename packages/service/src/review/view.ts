// A case as the reviewer sees it: the application, what was answered beside what is registered, and the reasons to choose from.
import type { ReviewCase, ReviewDue, ReviewSummary } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName, meansSameArea } from '../area/insured-areas.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { applicationView } from '../application/view.ts';
import { birthDateOf } from '../kernel/id-number.ts';
import { dayText, instantText } from '../kernel/instant.ts';
import type { StaffContext } from '../kernel/rights.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { relationWords } from '@gongji/contract';
import { activeMembersOf } from '../relation/row.ts';
import { dueOf } from './due.ts';
import { holdingsOf } from './claim.ts';
import { innerStepsOf } from './inner-steps.ts';
import { duplicatesOf, earlierDecisionsOf } from './other-cases.ts';
import type { OpenCase } from './open-case.ts';
import { findReason, reviewReasons } from './reasons.ts';
import { isClean, riskOf } from './risk.ts';
import { sampleStanding } from './sample.ts';
import { noSignals, signalsOf } from './signals.ts';
import { staffNamesOf } from './staff-names.ts';
import { clockSteps, escalationOf, openProposal, stepsOf, wordsOf } from './steps.ts';

type Comparison = ReviewCase['comparison'][number];

const compared = (
  label: string,
  answered: string,
  registered: string,
  same = answered === registered,
): Comparison => ({ label, answered, registered, outcome: same ? 'same' : 'different' });

const statusNames = { normal: '正常参保', suspended: '暂停参保', ended: '终止参保' } as const;
const schemeNames = { employee: '职工医保', resident: '城乡居民医保' } as const;

/** What was answered beside what the registers say. */
export function comparisonOf(record: ApplicationRecord): Comparison[] {
  const { registered, checks } = record;
  const relation = relationWords[record.relation];
  const kinship = checks.find((check) => check.code === 'kinship');
  return [
    compared('姓名', record.memberName, registered.name),
    compared('出生日期', birthDateOf(record.memberIdNumber), registered.bornOn),
    kinship?.outcome === 'passed'
      ? compared('与授权人的关系', relation, relation)
      : { label: '与授权人的关系', answered: relation, registered: '登记里查不到', outcome: 'unknown' },
    compared(
      '参保地',
      areaName(record.memberArea),
      registered.areaName,
      meansSameArea(record.memberArea, registered.area),
    ),
    compared(
      '参保状态',
      statusNames.normal,
      `${schemeNames[registered.scheme]}，${statusNames[registered.status]}`,
      registered.status === 'normal',
    ),
  ];
}

/** The case. The reading role may be the staff's: it sees its own area and the members bound to givers there. */
export async function reviewCase(
  client: Queryable,
  cipher: FieldCipher,
  record: ApplicationRecord,
  { actor, at, today }: StaffContext,
  workingDays: number | undefined,
): Promise<ReviewCase> {
  const { applicationId } = record;
  const relations = await activeMembersOf(client, record.giverNo);
  const members = await findPeople(
    client,
    cipher,
    relations.map((relation) => relation.memberNo),
  );
  const steps = (await stepsOf(client, [applicationId], 'all')).get(applicationId) ?? [];
  const holding = (await holdingsOf(client, [applicationId])).get(applicationId);
  const nameOf = await staffNamesOf(client, cipher, [
    ...steps.filter((step) => step.actorKind === 'staff').map((step) => step.actorId),
    ...steps.flatMap((step) => step.payload.staffNo ?? []),
    ...(holding ? [holding.staffNo] : []),
  ]);
  const comparison = comparisonOf(record);
  const signals = (await signalsOf(client, [applicationId], at)).get(applicationId) ?? noSignals;
  const isOpen = record.state === 'in-review' || record.state === 'more-requested';
  const proposal = isOpen ? openProposal(steps) : undefined;
  const escalation = isOpen ? escalationOf(steps) : undefined;
  return {
    application: await applicationView(client, cipher, record, () => workingDays, 'staff'),
    version: record.version,
    comparison,
    giverRelations: relations.map((relation) => ({
      memberName: members.get(relation.memberNo)?.name ?? '—',
      relation: relation.relation,
      since: instantText(relation.since),
    })),
    reasons: reviewReasons.map(({ code, decision, label, citizenText }) => ({
      code,
      decision,
      label,
      citizenText,
    })),
    due: isOpen ? dueOf(workingDays, dayText(record.submittedAt), clockSteps(steps), today) : nothingDue,
    holder: holding
      ? {
          staffNo: holding.staffNo,
          name: nameOf(holding.staffNo),
          isMine: holding.staffNo === actor.staffNo,
        }
      : null,
    risk: riskOf(record.checks, comparison, signals),
    duplicates: await duplicatesOf(client, cipher, record),
    earlierDecisions: await earlierDecisionsOf(client, record),
    proposal: proposal
      ? {
          staffNo: proposal.actorId,
          name: nameOf(proposal.actorId),
          isMine: proposal.actorId === actor.staffNo,
          at: instantText(proposal.at),
          reasonText: [findReason(proposal.payload.reasonCode ?? '')?.label, wordsOf(cipher, proposal)]
            .filter(Boolean)
            .join('；'),
        }
      : null,
    escalation: escalation
      ? {
          name: nameOf(escalation.actorId),
          at: instantText(escalation.at),
          reason: wordsOf(cipher, escalation) ?? '',
        }
      : null,
    innerSteps: innerStepsOf(cipher, steps, nameOf),
    isSampled: (await sampleStanding(client, applicationId, actor.staffNo)) === 'waiting',
  };
}

const nothingDue: ReviewDue = { on: null, workingDaysLeft: null, isPaused: false };

/** Lines of a queue, in the order given. */
export async function reviewSummaries(
  client: Queryable,
  cipher: FieldCipher,
  records: readonly ApplicationRecord[],
  open: ReadonlyMap<string, OpenCase>,
  staffNo: string,
  at: Date,
): Promise<ReviewSummary[]> {
  const givers = await findPeople(
    client,
    cipher,
    records.map((record) => record.giverNo),
  );
  const ids = records.map((record) => record.applicationId);
  const signals = await signalsOf(client, ids, at);
  const nameOf = await staffNamesOf(
    client,
    cipher,
    records.flatMap((record) => open.get(record.applicationId)?.holder ?? []),
  );
  return records.map((record) => {
    const { applicationId } = record;
    const standing = open.get(applicationId);
    const comparison = comparisonOf(record);
    const risk = riskOf(record.checks, comparison, signals.get(applicationId) ?? noSignals);
    const holder = standing?.holder ?? null;
    return {
      applicationId,
      version: record.version,
      state: record.state,
      giverName: givers.get(record.giverNo)?.name ?? '—',
      memberName: record.memberName,
      relation: record.relation,
      submittedAt: instantText(record.submittedAt),
      unsureChecks: record.checks.filter((check) => check.outcome === 'unsure').length,
      due: standing?.due ?? nothingDue,
      holder: holder === null ? null : { staffNo: holder, name: nameOf(holder), isMine: holder === staffNo },
      isEscalated: standing?.isEscalated ?? false,
      needsSecond: standing?.proposedBy != null,
      isClean:
        standing?.state === 'in-review' &&
        !standing.isEscalated &&
        standing.proposedBy === null &&
        isClean(risk, comparison),
    };
  });
}
