// A premium payment as the person sees it.
import type { PremiumPayment } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import { explained } from '../usage/explained.ts';
import { lateSuccesses } from './late.ts';
import { ordersOf } from './order.ts';
import type { Payment } from './payment.ts';
import { nextTextOf, premiumTimelines, stateTextOf } from './timeline.ts';

export async function premiumViews(
  client: Queryable,
  cipher: FieldCipher,
  payments: readonly Payment[],
): Promise<PremiumPayment[]> {
  const reasonOf = (payment: Payment) =>
    payment.reasonEnc &&
    cipher.decryptText(payment.reasonEnc, place('premium_payment.reason_enc', payment.paymentId));
  const people = await findPeople(
    client,
    cipher,
    payments.flatMap((payment) => [payment.payerNo, payment.memberNo]),
  );
  const paymentIds = payments.map((payment) => payment.paymentId);
  const lates = await lateSuccesses(client, paymentIds);
  const orders = await ordersOf(client, paymentIds);
  const timelines = await premiumTimelines(client, payments, reasonOf);
  return payments.map((payment) => {
    const payer = people.get(payment.payerNo);
    const member = people.get(payment.memberNo);
    if (!payer || !member) throw new Error('A person of a premium payment is not on the register');
    const reason = reasonOf(payment);
    const late = lates.get(payment.paymentId);
    const { paymentId, state, coverageYear, amountFen, fromAccountFen, cashFen, shown } = payment;
    return {
      paymentId,
      state,
      stateText: stateTextOf(payment, reason, late),
      nextText: nextTextOf(payment, late),
      canPayAgain: state === 'returned' && (late === undefined || late === 'given-back'),
      orderId: orders.get(paymentId) ?? null,
      payer: markOf(payer),
      member: markOf(member),
      coverageYear,
      amountFen,
      amountFrom: shown.amountFrom,
      fromAccountFen,
      cashFen,
      cashPayUrl: state === 'awaiting-cash' && !payment.cancelRequested ? payment.cashPayUrl : null,
      benefitsFrom: shown.benefitsFrom,
      createdAt: instantText(payment.createdAt),
      timeline: timelines.get(paymentId) ?? [],
      receiptNo: payment.receiptNo,
      taxReceiptNo: payment.taxReceiptNo,
      policy: shown.policy,
      lines: explained(shown.lines),
    };
  });
}
