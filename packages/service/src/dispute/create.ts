// The calls about disputes, wired to the database.
import type { StaffDispute } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import { transact } from '../kernel/transact.ts';
import type { Queryable } from '../kernel/transact.ts';
import { writeNotices } from '../notice/write.ts';
import { findPeople } from '../person/store.ts';
import { findUsages, usageView } from '../usage/row.ts';
import { answerPlace, disputeOfUsage, disputesSeen, disputeView, findDispute, textPlace } from './row.ts';
import type { DisputeRow } from './row.ts';
import type { DisputeService } from './service.ts';

const mostListed = 200;

export function createDisputeService({ pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>): DisputeService {
  /** The uses of these disputes with their people, who may be of other areas. */
  async function staffViews(client: Queryable, rows: readonly DisputeRow[]): Promise<StaffDispute[]> {
    const ids = rows.map((row) => row.usageId);
    const usages = await findUsages(client, 'u.usage_id = any($1::text[])', [ids], ids.length);
    const people = await findPeople(
      client,
      cipher,
      usages.flatMap((usage) => [usage.giverNo, usage.memberNo]),
    );
    return rows.map((row) => {
      const usage = usages.find(({ usageId }) => usageId === row.usageId);
      if (!usage) throw new Error('A dispute names a use that is not there');
      return { ...disputeView(cipher, row), usage: usageView(usage, people), answeredBy: row.staffNo };
    });
  }

  return {
    async open(context, usageId, { reason, text }, key) {
      const { actor } = context;
      if (actor.kind !== 'person') return refuse('not-allowed');
      if (reason === 'other' && text.trim() === '') return refuse('text-missing', undefined, 'text');
      const content = { call: 'disputeUsage', usageId, reason, text };
      return transact(pool, (client) =>
        idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
          const { rows } = await client.query<{ area: string }>(
            `select area from gongji.usage where usage_id = $1 and giver_no = $2 and direction = 'used'`,
            [usageId, actor.personNo],
          );
          const [usage] = rows;
          if (!usage) return refuse('not-found');
          const disputeId = newId('dispute');
          const { rowCount } = await client.query(
            `insert into gongji.usage_dispute (dispute_id, area, usage_id, giver_no, reason, text_enc, opened_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
            [
              ...[disputeId, usage.area, usageId, actor.personNo, reason],
              ...[cipher.encrypt(text, textPlace(disputeId)), context.at],
            ],
          );
          if (rowCount === 0) return refuse('dispute-exists');
          await appendAction(client, cipher, context, {
            ...{ subjectKind: 'dispute', subjectId: disputeId, area: usage.area, kind: 'opened' },
            payload: { usageId, reason },
          });
          await notifyChanged(client, [`area:${usage.area}`, actor.personNo]);
          const row = await disputeOfUsage(client, usageId);
          if (!row) throw new Error('A dispute vanished');
          return done(disputeView(cipher, row));
        }),
      );
    },

    list: withRight('dispute.work', ({ actor }) =>
      transactAsStaff(pool, actor.area, async (client) => {
        const rows = await disputesSeen(client, mostListed);
        const items = await asSystem(client, actor.area, () => staffViews(client, rows));
        return done({ items, open: items.filter(({ state }) => state === 'open').length });
      }),
    ),

    answer: withRight(
      'dispute.work',
      async (
        context,
        disputeId: string,
        { outcome, text }: Parameters<DisputeService['answer']>[2],
        key: string,
      ) => {
        const { actor } = context;
        const content = { call: 'answerDispute', disputeId, outcome, text };
        const answered = await transactAsStaff(pool, actor.area, (client) =>
          idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
            const known = await findDispute(client, disputeId);
            if (!known) return refuse('not-found');
            const { rowCount } = await client.query(
              `insert into gongji.usage_dispute_answer (dispute_id, area, outcome, text_enc, staff_no, answered_at)
               values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
              [
                ...[disputeId, actor.area, outcome, cipher.encrypt(text, answerPlace(disputeId))],
                ...[actor.staffNo, context.at],
              ],
            );
            if (rowCount === 0) return refuse('state-changed');
            await appendAction(client, cipher, context, {
              ...{ subjectKind: 'dispute', subjectId: disputeId, area: actor.area, kind: 'answered' },
              payload: { outcome },
            });
            await notifyChanged(client, [known.giverNo, `area:${actor.area}`]);
            const row = await findDispute(client, disputeId);
            if (!row) throw new Error('A dispute vanished');
            const [view] = await asSystem(client, actor.area, () => staffViews(client, [row]));
            if (!view) throw new Error('A dispute vanished');
            const { usageId, giverNo } = known;
            await asSystem(client, actor.area, () =>
              writeNotices(client, [
                {
                  ...{ kind: 'dispute-answered', personNo: giverNo, area: actor.area, at: context.at },
                  ...{ reference: `${disputeId}:answered`, subjectKind: 'usage', subjectId: usageId },
                },
              ]),
            );
            return done(view);
          }),
        );
        return answered;
      },
    ),
  };
}
