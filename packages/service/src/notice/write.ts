// Writes notices and what has to leave because of them, in the transaction that does what they tell of.
import type { PoolClient } from 'pg';
import { newId } from '../kernel/ids.ts';
import { noticeText } from './kinds.ts';
import type { NoticeKind } from './kinds.ts';

export interface NewNotice {
  kind: NoticeKind;
  /** Who is told; the area where this person is insured. */
  personNo: string;
  area: string;
  /** Names the event: the same person is told of it once. */
  reference: string;
  subjectKind:
    | 'application'
    | 'relation'
    | 'settlement'
    | 'usage'
    | 'premium'
    | 'order'
    | 'window'
    | 'family-account'
    | 'delegation';
  subjectId: string;
  /** On the business clock. */
  at: Date;
  otherNo?: string;
  fen?: number;
  place?: string;
  coverageYear?: number;
  /** 'YYYY-MM-DD'. */
  day?: string;
}

/**
 * One statement for all of them. People without a phone get no text message, and people who permitted a host nothing no
 * subscription message; the inbox has every notice. A notice that is there already stays as it is. The caller runs as the
 * application, not as staff of an area.
 */
export async function writeNotices(client: PoolClient, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const column = <Value>(of: (notice: NewNotice) => Value): Value[] => notices.map(of);
  await client.query(
    `with fresh as (
       insert into gongji.notice (notice_id, area, person_no, reference, kind, subject_kind, subject_id, other_no, fen,
         place, coverage_year, day, at)
       select n.id, n.area, n.person_no, n.reference, n.kind, n.subject_kind, n.subject_id, n.other_no, n.fen, n.place,
         n.coverage_year, n.day, n.at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::bigint[], $10::text[], $11::integer[], $12::date[], $13::timestamptz[])
         as n (id, area, person_no, reference, kind, subject_kind, subject_id, other_no, fen, place, coverage_year, day, at)
       on conflict (person_no, reference) do nothing
       returning notice_id, area, person_no, kind)
     insert into gongji.notice_message (notice_id, way, area, person_no, kind, urgent)
     select f.notice_id, w.way, f.area, f.person_no, f.kind, f.kind = any($14::text[])
     from fresh f cross join lateral (
       select 'sms' as way from gongji.person p where p.person_no = f.person_no and p.phone_enc is not null
       union all
       select s.host from gongji.subscription s where s.person_no = f.person_no and s.permits > 0) w`,
    [
      column(() => newId('notice')),
      column(({ area }) => area),
      column(({ personNo }) => personNo),
      column(({ reference }) => reference),
      column(({ kind }) => kind),
      column(({ subjectKind }) => subjectKind),
      column(({ subjectId }) => subjectId),
      column(({ otherNo }) => otherNo ?? null),
      column(({ fen }) => fen ?? null),
      column(({ place }) => place ?? null),
      column(({ coverageYear }) => coverageYear ?? null),
      column(({ day }) => day ?? null),
      column(({ at }) => at.toISOString()),
      [...new Set(column(({ kind }) => kind))].filter((kind) => noticeText(kind).isUrgent === true),
    ],
  );
}

/** Both sides of a relation are told, each with the other's name. */
export const toBothSides = (
  relation: { relationId: string; giverNo: string; area: string; memberNo: string; memberArea: string },
  notice: Pick<NewNotice, 'kind' | 'at'> & { event: string },
): NewNotice[] => {
  const { relationId, giverNo, area, memberNo, memberArea } = relation;
  const { kind, at, event } = notice;
  const told = {
    ...{ kind, at, subjectKind: 'relation' as const, subjectId: relationId },
    reference: `${relationId}:${event}`,
  };
  return [
    { ...told, personNo: giverNo, area, otherNo: memberNo },
    { ...told, personNo: memberNo, area: memberArea, otherNo: giverNo },
  ];
};
