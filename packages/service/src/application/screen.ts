// The cheap checks of an application's answers: what needs no outside system, each with one refusal of its own.
import type { AreaInfo } from '@gongji/policy';
import { isValidIdNumber, isValidPhone } from '../kernel/id-number.ts';
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { FieldCipher } from '@gongji/database';
import type { PersonRecord } from '../person/record.ts';
import { ownsPhotos } from './photos.ts';
import type { ApplicationAnswers } from './service.ts';

/** The answers by themselves: number, phone, not oneself. */
export function screenAnswers(
  giver: PersonRecord,
  answers: ApplicationAnswers,
  today: string,
): Refusal | undefined {
  if (!isValidIdNumber(answers.memberIdNumber, today)) {
    return refuse('id-number-wrong', undefined, 'memberIdNumber');
  }
  if (!isValidPhone(answers.memberPhone)) return refuse('phone-wrong', undefined, 'memberPhone');
  if (answers.memberIdNumber === giver.idNumber)
    return refuse('member-is-giver', undefined, 'memberIdNumber');
  return undefined;
}

/** What was read and signed: the current texts, under the giver's own name. */
export function screenSignature(
  giver: PersonRecord,
  answers: ApplicationAnswers,
  info: AreaInfo,
): Refusal | undefined {
  const { notice, promise } = info.documents;
  if (answers.noticeVersion !== notice.version) return refuse('notice-changed', undefined, 'noticeVersion');
  if (answers.promise.version !== promise.version) {
    return refuse('notice-changed', undefined, 'promise.version');
  }
  if (answers.promise.signedName !== giver.name) {
    return refuse('signature-wrong', undefined, 'promise.signedName');
  }
  return undefined;
}

/** The photos: all are the giver's own, and there is at least one for each proof that the area wants to see. */
export async function screenPhotos(
  client: Queryable,
  giver: PersonRecord,
  photoIds: readonly string[],
  info: AreaInfo,
): Promise<Refusal | undefined> {
  if (!(await ownsPhotos(client, giver.personNo, photoIds))) {
    return refuse('photo-unknown', undefined, 'photoIds');
  }
  const wanted = info.materials.filter((material) => material.photo);
  if (new Set(photoIds).size < wanted.length) {
    const what = wanted.map((material) => material.name).join('、');
    return refuse('photo-missing', { what, count: wanted.length }, 'photoIds');
  }
  return undefined;
}

/** Bound already, or an application for the same person is open. */
export async function screenRepetition(
  client: Queryable,
  cipher: FieldCipher,
  giverNo: string,
  memberIdNumber: string,
): Promise<Refusal | undefined> {
  const { rows } = await client.query<{ bound: boolean; open: boolean }>(
    `select
       exists (select from gongji.relation r join gongji.person p on p.person_no = r.member_no
               where r.giver_no = $1 and r.state = 'active' and p.id_number_hash = $2) as bound,
       exists (select from gongji.application
               where giver_no = $1 and member_id_number_hash = $2
                 and state in ('submitted', 'in-review', 'more-requested')) as open`,
    [giverNo, cipher.lookupHash(memberIdNumber)],
  );
  if (rows[0]?.bound) return refuse('already-bound', undefined, 'memberIdNumber');
  if (rows[0]?.open) return refuse('application-open', undefined, 'memberIdNumber');
  return undefined;
}

/** Members of a giver who count towards the limit: the bound ones, and the ones whose application is open. */
export async function countMembers(
  client: Queryable,
  giverNo: string,
): Promise<{ bound: number; open: number }> {
  const { rows } = await client.query<{ bound: number; open: number }>(
    `select
       (select count(*)::int from gongji.relation where giver_no = $1 and state = 'active') as bound,
       (select count(*)::int from gongji.application
        where giver_no = $1 and state in ('submitted', 'in-review', 'more-requested')) as open`,
    [giverNo],
  );
  return rows[0] ?? { bound: 0, open: 0 };
}
