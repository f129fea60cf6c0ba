// The lists behind the dashboards' numbers: the newest 200, without names.
import type { Relation, ReportList, ReportListBody } from '@gongji/contract';
import { relationWords } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { journalIdOf } from '../finance/account.ts';
import { daysOf } from '../finance/calendar.ts';
import type { Queryable } from '../kernel/transact.ts';

const mostListed = 200;
const day = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date::text as day`;

type Item = ReportList['items'][number];
type Asked<List extends ReportListBody['list']> = Extract<ReportListBody, { list: List }>;

export async function readList(client: Queryable, area: string, body: ReportListBody): Promise<ReportList> {
  return { items: await itemsOf(client, area, body) };
}

function itemsOf(client: Queryable, area: string, body: ReportListBody): Promise<Item[]> {
  switch (body.list) {
    case 'money':
      return payments(client, body);
    case 'relations':
      return relations(client, area, body);
    case 'applications':
      return applications(client, area, body);
    case 'reasons':
      return reasons(client, area, body);
    case 'premiums':
      return premiums(client, body);
  }
}

async function payments(client: Queryable, { month, purpose, source }: Asked<'money'>): Promise<Item[]> {
  const { from, to } = daysOf(month);
  const { rows } = await client.query<{
    journal: number;
    day: string;
    fromArea: string;
    toArea: string;
    isBack: boolean;
    fen: number;
    reference: string;
  }>(
    `select journal, day::text as day, from_area as "fromArea", to_area as "toArea", is_back as "isBack", fen, reference
     from gongji.report_payments($1, $2, $3, $4, $5)`,
    [from, to, purpose, source, mostListed],
  );
  return rows.map((row) => ({
    ...{ id: row.reference, day: row.day, journalId: journalIdOf(row.journal) },
    text: `${areaName(row.fromArea)} → ${areaName(row.toArea)}${row.isBack ? '（退回）' : ''}`,
    fen: row.isBack ? -row.fen : row.fen,
  }));
}

async function relations(
  client: Queryable,
  area: string,
  { relation, state }: Asked<'relations'>,
): Promise<Item[]> {
  const { rows } = await client.query<{ id: string; day: string; memberArea: string; relation: Relation }>(
    `select relation_id as id, ${day('coalesce(ended_at, since)')}, member_area as "memberArea", relation
     from gongji.relation where area = $1 and relation = $2 and state = $3
     order by coalesce(ended_at, since) desc, relation_id limit ${mostListed}`,
    [area, relation, state],
  );
  return rows.map((row) => ({
    ...{ id: row.id, day: row.day, fen: null, journalId: null },
    text: `${relationWords[row.relation]}，${areaName(row.memberArea)}参保`,
  }));
}

async function applications(
  client: Queryable,
  area: string,
  { state }: Asked<'applications'>,
): Promise<Item[]> {
  const { rows } = await client.query<{ id: string; day: string; relation: Relation }>(
    `select application_id as id, ${day('submitted_at')}, relation from gongji.application
     where area = $1 and state = $2 order by submitted_at, application_id limit ${mostListed}`,
    [area, state],
  );
  return rows.map((row) => ({
    ...{ id: row.id, day: row.day, fen: null, journalId: null },
    text: relationWords[row.relation],
  }));
}

async function reasons(
  client: Queryable,
  area: string,
  { month, outcome, reason }: Asked<'reasons'>,
): Promise<Item[]> {
  const { from, to } = daysOf(month);
  const { rows } = await client.query<{ id: string; day: string; relation: Relation }>(
    `select step.subject_id as id, ${day('step.at')}, application.relation from gongji.action step
     join gongji.application on application.application_id = step.subject_id
     where step.subject_kind = 'application' and step.area = $1 and step.kind = $4
       and coalesce(step.payload ->> 'reasonCode', '') = $5
       and step.at >= ($2::date)::timestamp at time zone 'Asia/Shanghai'
       and step.at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
     order by step.at desc, step.subject_id limit ${mostListed}`,
    [area, from, to, outcome, reason],
  );
  return rows.map((row) => ({
    ...{ id: row.id, day: row.day, fen: null, journalId: null },
    text: relationWords[row.relation],
  }));
}

async function premiums(client: Queryable, { coverageYear, state }: Asked<'premiums'>): Promise<Item[]> {
  const { rows } = await client.query<{ id: string; day: string; fen: number }>(
    `select payment_id as id, day::text as day, amount_fen as fen from gongji.report_premium
     where coverage_year = $1 and state = $2 order by day desc, payment_id limit ${mostListed}`,
    [coverageYear, state],
  );
  return rows.map((row) => ({ ...row, text: `${coverageYear} 年度居民医保费`, journalId: null }));
}
