// Links of the 亲情账户 in the database: only their state changes, and every change is an action.
import type { Queryable } from '../kernel/transact.ts';

export interface FamilyLink {
  linkId: string;
  /** Insured area of the holder. */
  area: string;
  holderNo: string;
  memberNo: string;
  state: 'asked' | 'active' | 'declined' | 'ended';
  since: Date;
}

const columns = `link_id as "linkId", area, holder_no as "holderNo", member_no as "memberNo", state, since`;

/** The links under way of this person, on either side, oldest first. */
export async function linksOf(client: Queryable, personNo: string): Promise<FamilyLink[]> {
  const { rows } = await client.query<FamilyLink>(
    `select ${columns} from gongji.family_account
     where (holder_no = $1 or member_no = $1) and state in ('asked', 'active') order by since, link_id`,
    [personNo],
  );
  return rows;
}

export async function findLink(client: Queryable, linkId: string): Promise<FamilyLink | undefined> {
  const { rows } = await client.query<FamilyLink>(
    `select ${columns} from gongji.family_account where link_id = $1`,
    [linkId],
  );
  return rows[0];
}

export async function insertLink(client: Queryable, link: FamilyLink): Promise<void> {
  await client.query(
    `insert into gongji.family_account (link_id, area, holder_no, member_no, state, since)
     values ($1, $2, $3, $4, $5, $6)`,
    [link.linkId, link.area, link.holderNo, link.memberNo, link.state, link.since],
  );
}

/** The caller holds both people's locks and has read the link under them. */
export async function moveLink(
  client: Queryable,
  linkId: string,
  state: FamilyLink['state'],
  since: Date,
): Promise<void> {
  await client.query(`update gongji.family_account set state = $2, since = $3 where link_id = $1`, [
    linkId,
    state,
    since,
  ]);
}
