// Paying a relative's residents' premium: the calls.
import type {
  PremiumBody,
  PremiumChoices,
  PremiumOrder,
  PremiumOrderBody,
  PremiumOrderQuote,
  PremiumOrderQuoteBody,
  PremiumPayment,
  PremiumPayments,
  PremiumQuote,
  PremiumQuoteBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface PremiumService {
  /** Oneself (when insured as a resident) and the members whose giver one is, with the years that can be chosen. */
  choices(context: Context): Promise<Result<PremiumChoices>>;
  /** What would be paid, from what, and when benefits begin; kept for 30 minutes, for this person only. */
  quote(context: Context, body: z.infer<typeof PremiumQuoteBody>): Promise<Result<PremiumQuote>>;
  /**
   * Pays what was shown. Nothing is taken when anything shown has changed (`shown-amount-changed`), when the year is
   * paid or being paid already, or when the balance is short and no cash was agreed to (`shortfall`).
   */
  pay(context: Context, body: z.infer<typeof PremiumBody>, key: string): Promise<Result<PremiumPayment>>;
  /** Payments that the person made or that were made for them, the newest first. */
  list(context: Context): Promise<Result<z.infer<typeof PremiumPayments>>>;
  get(context: Context, paymentId: string): Promise<Result<PremiumPayment>>;
  /** Only while cash is awaited, else `state-changed`. Cash that was paid meanwhile is refunded. */
  cancel(context: Context, paymentId: string, key: string): Promise<Result<PremiumPayment>>;
  /** The premiums of several people from one account, each reckoned after those before it; kept for 30 minutes. */
  quoteOrder(
    context: Context,
    body: z.infer<typeof PremiumOrderQuoteBody>,
  ): Promise<Result<PremiumOrderQuote>>;
  /**
   * Begins all payments of an order or none: a refusal (`premium-order-stopped`) names the person and has taken nothing.
   * From then on each payment goes its own way and stands or goes back by itself.
   */
  payOrder(
    context: Context,
    body: z.infer<typeof PremiumOrderBody>,
    key: string,
  ): Promise<Result<PremiumOrder>>;
  /** To its payer only. */
  order(context: Context, orderId: string): Promise<Result<PremiumOrder>>;
  /** Moves one unfinished payment as far as it goes now; safe from several processes at once. */
  advance(paymentId: string, at: Date): Promise<void>;
  /** Advances every unfinished payment; one that fails does not stop the others. */
  resume(at: Date): Promise<void>;
}
