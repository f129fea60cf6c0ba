// A person's inbox: what happened, newest first, read or not.
import type { Notice, NoticeCount, NoticeReadBody, Notices } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instant.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { isNoticeKind, noticeText } from './kinds.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher'>;

interface Row {
  noticeId: string;
  kind: string;
  at: Date;
  isRead: boolean;
  subjectKind: Notice['subject']['kind'];
  subjectId: string;
  otherNo: string | null;
  fen: string | null;
  place: string | null;
  coverageYear: number | null;
  day: string | null;
}

const mostListed = 200;

const unreadOf = async (client: Queryable, personNo: string): Promise<number> => {
  const { rows } = await client.query<{ unread: number }>(
    `select count(*)::int as unread from gongji.notice where person_no = $1 and read_at is null`,
    [personNo],
  );
  return rows[0]?.unread ?? 0;
};

/** Refused: `not-allowed`. */
export async function listNotices({ pool, cipher }: Deps, { actor }: Context): Promise<Result<Notices>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { rows } = await pool.query<Row>(
    `select notice_id as "noticeId", kind, at, read_at is not null as "isRead", subject_kind as "subjectKind",
       subject_id as "subjectId", other_no as "otherNo", fen::text, place, coverage_year as "coverageYear", day::text
     from gongji.notice where person_no = $1 order by at desc, notice_id limit $2`,
    [actor.personNo, mostListed],
  );
  const people = await findPeople(
    pool,
    cipher,
    rows.flatMap(({ otherNo }) => otherNo ?? []),
  );
  return done({
    unread: await unreadOf(pool, actor.personNo),
    items: rows.flatMap((row) => {
      const { noticeId, kind, isRead, otherNo } = row;
      if (!isNoticeKind(kind)) return [];
      const { title, text, isAsking } = noticeText(kind);
      const other = otherNo === null || otherNo === actor.personNo ? '您自己' : people.get(otherNo)?.name;
      const facts = {
        other: other ?? '家人',
        fen: Number(row.fen),
        place: row.place ?? '',
        coverageYear: row.coverageYear ?? 0,
        day: row.day ?? '',
      };
      return {
        ...{ noticeId, isRead, title, text: text(facts), isAsking: isAsking === true },
        at: instantText(row.at),
        subject: { kind: row.subjectKind, id: row.subjectId },
      };
    }),
  });
}

/** Refused: `not-allowed`. */
export async function countNotices({ pool }: Deps, { actor }: Context): Promise<Result<NoticeCount>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  return done({ unread: await unreadOf(pool, actor.personNo) });
}

/** Somebody else's notices stay as they are, whatever is named. Refused: `not-allowed`. */
export async function readNotices(
  { pool }: Deps,
  { actor, at }: Context,
  { noticeIds }: NoticeReadBody,
): Promise<Result<NoticeCount>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  return transact(pool, async (client) => {
    await client.query(
      `update gongji.notice set read_at = $3
       where person_no = $1 and read_at is null and (cardinality($2::text[]) = 0 or notice_id = any($2::text[]))`,
      [actor.personNo, noticeIds, at],
    );
    await notifyChanged(client, [actor.personNo]);
    return done({ unread: await unreadOf(client, actor.personNo) });
  });
}
