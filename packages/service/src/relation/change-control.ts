// The giver changes what a member may do, or pauses it at once: an action with before and after, and word to both sides.
import type { Control, ControlBody, RelationDetail } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { toBothSides, writeNotices } from '../notice/write.ts';
import { lockRelation, relationDetail } from './detail.ts';
import type { RelationRecord } from './row.ts';

export type Deps = Pick<ServiceDeps, 'pool' | 'ledger' | 'cipher' | 'library'>;

interface Change {
  kind: 'control-changed' | 'paused' | 'resumed';
  control: Control;
}

/** Refused: `control-changed` when another version was seen, `control-days-wrong`, `state-changed` after the ending. */
export const changeControl = (
  deps: Deps,
  context: Context,
  relationId: string,
  body: ControlBody,
  key: string,
): Promise<Result<RelationDetail>> => {
  const { seenVersion, ...wanted } = body;
  const content = { call: 'changeControl', relationId, body };
  return change(deps, context, relationId, { key, content }, (relation) => {
    if (relation.controlVersion !== seenVersion) return refuse('control-changed');
    const { usableFrom, usableTo } = wanted;
    if (usableTo !== null && (usableTo < context.today || (usableFrom !== null && usableTo < usableFrom))) {
      return refuse('control-days-wrong', undefined, 'usableTo');
    }
    const purposes = [...new Set(wanted.purposes)].sort();
    return done({
      kind: 'control-changed',
      control: { ...wanted, purposes, paused: relation.control.paused },
    });
  });
};

/** Pausing what is paused changes nothing and is no error: who is worried taps twice. */
export const pauseRelation = (
  deps: Deps,
  context: Context,
  relationId: string,
  { paused }: { paused: boolean },
  key: string,
): Promise<Result<RelationDetail>> => {
  const content = { call: 'pauseRelation', relationId, paused };
  return change(deps, context, relationId, { key, content }, ({ control }) =>
    done(
      control.paused === paused
        ? undefined
        : { kind: paused ? 'paused' : 'resumed', control: { ...control, paused } },
    ),
  );
};

async function change(
  deps: Deps,
  context: Context,
  relationId: string,
  { key, content }: { key: string; content: unknown },
  decide: (relation: RelationRecord) => Result<Change | undefined>,
): Promise<Result<RelationDetail>> {
  const { pool, cipher } = deps;
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  return transact(pool, (client) =>
    idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
      const relation = await lockRelation(client, relationId);
      if (relation?.giverNo !== actor.personNo) return refuse('not-found');
      if (relation.state !== 'active') return refuse('state-changed');
      const decided = decide(relation);
      if (!decided.ok) return decided;
      if (!decided.value) {
        return done(await relationDetail(client, cipher, relation, actor.personNo, context.today));
      }
      const { kind, control } = decided.value;
      const next = { ...relation, control, controlVersion: relation.controlVersion + 1 };
      await client.query(
        `update gongji.relation set limit_payment_fen = $2, limit_year_fen = $3, purposes = $4, usable_from = $5,
           usable_to = $6, paused = $7, control_version = $8 where relation_id = $1`,
        [
          relationId,
          control.limitPaymentFen,
          control.limitYearFen,
          control.purposes,
          control.usableFrom,
          control.usableTo,
          control.paused,
          next.controlVersion,
        ],
      );
      await appendAction(client, cipher, context, {
        area: relation.area,
        subjectKind: 'relation',
        subjectId: relationId,
        kind,
        payload: { before: { ...relation.control }, after: { ...control }, version: next.controlVersion },
      });
      const event = `control:${next.controlVersion}`;
      await writeNotices(client, toBothSides(next, { kind: 'control-changed', at: context.at, event }));
      await notifyChanged(client, [relation.giverNo, relation.memberNo]);
      return done(await relationDetail(client, cipher, next, actor.personNo, context.today));
    }),
  );
}
