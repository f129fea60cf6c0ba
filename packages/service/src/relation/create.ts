// The calls about relations, wired to the database.
import { areaInfo } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { Relations } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { dayText } from '../kernel/instant.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { toBothSides, writeNotices } from '../notice/write.ts';
import { findPeople, lockPeople } from '../person/store.ts';
import { changeControl, pauseRelation } from './change-control.ts';
import type { Deps } from './change-control.ts';
import { getRelation, lockRelation } from './detail.ts';
import { openRelation } from './open.ts';
import { orderGivers } from './order-givers.ts';
import { releaseEnded, releaseHolds } from './release.ts';
import { controlColumn, relationsOf, relationView, usedInYear } from './row.ts';
import type { ActiveGiver, RelationImport, RelationService } from './service.ts';

export function createRelationService(deps: Deps): RelationService {
  const { pool, cipher } = deps;
  return {
    list: (context) => listRelations(deps, context),
    get: (context, relationId) => getRelation(pool, cipher, context, relationId),
    changeControl: (context, relationId, body, key) => changeControl(deps, context, relationId, body, key),
    pause: (context, relationId, body, key) => pauseRelation(deps, context, relationId, body, key),
    async orderGivers(context, body, key) {
      const ordered = await orderGivers(deps, context, body, key);
      return ordered.ok ? listRelations(deps, context) : ordered;
    },
    end: (context, relationId, body, key) => endRelation(deps, context, relationId, body, key),
    releaseEnded: (at) => releaseEnded(deps, at),
    importBound: (relations, at) => importBound(deps, relations, at),
    activeGivers,
  };
}

async function listRelations({ pool, cipher }: Deps, { actor, today }: Context): Promise<Result<Relations>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const relations = await relationsOf(pool, actor.personNo);
  const people = await findPeople(
    pool,
    cipher,
    relations.flatMap((relation) => [relation.giverNo, relation.memberNo]),
  );
  const used = await usedInYear(pool, relations, today.slice(0, 4));
  const views = (side: 'giverNo' | 'memberNo') =>
    relations
      .filter((relation) => relation[side] === actor.personNo)
      .map((relation) => relationView(relation, people, used));
  const received = views('memberNo').sort(
    (left, right) => left.state.localeCompare(right.state) || left.position - right.position,
  );
  return done({ given: views('giverNo'), received });
}

async function endRelation(
  deps: Deps,
  context: Context,
  relationId: string,
  body: { noticeVersion: string },
  key: string,
): ReturnType<RelationService['end']> {
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher, library } = deps;
  const content = { call: 'endRelation', relationId, body };
  let isEnded = false;
  const result = await transact(pool, (client) =>
    idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
      const relation = await lockRelation(client, relationId);
      if (!relation || (relation.giverNo !== actor.personNo && relation.memberNo !== actor.personNo)) {
        return refuse('not-found');
      }
      const info = areaInfo(library, relation.area, context.today);
      if (!info) {
        return refuse('policy-not-recorded', { what: `${areaName(relation.area)}（${context.today}）` });
      }
      if (body.noticeVersion !== info.documents.notice.version) {
        return refuse('notice-changed', undefined, 'noticeVersion');
      }
      if (relation.state !== 'active') return refuse('state-changed');
      await client.query(`update gongji.relation set state = 'ended', ended_at = $2 where relation_id = $1`, [
        relationId,
        context.at,
      ]);
      await appendAction(client, cipher, context, {
        area: relation.area,
        subjectKind: 'relation',
        subjectId: relationId,
        kind: 'ended',
        payload: {
          by: actor.personNo === relation.giverNo ? 'giver' : 'member',
          noticeVersion: body.noticeVersion,
        },
      });
      const told = toBothSides(relation, { kind: 'unbound', at: context.at, event: 'ended' });
      await writeNotices(client, told);
      await notifyChanged(client, [relation.giverNo, relation.memberNo]);
      const people = await findPeople(client, cipher, [relation.giverNo, relation.memberNo]);
      const used = await usedInYear(client, [relation], context.today.slice(0, 4));
      isEnded = true;
      return done(relationView({ ...relation, state: 'ended', endedAt: context.at }, people, used));
    }),
  );
  if (result.ok && isEnded) await releaseHolds(deps, relationId, context);
  return result;
}

/** A pair that was ever bound is left as it is: an import after an ending must not bind again. */
async function importBound(
  { pool, cipher }: Deps,
  relations: readonly RelationImport[],
  at: Date,
): Promise<void> {
  const context: Context = {
    actor: { kind: 'system', name: 'opening-data' },
    at,
    today: dayText(at),
    channel: 'import',
  };
  await transact(pool, async (client) => {
    await lockPeople(
      client,
      relations.flatMap(({ giverNo, memberNo }) => [giverNo, memberNo]),
    );
    const { rows } = await client.query<{ giver_no: string; member_no: string }>(
      `select giver_no, member_no from gongji.relation where giver_no = any($1::text[])`,
      [relations.map((relation) => relation.giverNo)],
    );
    const known = new Set(rows.map((row) => `${row.giver_no}/${row.member_no}`));
    const people = await findPeople(
      client,
      cipher,
      relations.flatMap(({ giverNo, memberNo }) => [giverNo, memberNo]),
    );
    for (const { giverNo, memberNo, relation, boundOn } of relations) {
      if (known.has(`${giverNo}/${memberNo}`)) continue;
      const giver = people.get(giverNo);
      const member = people.get(memberNo);
      if (!giver || !member)
        throw new Error(`The opening relation ${giverNo}/${memberNo} names somebody unknown`);
      await openRelation(client, cipher, context, {
        area: giver.area,
        giverNo,
        memberNo,
        memberArea: member.area,
        relation,
        applicationId: null,
        since: boundOn === undefined ? at : new Date(`${boundOn}T09:00:00+08:00`),
      });
    }
    return done(undefined);
  });
}

async function activeGivers(client: PoolClient, memberNos: readonly string[]): Promise<ActiveGiver[]> {
  const { rows } = await client.query<ActiveGiver>(
    `select relation_id as "relationId", member_no as "memberNo", giver_no as "giverNo", area as "giverArea", relation,
       position, ${controlColumn} as control
     from gongji.relation where member_no = any($1::text[]) and state = 'active'
     order by member_no, position, since, relation_id for share`,
    [memberNos],
  );
  return rows;
}
