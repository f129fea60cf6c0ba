// The unfinished binding application: kept for this browser session, without the photos' bytes.
import type { ApplicationBody, AreaGuide, Drawing, Relation } from '@gongji/contract';
import { helpfulProof as helpfulProofWords } from '@gongji/contract/words';
import { checkIdNumber, plainIdNumber } from './id-number.ts';

export interface DraftPhoto {
  photoId: string;
  url: string;
  /** Code of the material that this photo proves. */
  material: string;
}

export interface Draft {
  noticeVersion: string | null;
  memberName: string;
  memberIdNumber: string;
  relation: Relation | null;
  memberArea: string;
  memberPhone: string;
  photos: DraftPhoto[];
  promise: { version: string; signedName: string; drawing?: Drawing } | null;
}

export const bindSteps = [
  { path: '/bind/new', name: '告知书' },
  { path: '/bind/new/member', name: '家庭成员信息' },
  { path: '/bind/new/proof', name: '证明材料' },
  { path: '/bind/new/promise', name: '个人承诺书' },
  { path: '/bind/new/check', name: '核对信息' },
] as const;

export type MemberField = 'memberName' | 'memberIdNumber' | 'relation' | 'memberArea' | 'memberPhone';
export type FieldProblems<Field extends string> = Partial<Record<Field, string>>;

const place = (personNo: string) => `gongji.draft.${personNo}`;

export const emptyDraft = (memberArea: string): Draft => ({
  noticeVersion: null,
  memberName: '',
  memberIdNumber: '',
  relation: null,
  memberArea,
  memberPhone: '',
  photos: [],
  promise: null,
});

/** The kept draft of this giver; an empty one when none is kept or it can't be read. */
export function loadDraft(store: Storage, personNo: string, memberArea: string): Draft {
  try {
    const kept: unknown = JSON.parse(store.getItem(place(personNo)) ?? 'null');
    if (typeof kept === 'object' && kept !== null) return { ...emptyDraft(memberArea), ...kept };
  } catch {
    store.removeItem(place(personNo));
  }
  return emptyDraft(memberArea);
}

export const saveDraft = (store: Storage, personNo: string, draft: Draft): void =>
  store.setItem(place(personNo), JSON.stringify(draft));

export const clearDraft = (store: Storage, personNo: string): void => store.removeItem(place(personNo));

/** What is wrong with the member's details, by field; empty when nothing is. */
export function memberProblems(draft: Draft): FieldProblems<MemberField> {
  const problems: FieldProblems<MemberField> = {};
  if (draft.memberName.trim() === '') problems.memberName = '请填写家庭成员的姓名，要与身份证上一致。';
  const id = checkIdNumber(draft.memberIdNumber);
  if (id.outcome === 'empty') problems.memberIdNumber = '请填写家庭成员的身份证号码。';
  if (id.outcome === 'incomplete')
    problems.memberIdNumber = `身份证号码应为 18 位，还差 ${id.missing} 位。请补全。`;
  if (id.outcome === 'wrong') problems.memberIdNumber = id.text;
  if (draft.relation === null) problems.relation = '请选择家庭成员与您的关系。';
  if (!/^\d{6}$/.test(draft.memberArea)) problems.memberArea = '请选择家庭成员的参保地。';
  if (!/^1\d{10}$/.test(plainPhone(draft.memberPhone)))
    problems.memberPhone = '手机号码应为 11 位数字，以 1 开头。请核对后填写。';
  return problems;
}

const plainPhone = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

export type Material = AreaGuide['materials'][number];

/** Where the area asks for no photo: one may still help when the registry does not know the relation. */
const helpfulProof: Material = {
  ...helpfulProofWords,
  text: '户口簿、结婚证或出生证明。登记信息里查不到你们的关系时，会转人工审核，有照片办得快。',
  required: false,
  relations: [],
};

/** What to photograph for this relation. A material that is not required is no photo: the pages ask for it themselves. */
export function materialsFor(materials: Material[], relation: Relation | null): Material[] {
  const photographed = materials.filter(
    ({ required, relations }) =>
      required && (relations.length === 0 || (relation !== null && relations.includes(relation))),
  );
  return photographed.length > 0 ? photographed : [helpfulProof];
}

/** Required materials that have no photo yet. */
export const missingMaterials = (draft: Draft, materials: Material[]): Material[] =>
  materialsFor(materials, draft.relation).filter(
    ({ code, required }) => required && !draft.photos.some(({ material }) => material === code),
  );

/** The first step that is not finished; a later page leads back to it. */
export function openStep(
  draft: Draft,
  guide: Pick<AreaGuide, 'materials' | 'notice' | 'promise'>,
): (typeof bindSteps)[number]['path'] {
  if (draft.noticeVersion !== guide.notice.version) return '/bind/new';
  if (Object.keys(memberProblems(draft)).length > 0) return '/bind/new/member';
  if (missingMaterials(draft, guide.materials).length > 0) return '/bind/new/proof';
  if (draft.promise?.version !== guide.promise.version) return '/bind/new/promise';
  return '/bind/new/check';
}

/** Photos of materials that this relation needs; a photo for another relation stays behind. */
export function photosFor(draft: Draft, materials: Material[]): DraftPhoto[] {
  const codes = new Set(materialsFor(materials, draft.relation).map(({ code }) => code));
  return draft.photos.filter(({ material }) => codes.has(material));
}

/** What is submitted; null while something is missing. */
export function submission(draft: Draft, materials: Material[]): ApplicationBody | null {
  const { noticeVersion, relation, promise } = draft;
  if (noticeVersion === null || relation === null || promise === null) return null;
  return {
    memberName: draft.memberName.trim(),
    memberIdNumber: plainIdNumber(draft.memberIdNumber),
    relation,
    memberArea: draft.memberArea,
    memberPhone: plainPhone(draft.memberPhone),
    photos: photosFor(draft, materials).map(({ photoId, material }) => ({ photoId, material })),
    noticeVersion,
    promise: { ...promise, accepted: true },
  };
}
