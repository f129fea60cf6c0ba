// A member with several givers says whose money is used first.
import type { GiverOrderBody } from '@gongji/contract';
import type { z } from 'zod';
import { appendActions } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { writeNotices } from '../notice/write.ts';
import { lockPeople } from '../person/store.ts';
import type { Deps } from './change-control.ts';

interface Place {
  relationId: string;
  area: string;
  giverNo: string;
  memberNo: string;
  position: number;
}

/** Refused: `giver-order-wrong` unless it names every active relation of the member once. */
export async function orderGivers(
  deps: Deps,
  context: Context,
  { relationIds }: z.infer<typeof GiverOrderBody>,
  key: string,
): Promise<Result<true>> {
  const { pool, cipher } = deps;
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const content = { call: 'orderGivers', relationIds };
  return transact(pool, (client) =>
    idempotent<true>(client, cipher, { context, area: actor.area, key, content }, async () => {
      // Nobody is bound to this member meanwhile: opening a relation takes this lock too.
      await lockPeople(client, [actor.personNo]);
      const { rows } = await client.query<Place>(
        `select relation_id as "relationId", area, giver_no as "giverNo", member_no as "memberNo", position
         from gongji.relation where member_no = $1 and state = 'active'
         order by position, since, relation_id for update`,
        [actor.personNo],
      );
      const isWhole = rows.length === relationIds.length && new Set(relationIds).size === rows.length;
      if (!isWhole || !rows.every((row) => relationIds.includes(row.relationId))) {
        return refuse('giver-order-wrong');
      }
      const moved = rows
        .map((row) => ({ ...row, position: relationIds.indexOf(row.relationId) + 1 }))
        .filter(
          (row) => rows.find(({ relationId }) => relationId === row.relationId)?.position !== row.position,
        );
      await client.query(
        `update gongji.relation r set position = new.position
         from unnest($1::text[], $2::int[]) as new (relation_id, position) where r.relation_id = new.relation_id`,
        [moved.map((row) => row.relationId), moved.map((row) => row.position)],
      );
      await appendActions(
        client,
        cipher,
        moved.map((row) => ({
          context,
          action: {
            area: row.area,
            subjectKind: 'relation' as const,
            subjectId: row.relationId,
            kind: 'order-changed',
            payload: {
              before: rows.find(({ relationId }) => relationId === row.relationId)?.position ?? 0,
              position: row.position,
            },
          },
        })),
      );
      await writeNotices(
        client,
        moved.map(({ relationId, area, giverNo, memberNo }) => ({
          ...{ kind: 'order-changed' as const, personNo: giverNo, area, otherNo: memberNo, at: context.at },
          reference: `${relationId}:order:${key}`,
          ...{ subjectKind: 'relation' as const, subjectId: relationId },
        })),
      );
      await notifyChanged(client, [actor.personNo, ...moved.map((row) => row.giverNo)]);
      return done(true);
    }),
  );
}
