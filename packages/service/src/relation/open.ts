// Opens a relation: under locks on both people, within the limit, never twice.
import type { Relation } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';

export interface NewRelation {
  area: string;
  giverNo: string;
  memberNo: string;
  memberArea: string;
  relation: Relation;
  applicationId: string | null;
  since: Date;
}

/**
 * Inserts an active relation behind the member's other givers and answers its id. The caller holds the locks of both
 * people (`lockPeople`) and has made sure that the pair is not bound.
 */
export async function openRelation(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  relation: NewRelation,
): Promise<string> {
  const relationId = newId('relation');
  const { area, giverNo, memberNo, applicationId } = relation;
  await client.query(
    `insert into gongji.relation (relation_id, area, giver_no, member_no, member_area, relation, state, position, since,
       application_id)
     select $1, $2, $3, $4, $5, $6, 'active', coalesce(max(position), 0) + 1, $7, $8
     from gongji.relation where member_no = $4`,
    [
      relationId,
      area,
      giverNo,
      memberNo,
      relation.memberArea,
      relation.relation,
      relation.since,
      applicationId,
    ],
  );
  await appendAction(client, cipher, context, {
    area,
    subjectKind: 'relation',
    subjectId: relationId,
    kind: 'opened',
    payload: { giverNo, memberNo, relation: relation.relation, applicationId },
  });
  return relationId;
}
