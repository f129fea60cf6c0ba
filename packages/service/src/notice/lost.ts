// Messages that were given up: administrators see those of their area and have them sent again.
import type { LostMessages } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { isNoticeKind, noticeText } from './kinds.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher'>;

interface Row {
  noticeId: string;
  way: LostMessages['items'][number]['way'];
  personNo: string;
  kind: string;
  attempts: number;
  failure: LostMessages['items'][number]['failure'];
  writtenAt: Date;
  endedAt: Date;
}

const mostListed = 200;

export const lostMessages = ({ pool }: Deps, { actor }: StaffContext): Promise<Result<LostMessages>> =>
  transactAsStaff(pool, actor.area, async (client) => {
    const { rows } = await client.query<Row>(
      `select notice_id as "noticeId", way, person_no as "personNo", kind, attempts, failure,
         written_at as "writtenAt", ended_at as "endedAt"
       from gongji.notice_message where state = 'dead' order by ended_at desc limit $1`,
      [mostListed],
    );
    const { rows: counts } = await client.query<{ waiting: number; dead: number }>(
      `select count(*) filter (where state = 'waiting')::int as waiting,
         count(*) filter (where state = 'dead')::int as dead
       from gongji.notice_message where state <> 'sent'`,
    );
    return done({
      waiting: counts[0]?.waiting ?? 0,
      lost: counts[0]?.dead ?? 0,
      items: rows.map(({ kind, writtenAt, endedAt, ...row }) => ({
        ...row,
        title: isNoticeKind(kind) ? noticeText(kind).title : kind,
        writtenAt: instantText(writtenAt),
        endedAt: instantText(endedAt),
      })),
    });
  });

export function sendAgain(
  { pool, cipher }: Deps,
  context: StaffContext,
  noticeId: string,
  way: string,
  key: string,
): Promise<Result<Record<string, never>>> {
  const { area } = context.actor;
  const content = { call: 'sendMessageAgain', noticeId, way };
  return transactAsStaff(pool, area, (client) =>
    idempotent(client, cipher, { context, area, key, content }, async () => {
      const { rows } = await client.query<{ state: string }>(
        `select state from gongji.notice_message where notice_id = $1 and way = $2 for update`,
        [noticeId, way],
      );
      if (!rows[0]) return refuse('not-found');
      if (rows[0].state !== 'dead') return refuse('state-changed');
      await client.query(
        `update gongji.notice_message
         set state = 'waiting', attempts = 0, next_at = now(), ended_at = null, failure = null
         where notice_id = $1 and way = $2`,
        [noticeId, way],
      );
      await appendAction(client, cipher, context, {
        ...{ area, subjectKind: 'notice', subjectId: noticeId, kind: 'sent-again', payload: { way } },
      });
      return done({});
    }),
  );
}
