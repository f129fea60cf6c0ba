// Who may pay for whom: oneself as a resident, or a member under an active relation within the province.
import type { Control } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople } from '../person/store.ts';
import { controlColumn } from '../relation/row.ts';

export interface Parties {
  payer: PersonRecord;
  member: PersonRecord;
}

/** Refused: `not-found` where a person is unknown. */
export async function findParties(
  client: Queryable,
  cipher: FieldCipher,
  payerNo: string,
  memberNo: string,
): Promise<Result<Parties>> {
  const people = await findPeople(client, cipher, [payerNo, memberNo]);
  const payer = people.get(payerNo);
  const member = people.get(memberNo);
  return payer && member ? done({ payer, member }) : refuse('not-found');
}

/** Why this payer can't pay for this member today; undefined when they can. `isBound`: the relation is active now. */
export function payingObstacle(
  { payer, member }: Parties,
  isBound: boolean,
  today: string,
): Refusal | undefined {
  const isSelf = payer.personNo === member.personNo;
  if (!isSelf && !isBound) return refuse('relation-not-active');
  if (member.scheme !== 'resident') return refuse('member-not-resident');
  if (isSelf) return undefined;
  if (payer.scheme !== 'employee') return refuse('giver-not-employee');
  if (payer.status !== 'normal') return refuse('giver-suspended');
  // Across provinces money is shared by wallet quota only, which is no premium payment from the account.
  if (payer.area.slice(0, 2) !== member.area.slice(0, 2)) {
    return refuse('member-insured-elsewhere', { areaName: areaName(member.area), date: today });
  }
  return undefined;
}

/** The relation under which the payer is a giver of the member at this moment. */
export async function findActiveRelation(
  client: Queryable,
  payerNo: string,
  memberNo: string,
): Promise<{ control: Control } | undefined> {
  const { rows } = await client.query<{ control: Control }>(
    `select ${controlColumn} as control from gongji.relation
     where giver_no = $1 and member_no = $2 and state = 'active'`,
    [payerNo, memberNo],
  );
  return rows[0];
}
