// Relations and applications of an area in numbers.
import type { ApplicationReport, Relation, RelationReport } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { daysOf } from '../finance/calendar.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findReason } from '../review/reasons.ts';

export async function readRelations(client: Queryable, area: string): Promise<RelationReport> {
  const { rows } = await client.query<{
    relation: Relation;
    memberArea: string;
    active: number;
    ended: number;
  }>(
    `select relation, member_area as "memberArea", count(*) filter (where state = 'active') as active,
       count(*) filter (where state = 'ended') as ended
     from gongji.relation where area = $1 group by relation, member_area order by 1, 3 desc`,
    [area],
  );
  return { rows: rows.map(({ memberArea, ...row }) => ({ ...row, memberAreaName: areaName(memberArea) })) };
}

/** Steps of applications in a month; approvals by the system carry their outcome in `decided` as reviewers' do. */
const stepsOfMonth = `
  select subject_id as id, kind, at, business_date as day, payload from gongji.action
  where subject_kind = 'application' and area = $1
    and at >= ($2::date)::timestamp at time zone 'Asia/Shanghai' and at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
const days = (share: number, of: string) =>
  `(percentile_cont(${share}) within group (order by extract(epoch from ${of}) / 86400))::float8`;

export async function readApplications(
  client: Queryable,
  area: string,
  month: string,
  at: Date,
): Promise<ApplicationReport> {
  const { from, to } = daysOf(month);
  const { rows: perDay } = await client.query<{ day: string; received: number; decided: number }>(
    `select day::text as day, count(*) filter (where kind = 'submitted') as received,
       count(*) filter (where kind in ('approved', 'rejected')) as decided
     from (${stepsOfMonth}) as step where kind in ('submitted', 'approved', 'rejected') group by day order by day`,
    [area, from, to],
  );
  const { rows: decided } = await client.query<{
    p50: number | null;
    p90: number | null;
    count: number;
    right: number;
  }>(
    `select ${days(0.5, 'decided.at - application.submitted_at')} as p50, ${days(0.9, 'decided.at - application.submitted_at')} as p90,
       count(*) as count, count(*) filter (where decided.kind = 'approved' and not exists (
         select from gongji.action asked where asked.subject_kind = 'application' and asked.subject_id = decided.id
           and asked.kind = 'more-requested')) as right
     from (${stepsOfMonth}) as decided join gongji.application on application.application_id = decided.id
     where decided.kind in ('approved', 'rejected')`,
    [area, from, to],
  );
  const { rows: backlog } = await client.query<ApplicationReport['backlog'][number]>(
    `select state, count(*) as count from gongji.application
     where area = $1 and state in ('awaiting-member', 'in-review', 'more-requested') group by state order by state`,
    [area],
  );
  const { rows: ages } = await client.query<{ p50: number | null; p90: number | null }>(
    `select ${days(0.5, '$2::timestamptz - submitted_at')} as p50, ${days(0.9, '$2::timestamptz - submitted_at')} as p90
     from gongji.application where area = $1 and state in ('awaiting-member', 'in-review', 'more-requested')`,
    [area, at],
  );
  const { rows: reasons } = await client.query<{
    outcome: 'rejected' | 'more-requested';
    reason: string;
    count: number;
  }>(
    `select kind as outcome, coalesce(payload ->> 'reasonCode', '') as reason, count(*) as count
     from (${stepsOfMonth}) as step where kind in ('rejected', 'more-requested') group by 1, 2 order by 3 desc, 1, 2`,
    [area, from, to],
  );
  const { p50 = null, p90 = null, count = 0, right = 0 } = decided[0] ?? {};
  return {
    month,
    received: perDay.reduce((sum, day) => sum + day.received, 0),
    decided: count,
    decisionDays: { p50, p90 },
    firstTimeRightPerTenThousand: count === 0 ? null : Math.round((right * 10_000) / count),
    backlog,
    backlogDays: { p50: ages[0]?.p50 ?? null, p90: ages[0]?.p90 ?? null },
    days: perDay,
    reasons: reasons.map((row) => ({ ...row, label: reasonLabel(row.reason) })),
  };
}

/** The reviewer's words for a reason; the system's own decisions carry none. */
const reasonLabel = (code: string): string => findReason(code)?.label ?? (code || '系统按规则决定');
