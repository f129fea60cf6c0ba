// One event of a premium payment: the state's edge, the money, the usage and the record, in one transaction.
import type { PremiumState } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { place } from '../kernel/place.ts';
import { writeNotices } from '../notice/write.ts';
import type { NewNotice } from '../notice/write.ts';
import { openDifference } from '../reconciliation/open-difference.ts';
import { recordUsages } from '../usage/record.ts';
import { capturePremium, releasePremium } from './money.ts';
import { moveTo } from './payment.ts';
import type { Payment, PaymentProgress } from './payment.ts';
import { nextPremiumState } from './states.ts';
import type { PremiumEvent } from './states.ts';

interface EventDetails {
  cashPaid?: true;
  cashRefunded?: true;
  taxReceiptNo?: string;
  /** Why, in the words of the outside system. */
  reason?: string;
}

/** Applies an event to a locked payment. False when the event may not happen in its state: then nothing is written. */
export async function applyPremiumEvent(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  payment: Payment,
  event: PremiumEvent,
  details: EventDetails = {},
): Promise<boolean> {
  const state = nextPremiumState(payment.state, event);
  if (!state) return false;
  const { reason, ...progress } = details;
  const next: Partial<PaymentProgress> = { ...progress, state };
  if (state === 'paid') {
    if (!(await capturePremium(client, context, payment)))
      return applyPremiumEvent(client, cipher, context, payment, 'accepted-late', details);
    await recordPremiumUsage(client, context, payment);
    next.receiptNo = receiptNoOf(payment, context.today);
  }
  if (state === 'returning') await releasePremium(client, context, payment);
  if (event === 'accepted-late') {
    await openLateCase(client, cipher, context, payment, details.taxReceiptNo);
    // The number belongs to the case: this payment did not succeed.
    delete next.taxReceiptNo;
  }
  if (reason !== undefined) {
    next.reasonEnc = cipher.encrypt(reason, place('premium_payment.reason_enc', payment.paymentId));
  }
  await moveTo(client, payment, next);
  await appendAction(client, cipher, context, {
    subjectKind: 'premium',
    subjectId: payment.paymentId,
    area: payment.area,
    kind: event,
    payload: {
      from: payment.state,
      to: state,
      ...(details.cashPaid ? { cashPaidFen: payment.cashFen } : {}),
      ...(details.cashRefunded ? { cashRefundedFen: payment.cashFen } : {}),
      ...(details.taxReceiptNo === undefined ? {} : { taxReceiptNo: details.taxReceiptNo }),
    },
    ...(reason === undefined ? {} : { words: reason }),
  });
  await writeNotices(client, noticesOf(payment, state, context.at));
  await notifyChanged(client, [payment.payerNo, payment.memberNo]);
  return true;
}

/** The payer is told at once that the money was used or is free again; the member that the premium is paid. */
function noticesOf(payment: Payment, state: PremiumState, at: Date): NewNotice[] {
  const { paymentId, payerNo, memberNo, area, memberArea, coverageYear, fromAccountFen } = payment;
  const told = { at, coverageYear, subjectKind: 'premium', subjectId: paymentId } as const;
  const toPayer = { ...told, personNo: payerNo, area, otherNo: memberNo, fen: fromAccountFen };
  if (state === 'returning') {
    return [{ ...toPayer, kind: 'premium-returned', reference: `${paymentId}:returned` }];
  }
  if (state !== 'paid') return [];
  const reference = `${paymentId}:paid`;
  const toMember = { ...told, personNo: memberNo, area: memberArea, otherNo: payerNo };
  return [
    { ...toPayer, kind: 'premium-paid', reference },
    ...(memberNo === payerNo ? [] : [{ ...toMember, kind: 'premium-paid-for-you' as const, reference }]),
  ];
}

/** The tax bureau accepts after the money went back: the state stays, a finance officer gets a case, once. */
export async function noteAcceptedLate(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  payment: Payment,
  taxReceiptNo: string | undefined,
): Promise<void> {
  if (!(await openLateCase(client, cipher, context, payment, taxReceiptNo))) return;
  await appendAction(client, cipher, context, {
    ...{ subjectKind: 'premium', subjectId: payment.paymentId, area: payment.area, kind: 'accepted-late' },
    payload: {
      ...{ from: payment.state, to: payment.state },
      ...(taxReceiptNo === undefined ? {} : { taxReceiptNo }),
    },
  });
  await notifyChanged(client, [payment.payerNo, payment.memberNo]);
}

/** What the tax bureau took stands on the suspense account until the case is resolved. False when there is the case already. */
async function openLateCase(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  { paymentId, area, memberArea, amountFen }: Payment,
  taxReceiptNo: string | undefined,
): Promise<boolean> {
  const opened = await openDifference(client, context, 'tax', context.today, {
    ...{ area, reference: paymentId, kind: 'accepted', difference: 'returned-here' },
    ...{ number: taxReceiptNo ?? null, theirArea: memberArea, oursFen: amountFen, theirsFen: amountFen },
  });
  if (opened) await appendAction(client, cipher, context, opened);
  return opened !== undefined;
}

/** The payer's money was used: only what came from the account, never the cash. */
async function recordPremiumUsage(client: PoolClient, context: Context, payment: Payment): Promise<void> {
  if (payment.fromAccountFen === 0) return;
  await recordUsages(client, [
    {
      area: payment.area,
      giverNo: payment.payerNo,
      memberNo: payment.memberNo,
      purpose: 'premium',
      place: `税务部门，${payment.coverageYear} 年度`,
      placeArea: payment.memberArea,
      at: context.at,
      businessDate: context.today,
      direction: 'used',
      parts: payment.shown.parts,
      subjectKind: 'premium',
      subjectId: payment.paymentId,
    },
  ]);
}

/** Number of our receipt: the day and the end of the payment's id, e.g. `20241015-7H2K9QXA4D`. */
function receiptNoOf(payment: Payment, today: string): string {
  return `${today.replaceAll('-', '')}-${payment.paymentId.slice(-10).toUpperCase()}`;
}
