// Relations in the database, and how they are shown.
import type { Control, Relation, RelationView } from '@gongji/contract';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';

export interface RelationRecord {
  relationId: string;
  /** The giver's area. */
  area: string;
  giverNo: string;
  memberNo: string;
  memberArea: string;
  relation: Relation;
  state: 'active' | 'ended';
  /** Place of the giver among the member's givers. */
  position: number;
  since: Date;
  endedAt: Date | null;
  control: Control;
  controlVersion: number;
}

/** What the giver allows, as one JSON value in the shape of the contract. */
export const controlColumn = `jsonb_build_object('limitPaymentFen', limit_payment_fen, 'limitYearFen', limit_year_fen,
  'purposes', purposes, 'usableFrom', usable_from, 'usableTo', usable_to, 'paused', paused)`;

export const relationColumns = `relation_id as "relationId", area, giver_no as "giverNo", member_no as "memberNo",
  member_area as "memberArea", relation, state, position, since, ended_at as "endedAt",
  ${controlColumn} as control, control_version as "controlVersion"`;

/** Relations of a person, as giver and as member: active ones first, then the newest. */
export async function relationsOf(client: Queryable, personNo: string): Promise<RelationRecord[]> {
  const { rows } = await client.query<RelationRecord>(
    `select ${relationColumns} from gongji.relation where giver_no = $1 or member_no = $1
     order by state, since desc, relation_id`,
    [personNo],
  );
  return rows;
}

/** A giver's active relations, in the order of binding. */
export async function activeMembersOf(client: Queryable, giverNo: string): Promise<RelationRecord[]> {
  const { rows } = await client.query<RelationRecord>(
    `select ${relationColumns} from gongji.relation where giver_no = $1 and state = 'active'
     order by since, relation_id`,
    [giverNo],
  );
  return rows;
}

/** Fen that members used from givers in a calendar year, what was returned taken off; by `giver/member`. */
export async function usedInYear(
  client: Queryable,
  relations: readonly Pick<RelationRecord, 'giverNo' | 'memberNo'>[],
  year: string,
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ giver_no: string; member_no: string; fen: number }>(
    `select giver_no, member_no, sum(case direction when 'used' then fen else -fen end)::bigint as fen
     from gongji.usage
     where (giver_no, member_no) in (select * from unnest($1::text[], $2::text[]))
       and business_date >= $3::date and business_date < $3::date + interval '1 year'
     group by giver_no, member_no`,
    [
      relations.map((relation) => relation.giverNo),
      relations.map((relation) => relation.memberNo),
      `${year}-01-01`,
    ],
  );
  return new Map(rows.map((row) => [`${row.giver_no}/${row.member_no}`, Number(row.fen)]));
}

export function relationView(
  record: RelationRecord,
  people: ReadonlyMap<string, PersonRecord>,
  used: ReadonlyMap<string, number>,
): RelationView {
  const giver = people.get(record.giverNo);
  const member = people.get(record.memberNo);
  if (!giver || !member) throw new Error(`Relation ${record.relationId} names somebody unknown`);
  return {
    relationId: record.relationId,
    giver: markOf(giver),
    member: markOf(member),
    relation: record.relation,
    state: record.state,
    since: instantText(record.since),
    endedAt: record.endedAt && instantText(record.endedAt),
    position: record.position,
    control: record.control,
    controlVersion: record.controlVersion,
    usedThisYearFen: Math.max(0, used.get(`${record.giverNo}/${record.memberNo}`) ?? 0),
  };
}
