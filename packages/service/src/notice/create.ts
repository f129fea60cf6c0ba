// The calls about notices, wired to the database and the message gateway.
import type { ServiceDeps } from '../deps.ts';
import { withRight } from '../kernel/rights.ts';
import { countNotices, listNotices, readNotices } from './inbox.ts';
import { lostMessages, sendAgain } from './lost.ts';
import { sendDueMessages } from './send-due.ts';
import type { NoticeService, Waiting } from './service.ts';
import { permitMessages } from './permit.ts';
import { tellWindows } from './windows.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'library' | 'log' | 'ports'>;

export const createNoticeService = (deps: Deps): NoticeService => ({
  list: (context) => listNotices(deps, context),
  count: (context) => countNotices(deps, context),
  read: (context, body) => readNotices(deps, context, body),
  permit: (person, host, permits) => permitMessages(deps, person, host, permits),
  lost: withRight('notice.manage', (context) => lostMessages(deps, context)),
  sendAgain: withRight('notice.manage', (context, noticeId: string, way: string, key: string) =>
    sendAgain(deps, context, noticeId, way, key),
  ),
  sendDue: (now) => sendDueMessages(deps, now),
  async outbox() {
    const { rows } = await deps.pool.query<Waiting>(
      `select count(*) filter (where state = 'waiting')::int as waiting,
         count(*) filter (where state = 'dead')::int as dead
       from gongji.notice_message where state = 'dead' or state = 'waiting' and attempts > 0`,
    );
    return rows[0] ?? { waiting: 0, dead: 0 };
  },
  tellWindows: (context) => tellWindows(deps, context),
});
