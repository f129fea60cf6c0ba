// The calls of the institutions' interface, wired to the database, the ledger and the policy.
import type { ServiceDeps } from '../deps.ts';
import type { RelationService } from '../relation/service.ts';
import type { SettlementService } from '../settlement/service.ts';
import { messageKey, storedAnswers } from './answer.ts';
import { createDesk } from './desk.ts';
import { readEntitlement } from './entitlement.ts';
import { addFile, readFile } from './file.ts';
import { createInsuredReader } from './insured.ts';
import { issueCredentials } from './issue.ts';
import { createKeyFinder } from './key.ts';
import { findOrder } from '../online-order/find.ts';
import { getMyOrder, listMyOrders, payMyOrder } from '../online-order/mine.ts';
import { countWaitingNotices, sendDueNotices } from '../online-order/notice.ts';
import { refundOrder } from '../online-order/refund.ts';
import { compareRows, difference, noteReconciled, ourRows, totalsOf } from './reconcile.ts';
import { reverseSettled, revokeMessage } from './reversal.ts';
import type { HospitalService, ListedInstitution } from './service.ts';
import { createWorks } from './works.ts';

interface HospitalDeps extends ServiceDeps {
  relations: Pick<RelationService, 'activeGivers'>;
  settlements: Pick<SettlementService, 'reverse'>;
}

const mostListed = 200;

export function createHospitalService(deps: HospitalDeps): HospitalService {
  const { pool, cipher, relations, settlements } = deps;
  const desk = createDesk(deps, createWorks(deps, relations));
  return {
    ...desk,
    key: createKeyFinder(deps),
    insured: createInsuredReader(deps),
    entitlement: (question) => readEntitlement(deps, question),
    credentials: (context) => issueCredentials(deps, context),
    myOrders: (context) => listMyOrders({ ...deps, desk }, context),
    myOrder: (context, orderId) => getMyOrder({ ...deps, desk }, context, orderId),
    payMyOrder: (context, orderId) => payMyOrder({ ...deps, desk }, context, orderId),
    async stored(message) {
      const found = await storedAnswers(pool, cipher, [message]);
      return found.get(messageKey(message))?.(message);
    },
    reverse: (message, name) => reverseSettled(deps, settlements, message, name, '机构撤销结算'),
    revoke: (message, revoked) => revokeMessage(deps, settlements, message, revoked),
    async reconcileTotals(message, period, theirs) {
      const ours = totalsOf(await ourRows(pool, message.institution, period));
      const text = difference(ours, theirs);
      if (text === '') await noteReconciled(deps, message, period);
      return text;
    },
    async reconcileRows(message, period, theirs) {
      return compareRows(await ourRows(pool, message.institution, period), theirs);
    },
    addFile: ({ at }, institution, fileName, content) => addFile(deps, institution, fileName, content, at),
    readFile: ({ at }, institution, fileNo) => readFile(deps, institution, fileNo, at),
    async institutions({ kind, code, name }) {
      const { rows } = await pool.query<ListedInstitution>(
        `select code, name, kind, level, area, uscc from gongji.institution
         where state = 'open' and ($1::text is null or kind = $1) and ($2 = '' or code = $2)
           and ($3 = '' or strpos(name, $3) > 0)
         order by code limit $4`,
        [kind, code, name, mostListed],
      );
      return rows;
    },
    findOrder: (call, name) => findOrder(deps, call, name),
    refundOrder: (message, wish) => refundOrder(deps, settlements, message, wish),
    sendOrderNotices: (now, clockAt) => sendDueNotices(deps, now, clockAt),
    waitingOrderNotices: () => countWaitingNotices(deps),
    close: () => desk.close(),
  };
}
