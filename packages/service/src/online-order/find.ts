// One online order as its institution asks for it (6301).
import type { ServiceDeps } from '../deps.ts';
import type { Message } from '../hospital/message.ts';
import { done } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { orderOf, readOrders } from './order.ts';
import type { OnlineOrder, OrderName } from './order.ts';
import { reversalToken } from './token.ts';

export interface FoundOrder {
  order: OnlineOrder;
  /** `''` while it is unpaid, given back, or an hour after the payment. */
  reversalToken: string;
}

/** Refused: `order-unknown`, `patient-differs`. */
export async function findOrder(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  { institution, context }: Pick<Message, 'institution' | 'context'>,
  name: OrderName,
): Promise<Result<FoundOrder>> {
  const found = orderOf(await readOrders(pool, cipher, [name.orderId]), cipher, institution.code, name);
  if (!found.ok) return found;
  const { settlementId, paidAt, isReversed } = found.value;
  const token =
    settlementId === null || paidAt === null || isReversed
      ? ''
      : reversalToken(cipher, { settlementId, paidAt }, context.at);
  return done({ order: found.value, reversalToken: token });
}
