// Refunds of online orders (6203): insurance money by the one reversal that there is, cash as the institution tells it.
import type { ServiceDeps } from '../deps.ts';
import type { OnceMessage } from '../hospital/answer.ts';
import { findClaimed } from '../hospital/patient.ts';
import { reverseSettled } from '../hospital/reversal.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { yuanText } from '../usage/money-text.ts';
import type { SettlementService } from '../settlement/service.ts';
import { lockOrders, orderOf, readOrders } from './order.ts';
import type { OnlineOrder } from './order.ts';
import { isReversalToken } from './token.ts';
import { notOpen } from './works.ts';

export interface RefundWish {
  orderId: string;
  /** The institution's own number of the refund. */
  ownNo: string;
  kind: 'ALL' | 'HI' | 'CASH';
  totalFen: number;
  cashFen: number;
  /** Null where the message leaves them out. */
  accountFen: number | null;
  fundFen: number | null;
  /** The patient's own electronic credential, or the token that the payment gave the institution for an hour. */
  token: string;
}
export interface RefundedOrder {
  refundId: string;
  /** Null when only cash goes back. */
  settlementId: string | null;
}

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>;

/**
 * Gives an order back. The wish is noted first, then the money moves, then the outcome is noted; the same message again goes on
 * where the earlier one ended. Refused: `order-unknown`, `order-not-open`, `order-differs`, `order-refund-exists`,
 * those of `findClaimed`, `already-reversed`.
 */
export async function refundOrder(
  deps: Deps,
  settlements: Pick<SettlementService, 'reverse'>,
  message: OnceMessage,
  wish: RefundWish,
): Promise<Result<RefundedOrder>> {
  const noted = await note(deps, message, wish);
  if (!noted.ok) return noted;
  const { refundId, order } = noted.value;
  const { settlementId, visitId, personNo } = order;
  const finish = (outcome: 'done' | 'refused') =>
    deps.pool.query(
      'update gongji.online_order_refund set outcome = $2 where refund_id = $1 and outcome is null',
      [refundId, outcome],
    );
  if (wish.kind === 'CASH' || settlementId === null) {
    await finish('done');
    return done({ refundId, settlementId: null });
  }
  const name = { settlementId, visitId, personNo };
  const reversed = await reverseSettled(deps, settlements, message, name, '线上订单退费');
  await finish(reversed.ok ? 'done' : 'refused');
  return reversed.ok ? done({ refundId, settlementId }) : reversed;
}

async function note(
  { pool, cipher }: Deps,
  message: OnceMessage,
  wish: RefundWish,
): Promise<Result<{ refundId: string; order: OnlineOrder }>> {
  const { institution, msgid, context } = message;
  return transact(pool, async (tx) => {
    await lockOrders(tx, [wish.orderId]);
    const order = orderOf(await readOrders(tx, cipher, [wish.orderId]), cipher, institution.code, wish);
    if (!order.ok) return order;
    const { rows } = await tx.query<{ refundId: string; msgid: string; outcome: string | null }>(
      `select refund_id as "refundId", msgid, outcome from gongji.online_order_refund
       where institution_code = $1 and (msgid = $2 or own_no = $3 and outcome is distinct from 'refused')`,
      [institution.code, msgid, wish.ownNo],
    );
    const own = rows.find((row) => row.msgid === msgid);
    if (own && own.outcome !== 'refused') return done({ refundId: own.refundId, order: order.value });
    if (own) return refuse('already-reversed');
    if (rows.length > 0) return refuse('order-refund-exists', { refund: wish.ownNo });
    const wrong = await mayGiveBack(order.value);
    if (wrong) return wrong;
    const refundId = newId('refund');
    await tx.query(
      `insert into gongji.online_order_refund (refund_id, area, order_id, institution_code, own_no, kind, cash_fen, msgid, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[refundId, order.value.person.area, wish.orderId, institution.code, wish.ownNo],
        ...[wish.kind, wish.kind === 'HI' ? 0 : wish.cashFen, msgid, context.at],
      ],
    );
    return done({ refundId, order: order.value });
  });

  async function mayGiveBack(order: OnlineOrder): Promise<Refusal | undefined> {
    const { figures, settlementId, paidAt, isReversed } = order;
    if (!figures || settlementId === null || !paidAt) return notOpen(order);
    if (wish.kind !== 'CASH' && (isReversed || order.insuranceRefund !== null)) return notOpen(order);
    // What was reversed at the desk went back whole, its cash too.
    if (wish.kind === 'CASH' && isReversed && order.insuranceRefund === null) return notOpen(order);
    const wrong = differs(wish, order.cashRefundedFen, figures);
    if (wrong !== undefined) return refuse('order-differs', { what: wrong });
    if (isReversalToken(cipher, { settlementId, paidAt }, context.at, wish.token)) return undefined;
    const credential = { kind: 'electronic' as const, number: wish.token };
    const claim = { credential, personNo: order.personNo, idNumber: '', name: '', insutype: '' };
    const [owner] = await findClaimed(pool, cipher, [{ claim, at: context.at }]);
    return owner?.ok === true ? undefined : owner;
  }
}

function differs(
  wish: RefundWish,
  cashRefundedFen: number,
  figures: NonNullable<OnlineOrder['figures']>,
): string | undefined {
  const is = (fen: number) => `应是 ${yuanText(fen)} 元`;
  const { totalFen, fundFen } = figures;
  const accountFen = figures.ownAccountFen + figures.sharedFen;
  const cashLeftFen = figures.cashFen - cashRefundedFen;
  if (wish.totalFen !== totalFen) return `总退费金额（totlRefdAmt，原交易的总金额）${is(totalFen)}`;
  if (wish.kind === 'CASH') {
    const isRight = wish.cashFen > 0 && wish.cashFen <= cashLeftFen;
    return isRight ? undefined : `现金退费金额（cashRefdAmt）应大于 0，不超过 ${yuanText(cashLeftFen)} 元`;
  }
  if (wish.accountFen !== null && wish.accountFen !== accountFen) {
    return `医保个人账户支付（psnAcctRefdAmt）${is(accountFen)}`;
  }
  if (wish.fundFen !== null && wish.fundFen !== fundFen) return `基金支付（fundRefdAmt）${is(fundFen)}`;
  const cashFen = wish.kind === 'HI' ? 0 : cashLeftFen;
  return wish.cashFen === cashFen ? undefined : `现金退费金额（cashRefdAmt）${is(cashFen)}`;
}
