// What the records of the area say about cases beside their own answers: the same member elsewhere, many new members.
import type { Queryable } from '../kernel/transact.ts';

export interface Signals {
  /** Other givers' applications for the same member that are under way. */
  otherOpen: number;
  /** Other givers the member is bound to. */
  otherGivers: number;
  /** Members that the giver added in the last 30 days. */
  recentMembers: number;
  /** Times that the same two people were turned down in the last 180 days. */
  rejectedBefore: number;
}

export const noSignals: Signals = { otherOpen: 0, otherGivers: 0, recentMembers: 0, rejectedBefore: 0 };

/** Signals of these cases by id; the database role sees one area only. */
export async function signalsOf(
  client: Queryable,
  applicationIds: readonly string[],
  at: Date,
): Promise<Map<string, Signals>> {
  const { rows } = await client.query<Signals & { applicationId: string }>(
    `select a.application_id as "applicationId",
       (select count(*)::int from gongji.application o where o.area = a.area
          and o.member_id_number_hash = a.member_id_number_hash and o.giver_no <> a.giver_no
          and o.state in ('submitted', 'awaiting-member', 'in-review', 'more-requested')) as "otherOpen",
       (select count(*)::int from gongji.relation r where r.member_no = a.member_no and r.giver_no <> a.giver_no
          and r.state = 'active') as "otherGivers",
       (select count(*)::int from gongji.relation r where r.giver_no = a.giver_no
          and r.since > $2::timestamptz - interval '30 days') as "recentMembers",
       (select count(*)::int from gongji.application o where o.giver_no = a.giver_no
          and o.member_id_number_hash = a.member_id_number_hash and o.state = 'rejected' and o.application_id <> a.application_id
          and o.submitted_at > $2::timestamptz - interval '180 days') as "rejectedBefore"
     from gongji.application a where a.application_id = any($1::text[])`,
    [applicationIds, at],
  );
  return new Map(rows.map(({ applicationId, ...signals }) => [applicationId, signals]));
}
