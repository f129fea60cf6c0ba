// Usages in the database, and how they are shown.
import { purposeWords } from '@gongji/contract';
import type { Usage } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import type { PartFen } from './shareable.ts';

export interface UsageRecord {
  usageId: string;
  giverNo: string;
  memberNo: string;
  purpose: Usage['purpose'];
  place: string;
  placeArea: string;
  at: Date;
  direction: Usage['direction'];
  fen: number;
  parts: PartFen[];
  subjectKind: 'settlement' | 'premium';
  subjectId: string;
  reversed: boolean;
}

const columns = `u.usage_id as "usageId", u.giver_no as "giverNo", u.member_no as "memberNo", u.purpose, u.place,
  u.place_area as "placeArea", u.at, u.direction, u.fen, u.parts, u.subject_kind as "subjectKind",
  u.subject_id as "subjectId",
  u.direction = 'used' and exists (select from gongji.usage r where r.subject_id = u.subject_id
    and r.giver_no = u.giver_no and r.direction = 'returned') as reversed`;

export async function findUsage(client: Queryable, usageId: string): Promise<UsageRecord | undefined> {
  const { rows } = await client.query<UsageRecord>(
    `select ${columns} from gongji.usage u where u.usage_id = $1`,
    [usageId],
  );
  return rows[0];
}

/** Usages for which a condition over `u` holds, the newest first; what came back at the same instant was used before. */
export async function findUsages(
  client: Queryable,
  where: string,
  values: readonly unknown[],
  limit: number,
): Promise<UsageRecord[]> {
  const { rows } = await client.query<UsageRecord>(
    `select ${columns} from gongji.usage u where ${where}
     order by u.at desc, u.direction = 'returned' desc, u.usage_id limit ${limit}`,
    [...values],
  );
  return rows;
}

/** Usages of a person as giver or as member, the newest first. */
export async function usagesOf(client: Queryable, personNo: string, limit: number): Promise<UsageRecord[]> {
  const { rows } = await client.query<UsageRecord>(
    `select ${columns} from gongji.usage u where u.giver_no = $1 or u.member_no = $1
     order by u.at desc, u.usage_id limit $2`,
    [personNo, limit],
  );
  return rows;
}

/** What each member used of a giver's money in a calendar year and did not get reversed, in fen. */
export async function usedByMember(
  client: Queryable,
  giverNo: string,
  year: string,
): Promise<{ memberNo: string; fen: number }[]> {
  const { rows } = await client.query<{ memberNo: string; fen: number }>(
    `select u.member_no as "memberNo", sum(u.fen)::bigint as fen from gongji.usage u
     where u.giver_no = $1 and u.member_no <> $1 and u.direction = 'used'
       and u.business_date between $2::date and $3::date
       and not exists (select from gongji.usage r where r.subject_id = u.subject_id
         and r.giver_no = u.giver_no and r.direction = 'returned')
     group by u.member_no order by fen desc, u.member_no`,
    [giverNo, `${year}-01-01`, `${year}-12-31`],
  );
  return rows;
}

export function usageView(record: UsageRecord, people: ReadonlyMap<string, PersonRecord>): Usage {
  const giver = people.get(record.giverNo);
  const member = people.get(record.memberNo);
  if (!giver || !member) throw new Error(`Usage ${record.usageId} names somebody unknown`);
  return {
    usageId: record.usageId,
    at: instantText(record.at),
    giver: markOf(giver),
    member: markOf(member),
    purpose: record.purpose,
    purposeText: purposeWords[record.purpose],
    place: record.place,
    areaName: areaName(record.placeArea),
    direction: record.direction,
    fen: record.fen,
    reversed: record.reversed,
  };
}
