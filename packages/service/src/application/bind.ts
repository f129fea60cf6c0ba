// What approval does: the member gets a row in our register if there is none, and the relation opens.
import type { FieldCipher } from '@gongji/database';
import type { MemberGroup } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import { sexOf } from '../kernel/id-number.ts';
import { writeNotices } from '../notice/write.ts';
import { addPerson, findPerson } from '../person/store.ts';
import { recordStanding } from '../standing/store.ts';
import { openRelation } from '../relation/open.ts';
import type { ApplicationRecord } from './row.ts';

/** Answers the id of the new relation. The caller holds the giver's lock and has made sure that the pair is not bound. */
export async function bindMember(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  application: ApplicationRecord,
): Promise<string> {
  await registerMember(client, cipher, context, application);
  const { memberNo, memberIdNumber } = application;
  const member = await findPerson(client, cipher, memberNo);
  if (member?.idNumber !== memberIdNumber) {
    throw new Error(`The register of insurance and ours disagree about person ${memberNo}`);
  }
  const relationId = await openRelation(client, cipher, context, {
    area: application.area,
    giverNo: application.giverNo,
    memberNo,
    memberArea: member.area,
    relation: application.relation,
    applicationId: application.applicationId,
    since: context.at,
  });
  await writeNotices(client, [
    {
      ...{
        kind: 'bound',
        at: context.at,
        personNo: memberNo,
        area: member.area,
        otherNo: application.giverNo,
      },
      ...{ reference: `${relationId}:bound`, subjectKind: 'relation', subjectId: relationId },
    },
  ]);
  return relationId;
}

/** Puts the member into our register, so that they can sign in; a row that is there stays as it is. */
export async function registerMember(
  client: PoolClient,
  cipher: FieldCipher,
  { at }: Pick<Context, 'at'>,
  application: Pick<ApplicationRecord, 'registered' | 'memberNo' | 'memberIdNumber'> & {
    memberPhone: string | null;
  },
): Promise<void> {
  const { registered, memberNo, memberIdNumber } = application;
  await addPerson(
    client,
    cipher,
    {
      personNo: memberNo,
      area: registered.area,
      name: registered.name,
      idNumber: memberIdNumber,
      phone: application.memberPhone,
      bornOn: registered.bornOn,
      sex: sexOf(memberIdNumber),
      scheme: registered.scheme,
      retired: registered.retired,
      status: registered.status,
      group: registered.group as MemberGroup,
      student: registered.student,
      chronic: registered.chronic,
      insuredPriorYears: registered.insuredPriorYears,
      missedYears: registered.missedYears,
    },
    at,
  );
  await recordStanding(client, [{ ...registered, personNo: memberNo }], at);
}
