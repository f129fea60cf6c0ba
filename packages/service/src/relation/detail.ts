// One relation as giver or member sees it: what is allowed, what counts towards the limit, what was done.
import type { RelationDetail } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { relationHistory } from './history.ts';
import { relationColumns, relationView, usedInYear } from './row.ts';
import type { RelationRecord } from './row.ts';
import { usedKey, usedUnderLimit } from './used.ts';

export async function findRelation(
  client: Queryable,
  relationId: string,
): Promise<RelationRecord | undefined> {
  const { rows } = await client.query<RelationRecord>(
    `select ${relationColumns} from gongji.relation where relation_id = $1`,
    [relationId],
  );
  return rows[0];
}

/** Locked until the transaction ends: no payment under it begins, and none is under way. */
export async function lockRelation(
  client: PoolClient,
  relationId: string,
): Promise<RelationRecord | undefined> {
  const { rows } = await client.query<RelationRecord>(
    `select ${relationColumns} from gongji.relation where relation_id = $1 for update`,
    [relationId],
  );
  return rows[0];
}

export async function relationDetail(
  client: Queryable,
  cipher: FieldCipher,
  relation: RelationRecord,
  readerNo: string,
  today: string,
): Promise<RelationDetail> {
  const people = await findPeople(client, cipher, [relation.giverNo, relation.memberNo]);
  const used = await usedInYear(client, [relation], today.slice(0, 4));
  const counted = await usedUnderLimit(client, [relation], [today]);
  return {
    relation: relationView(relation, people, used),
    countedThisYearFen: counted.get(usedKey(relation, today)) ?? 0,
    history: await relationHistory(client, relation.relationId, relation.giverNo === readerNo),
  };
}

/** `not-found` for anybody but giver and member. */
export async function getRelation(
  pool: Queryable,
  cipher: FieldCipher,
  { actor, today }: Context,
  relationId: string,
): Promise<Result<RelationDetail>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const relation = await findRelation(pool, relationId);
  if (!relation || (relation.giverNo !== actor.personNo && relation.memberNo !== actor.personNo)) {
    return refuse('not-found');
  }
  return done(await relationDetail(pool, cipher, relation, actor.personNo, today));
}
