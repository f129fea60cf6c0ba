// The next step of a payment by where it stands, and the outside call that the step is made of.
import type { ServiceDeps } from '../deps.ts';
import type { CashChannelPort } from '../kernel/ports.ts';
import type { PersonRecord } from '../person/record.ts';
import type { Payment } from './payment.ts';
import type { PremiumEvent } from './states.ts';

/** Cash that nobody pays for a day gives the year free again. */
const cashHours = 24;

export type OutsidePlan = 'create-order' | 'query-order' | 'close-order' | 'pay' | 'query' | 'refund';
export type Plan = OutsidePlan | 'note-silence' | 'finish-return' | 'none';

/** What an outside call told us. */
export type Answer =
  | { kind: 'nothing-new' }
  /** The channel's page for the cash; null when its order has to be made anew. */
  | { kind: 'pay-page'; payUrl: string | null }
  | { kind: 'never-arrived' }
  | {
      kind: 'event';
      event: PremiumEvent;
      details?: { cashPaid?: true; cashRefunded?: true; taxReceiptNo?: string; reason?: string };
    };

const nothingNew: Answer = { kind: 'nothing-new' };

/** Whether the cash order is to be closed: the person said so, a day has passed, or nothing is held any more. */
function isCashGivenUp(payment: Payment, at: Date, holdIsGone: boolean): boolean {
  return (
    holdIsGone ||
    payment.cancelRequested ||
    at.getTime() - payment.createdAt.getTime() >= cashHours * 3_600_000
  );
}

/** Pure. A payment in `sending` that was sent already got no answer: whoever sent it is gone. */
export function planOf(payment: Payment, at: Date, holdIsGone: boolean): Plan {
  switch (payment.state) {
    case 'awaiting-cash':
      if (isCashGivenUp(payment, at, holdIsGone)) return 'close-order';
      return payment.cashPayUrl === null ? 'create-order' : 'query-order';
    case 'sending':
      return payment.sentAt === null ? 'pay' : 'note-silence';
    case 'unknown':
      return 'query';
    case 'returning':
      return payment.cashPaid && !payment.cashRefunded ? 'refund' : 'finish-return';
    case 'paid':
    case 'returned':
      return 'none';
  }
}

/** Makes one outside call; the payment's id is the reference everywhere, so that a call made again is the same call. */
export async function callOutside(
  deps: Pick<ServiceDeps, 'ports' | 'publicUrl'>,
  plan: OutsidePlan,
  payment: Payment,
  member: PersonRecord,
): Promise<Answer> {
  const { taxBureau, cashChannel } = deps.ports;
  const reference = payment.paymentId;
  switch (plan) {
    case 'create-order': {
      const order = await cashChannel.createOrder({
        reference,
        amountFen: payment.cashFen,
        area: payment.area,
        subject: `${payment.coverageYear} 年度城乡居民医保费差额`,
        returnUrl: `${deps.publicUrl}/premiums/${payment.paymentId}`,
      });
      return order.result === 'created' ? { kind: 'pay-page', payUrl: order.payUrl } : nothingNew;
    }
    case 'query-order':
      return orderAnswer(await cashChannel.queryOrder(reference));
    case 'close-order':
      return closeOrder(cashChannel, payment);
    case 'pay': {
      const { idNumber } = member;
      const { memberArea: area, coverageYear, amountFen } = payment;
      return bureauAnswer(await taxBureau.pay({ reference, idNumber, area, coverageYear, amountFen }));
    }
    case 'query':
      return bureauAnswer(await taxBureau.query(reference), true);
    case 'refund': {
      const refund = await cashChannel.refundOrder(reference);
      if (refund.result !== 'refunded') return nothingNew;
      return { kind: 'event', event: 'money-returned', details: { cashRefunded: true } };
    }
  }
}

type OrderState = Awaited<ReturnType<CashChannelPort['queryOrder']>>;

function orderAnswer(order: OrderState): Answer {
  switch (order.result) {
    case 'paid':
      return { kind: 'event', event: 'cash-paid', details: { cashPaid: true } };
    case 'closed':
    case 'refunded':
      return { kind: 'event', event: 'cash-closed' };
    case 'never-arrived':
      return { kind: 'pay-page', payUrl: null };
    case 'waiting':
    case 'silent':
      return nothingNew;
  }
}

/** Paid just before it was to be closed: the last word was to give it up, so the cash goes back as well. */
async function closeOrder(cashChannel: CashChannelPort, payment: Payment): Promise<Answer> {
  const paid: Answer = { kind: 'event', event: 'cancelled', details: { cashPaid: true } };
  if (payment.cashPayUrl === null) {
    // Whether an order was made is not known: nobody answered when it was asked for.
    const order = await cashChannel.queryOrder(payment.paymentId);
    if (order.result === 'never-arrived') return { kind: 'event', event: 'cancelled' };
    if (order.result === 'paid') return paid;
    if (order.result !== 'waiting') return orderAnswer(order);
  }
  const closed = await cashChannel.closeOrder(payment.paymentId);
  if (closed.result === 'silent') return nothingNew;
  return closed.result === 'paid' ? paid : { kind: 'event', event: 'cancelled' };
}

type BureauState = Awaited<ReturnType<ServiceDeps['ports']['taxBureau']['query']>>;

function bureauAnswer(answer: BureauState, isQuery = false): Answer {
  switch (answer.result) {
    case 'accepted':
      return { kind: 'event', event: 'bureau-accepted', details: { taxReceiptNo: answer.taxReceiptNo } };
    case 'refused':
      return { kind: 'event', event: 'bureau-refused', details: { reason: answer.reason } };
    case 'never-arrived':
      return { kind: 'never-arrived' };
    case 'silent':
      return isQuery ? nothingNew : { kind: 'event', event: 'bureau-silent' };
  }
}
