// Receipts and proofs: the calls. Each answers what is printed, to those whose affair it is.
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { Receipt } from './receipt.ts';

export interface ReceiptService {
  /** Of a paid premium, to payer and member; `not-found` while it is not paid. */
  premium(context: Context, paymentId: string): Promise<Result<Receipt>>;
  /** Of a bill to its patient: all of it; to a giver: what was taken from their account, and nothing of the treatment. */
  usage(context: Context, usageId: string): Promise<Result<Receipt>>;
  /** Of a relation to giver and member: that it was bound, or that it was ended. */
  relation(context: Context, relationId: string): Promise<Result<Receipt>>;
}
