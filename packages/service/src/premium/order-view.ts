// An order of several premium payments as its payer sees it.
import type { PremiumOrder } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPayments } from './payment.ts';
import { premiumViews } from './view.ts';

export async function orderView(
  client: Queryable,
  cipher: FieldCipher,
  orderId: string,
  { paymentIds, createdAt }: { paymentIds: readonly string[]; createdAt: Date },
): Promise<PremiumOrder> {
  const found = new Map(
    (await findPayments(client, paymentIds)).map((payment) => [payment.paymentId, payment]),
  );
  const payments = await premiumViews(
    client,
    cipher,
    paymentIds.flatMap((paymentId) => found.get(paymentId) ?? []),
  );
  const [first] = payments;
  if (!first) throw new Error('An order has no payments');
  const sum = (of: 'amountFen' | 'fromAccountFen' | 'cashFen') =>
    payments.reduce((total, payment) => total + payment[of], 0);
  return {
    orderId,
    payer: first.payer,
    createdAt: instantText(createdAt),
    totalFen: sum('amountFen'),
    fromAccountFen: sum('fromAccountFen'),
    cashFen: sum('cashFen'),
    payments,
  };
}
