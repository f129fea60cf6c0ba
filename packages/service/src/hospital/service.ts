// The institutions' interface: the calls.
import type { Credentials, InstitutionMark, OnlineOrder, OnlineOrders } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { OnceMessage } from './answer.ts';
import type { Desk } from './desk.ts';
import type { Entitlement, EntitlementQuestion } from './entitlement.ts';
import type { HospitalFile } from './file.ts';
import type { Insured } from './insured.ts';
import type { InstitutionKey } from './key.ts';
import type { FoundOrder } from '../online-order/find.ts';
import type { OrderName } from '../online-order/order.ts';
import type { RefundedOrder, RefundWish } from '../online-order/refund.ts';
import type { Message } from './message.ts';
import type { Claim } from './patient.ts';
import type { ComparedRow, Period, TheirRow, Totals } from './reconcile.ts';
import type { ReversedBill, Revoked, SettlementName } from './reversal.ts';
import type { HospitalWorks } from './works.ts';

/** An institution with its 统一社会信用代码, where that is known. */
export type ListedInstitution = InstitutionMark & { uscc: string | null };

export interface HospitalService extends Desk<HospitalWorks> {
  /** The key that a message names; undefined when nobody has it. */
  key(accessKey: string): Promise<InstitutionKey | undefined>;
  /** The person behind a credential. Refused: `credential-…`, `card-number-missing`, `patient-not-found`, `patient-differs`. */
  insured(context: Context, claim: Claim): Promise<Result<Insured>>;
  /** Whether the pooled fund pays. Refused: `patient-not-found`, `patient-differs`. */
  entitlement(question: EntitlementQuestion): Promise<Result<Entitlement>>;
  /** Codes that stand for the signed-in person, and for the children in the person's care, at a till for five minutes. */
  credentials(context: Context): Promise<Result<Credentials>>;
  /** Online orders of the person and of those children, the newest first. */
  myOrders(context: Context): Promise<Result<OnlineOrders>>;
  /** Refused: `not-found`. */
  myOrder(context: Context, orderId: string): Promise<Result<OnlineOrder>>;
  /** The patient confirms on the phone. Refused: `not-found`, `my-order-closed`, `my-order-changed`. */
  payMyOrder(context: Context, orderId: string): Promise<Result<OnlineOrder>>;
  /** The answer that this message got earlier: its output, or a refusal; undefined when it is new. */
  stored(
    message: OnceMessage,
  ): Promise<{ ok: true; output: string } | Extract<Result<never>, { ok: false }> | undefined>;
  /** Gives a settlement back. Refused: `settlement-unknown`, `already-reversed`. */
  reverse(message: OnceMessage, name: SettlementName): Promise<Result<ReversedBill>>;
  /** Undoes a message whose answer was lost. Refused: `revocation-wrong`, `already-reversed`. */
  revoke(message: OnceMessage, revoked: Revoked): Promise<Result<{ settlementId: string | null }>>;
  /** What differs between our totals of a period and theirs, in words; `''` when even, and then it is noted. */
  reconcileTotals(message: OnceMessage, period: Period, theirs: Totals): Promise<string>;
  /** Our rows of a period beside theirs. */
  reconcileRows(message: OnceMessage, period: Period, theirs: readonly TheirRow[]): Promise<ComparedRow[]>;
  addFile(
    context: Context,
    institution: InstitutionMark,
    fileName: string,
    content: Uint8Array,
  ): Promise<HospitalFile>;
  /** Refused: `file-unknown`. */
  readFile(
    context: Context,
    institution: InstitutionMark,
    fileNo: string,
  ): Promise<Result<{ fileName: string; content: Buffer }>>;
  /** Open institutions whose name contains the text, or of the code; of a kind. At most 200, by code. */
  institutions(search: {
    kind: 'hospital' | 'pharmacy' | null;
    code: string;
    name: string;
  }): Promise<ListedInstitution[]>;
  /** An online order as it stands. Refused: `order-unknown`, `patient-differs`. */
  findOrder(call: Pick<Message, 'institution' | 'context'>, name: OrderName): Promise<Result<FoundOrder>>;
  /** Gives an online order back, whole or its cash. Refused: see `refundOrder`. */
  refundOrder(message: OnceMessage, wish: RefundWish): Promise<Result<RefundedOrder>>;
  /** Sends the notices of paid orders that are due at `now`, in real time; `clockAt` is written on them. How many were tried. */
  sendOrderNotices(now: Date, clockAt: Date): Promise<number>;
  /** How many notices of paid orders were sent at least once and not taken yet. */
  waitingOrderNotices(): Promise<number>;
}
