// The row of a premium payment: read, locked, inserted, moved.
import type { PremiumState } from '@gongji/contract';
import type { HoldId } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';
import type { PremiumShown } from './shown.ts';

/** What may change after the payment was made. */
export interface PaymentProgress {
  state: PremiumState;
  cashPayUrl: string | null;
  cashPaid: boolean;
  cashRefunded: boolean;
  cancelRequested: boolean;
  sentAt: Date | null;
  taxReceiptNo: string | null;
  receiptNo: string | null;
  reasonEnc: Buffer | null;
}

export interface Payment extends PaymentProgress {
  paymentId: string;
  area: string;
  payerNo: string;
  memberNo: string;
  memberArea: string;
  coverageYear: number;
  quoteId: string;
  amountFen: number;
  fromAccountFen: number;
  cashFen: number;
  shown: PremiumShown;
  holdId: HoldId | null;
  createdAt: Date;
}

/** A payment whose row is locked, with what only the database's clock can tell. */
export interface LockedPayment extends Payment {
  /** Somebody else is talking to an outside system about it. */
  busy: boolean;
  /** How long ago the tax bureau first said that it never arrived, in ms; null when it didn't. */
  neverArrivedForMs: number | null;
}

const columns = `payment_id as "paymentId", area, payer_no as "payerNo", member_no as "memberNo",
  member_area as "memberArea", coverage_year as "coverageYear", quote_id as "quoteId", amount_fen as "amountFen",
  from_account_fen as "fromAccountFen", cash_fen as "cashFen", shown, hold_id as "holdId", created_at as "createdAt",
  state, cash_pay_url as "cashPayUrl", cash_paid as "cashPaid", cash_refunded as "cashRefunded",
  cancel_requested as "cancelRequested", sent_at as "sentAt", tax_receipt_no as "taxReceiptNo",
  receipt_no as "receiptNo", reason_enc as "reasonEnc"`;

export async function findPayment(client: Queryable, paymentId: string): Promise<Payment | undefined> {
  const { rows } = await client.query<Payment>(
    `select ${columns} from gongji.premium_payment where payment_id = $1`,
    [paymentId],
  );
  return rows[0];
}

export async function findPayments(client: Queryable, paymentIds: readonly string[]): Promise<Payment[]> {
  const { rows } = await client.query<Payment>(
    `select ${columns} from gongji.premium_payment where payment_id = any($1::text[])`,
    [paymentIds],
  );
  return rows;
}

/** Payments that the person made or that were made for them, the newest first. */
export async function paymentsOf(client: Queryable, personNo: string): Promise<Payment[]> {
  const { rows } = await client.query<Payment>(
    `select ${columns} from gongji.premium_payment where payer_no = $1 or member_no = $1
     order by created_at desc, payment_id limit 200`,
    [personNo],
  );
  return rows;
}

/** Payments of these members that did not go back. */
export async function standingPayments(
  client: Queryable,
  memberNos: readonly string[],
): Promise<Pick<Payment, 'paymentId' | 'memberNo' | 'coverageYear' | 'state'>[]> {
  const { rows } = await client.query<Pick<Payment, 'paymentId' | 'memberNo' | 'coverageYear' | 'state'>>(
    `select payment_id as "paymentId", member_no as "memberNo", coverage_year as "coverageYear", state
     from gongji.premium_payment where member_no = any($1::text[]) and state <> 'returned'`,
    [memberNos],
  );
  return rows;
}

export async function unfinishedPayments(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ payment_id: string }>(
    `select payment_id from gongji.premium_payment where state not in ('paid', 'returned') order by created_at`,
  );
  return rows.map((row) => row.payment_id);
}

/** Locks the row until the transaction ends. */
export async function lockPayment(client: PoolClient, paymentId: string): Promise<LockedPayment | undefined> {
  const { rows } = await client.query<LockedPayment>(
    `select ${columns}, coalesce(lease_until > clock_timestamp(), false) as busy,
       (extract(epoch from clock_timestamp() - never_arrived_at) * 1000)::float8 as "neverArrivedForMs"
     from gongji.premium_payment where payment_id = $1 for update`,
    [paymentId],
  );
  return rows[0];
}

/** False when there is a payment for this person and year that did not go back. */
export async function insertPayment(client: PoolClient, payment: Payment): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into gongji.premium_payment (payment_id, area, payer_no, member_no, member_area, coverage_year, quote_id,
       amount_fen, from_account_fen, cash_fen, shown, hold_id, state, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)
     on conflict do nothing`,
    [
      payment.paymentId,
      payment.area,
      payment.payerNo,
      payment.memberNo,
      payment.memberArea,
      payment.coverageYear,
      payment.quoteId,
      payment.amountFen,
      payment.fromAccountFen,
      payment.cashFen,
      JSON.stringify(payment.shown),
      payment.holdId,
      payment.state,
      payment.createdAt,
    ],
  );
  return rowCount === 1;
}

/** Writes the progress of a locked payment and ends the lease. */
export async function moveTo(
  client: PoolClient,
  payment: Payment,
  progress: Partial<PaymentProgress>,
): Promise<void> {
  const next = { ...payment, ...progress };
  await client.query(
    `update gongji.premium_payment set state = $2, version = version + 1, cash_pay_url = $3, cash_paid = $4,
       cash_refunded = $5, cancel_requested = $6, sent_at = $7, tax_receipt_no = $8, receipt_no = $9, reason_enc = $10,
       lease_until = null
     where payment_id = $1`,
    [
      next.paymentId,
      next.state,
      next.cashPayUrl,
      next.cashPaid,
      next.cashRefunded,
      next.cancelRequested,
      next.sentAt,
      next.taxReceiptNo,
      next.receiptNo,
      next.reasonEnc,
    ],
  );
}

/** The person gives the payment up; whoever talks to the cash channel now is left alone. */
export async function requestCancel(client: PoolClient, paymentId: string): Promise<void> {
  await client.query(
    'update gongji.premium_payment set cancel_requested = true, version = version + 1 where payment_id = $1',
    [paymentId],
  );
}

/** Takes the lease of a locked payment, on the database's clock, so that others leave the outside call to us. */
export async function takeLease(client: PoolClient, paymentId: string, leaseMs: number): Promise<void> {
  await client.query(
    `update gongji.premium_payment set lease_until = clock_timestamp() + $2 * interval '1 millisecond'
     where payment_id = $1`,
    [paymentId, leaseMs],
  );
}

/** Ends the lease without a move. */
export async function endLease(client: Queryable, paymentId: string): Promise<void> {
  await client.query('update gongji.premium_payment set lease_until = null where payment_id = $1', [
    paymentId,
  ]);
}

/** Notes when the tax bureau first said that the payment never arrived. */
export async function noteNeverArrived(client: PoolClient, paymentId: string): Promise<void> {
  await client.query(
    `update gongji.premium_payment
     set never_arrived_at = coalesce(never_arrived_at, clock_timestamp()), lease_until = null where payment_id = $1`,
    [paymentId],
  );
}
