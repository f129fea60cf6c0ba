// A case as the reviewer sees it: the application, what was answered beside what is registered, and the reasons to choose from.
import type { ReviewCase, ReviewSummary } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName, meansSameArea } from '../area/insured-areas.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { applicationView } from '../application/view.ts';
import { birthDateOf } from '../kernel/id-number.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { relationWords } from '@gongji/contract';
import { activeMembersOf } from '../relation/row.ts';
import { reviewReasons } from './reasons.ts';

type Comparison = ReviewCase['comparison'][number];

const compared = (
  label: string,
  answered: string,
  registered: string,
  same = answered === registered,
): Comparison => ({ label, answered, registered, outcome: same ? 'same' : 'different' });

const statusNames = { normal: '正常参保', suspended: '暂停参保', ended: '终止参保' } as const;
const schemeNames = { employee: '职工医保', resident: '城乡居民医保' } as const;

function comparisonOf(record: ApplicationRecord): Comparison[] {
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
): Promise<ReviewCase> {
  const relations = await activeMembersOf(client, record.giverNo);
  const members = await findPeople(
    client,
    cipher,
    relations.map((relation) => relation.memberNo),
  );
  return {
    application: await applicationView(client, cipher, record, 'staff'),
    version: record.version,
    comparison: comparisonOf(record),
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
  };
}

/** Lines of the queue, in the order given. */
export async function reviewSummaries(
  client: Queryable,
  cipher: FieldCipher,
  records: readonly ApplicationRecord[],
): Promise<ReviewSummary[]> {
  const givers = await findPeople(
    client,
    cipher,
    records.map((record) => record.giverNo),
  );
  return records.map((record) => ({
    applicationId: record.applicationId,
    state: record.state,
    giverName: givers.get(record.giverNo)?.name ?? '—',
    memberName: record.memberName,
    relation: record.relation,
    submittedAt: instantText(record.submittedAt),
    unsureChecks: record.checks.filter((check) => check.outcome === 'unsure').length,
  }));
}
