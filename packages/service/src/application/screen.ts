// The cheap checks of an application's answers: what needs no outside system, each with one refusal of its own.
import { helpfulProof } from '@gongji/contract';
import type { Relation } from '@gongji/contract';
import type { AreaInfo } from '@gongji/policy';
import { isValidIdNumber, isValidPhone } from '../kernel/id-number.ts';
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { FieldCipher } from '@gongji/database';
import type { PersonRecord } from '../person/record.ts';
import { ownsPhotos } from './photos.ts';
import type { NamedPhoto } from './photos.ts';
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

/** What the area wants to see of this relation; where it wants nothing, a proof may still help. */
function materialsOf(info: AreaInfo, relation: Relation): { code: string; name: string }[] {
  const wanted = wantedOf(info, relation);
  return wanted.length > 0 ? wanted : [helpfulProof];
}
const wantedOf = (info: AreaInfo, relation: Relation) =>
  info.materials.filter(({ photo, relations }) => photo && (relations?.includes(relation) ?? true));

/** The photos with the names of their materials, each photo once. The caller has screened them. */
export const namedPhotos = ({ photos, relation }: ApplicationAnswers, info: AreaInfo): NamedPhoto[] => {
  const names = new Map(materialsOf(info, relation).map(({ code, name }) => [code, name]));
  const shown = new Map<string, string>();
  for (const { photoId, material } of photos) if (!shown.has(photoId)) shown.set(photoId, material);
  return [...shown].map(([photoId, material]) => ({
    ...{ photoId, material },
    name: names.get(material) ?? material,
  }));
};

/** The photos: all are the giver's own, each shows a material of the relation, and none of those is left out. */
export async function screenPhotos(
  client: Queryable,
  giver: PersonRecord,
  answers: ApplicationAnswers,
  info: AreaInfo,
): Promise<Refusal | undefined> {
  const photos = namedPhotos(answers, info);
  const ids = photos.map(({ photoId }) => photoId);
  if (!(await ownsPhotos(client, giver.personNo, ids))) return refuse('photo-unknown', undefined, 'photos');
  const known = new Set(materialsOf(info, answers.relation).map(({ code }) => code));
  if (photos.some(({ material }) => !known.has(material ?? ''))) {
    return refuse('photo-material-unknown', undefined, 'photos');
  }
  const missing = wantedOf(info, answers.relation).filter(
    ({ code }) => !photos.some(({ material }) => material === code),
  );
  if (missing.length > 0) {
    const what = missing.map(({ name }) => name).join('、');
    return refuse('photo-missing', { what, count: missing.length }, 'photos');
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
                 and state in ('submitted', 'awaiting-member', 'in-review', 'more-requested')) as open`,
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
        where giver_no = $1 and state in ('submitted', 'awaiting-member', 'in-review', 'more-requested')) as open`,
    [giverNo],
  );
  return rows[0] ?? { bound: 0, open: 0 };
}
