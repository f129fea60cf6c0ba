// Premiums of several people in one go: what each would cost from one account, and how each payment stands.
import { z } from 'zod';
import { Fen, InstantText, PersonMark } from './common.ts';
import { PremiumPayment, PremiumQuote, PremiumQuoteBody } from './premium.ts';

/** Most people of one order. */
const mostPeople = 10;

export const PremiumOrderQuoteBody = z.object({
  items: z
    .array(PremiumQuoteBody)
    .min(1)
    .max(mostPeople)
    .refine((items) => new Set(items.map((item) => item.memberPersonNo)).size === items.length, {
      error: '同一个人只能选一次',
    }),
});

export const PremiumOrderQuote = z.object({
  /** In the order in which the account pays: each is reckoned after those before it. */
  quotes: z.array(PremiumQuote),
  /** Who can't be paid for now, and why; the others can go on without them. */
  left: z.array(
    z.object({
      member: PersonMark,
      coverageYear: z.int(),
      message: z.string(),
      remedy: z.string(),
      /** The payment that stands already, when that is why. */
      paymentId: z.string().nullable(),
    }),
  ),
  totalFen: Fen,
  /** What relatives may use of the account before any of these is paid. */
  shareableFen: Fen,
  fromAccountFen: Fen,
  shortfallFen: Fen,
});
export type PremiumOrderQuote = z.infer<typeof PremiumOrderQuote>;

export const PremiumOrderBody = z.object({
  /** As they were quoted together, in that order. */
  quoteIds: z.array(z.string()).min(1).max(mostPeople),
  /** True: every shortfall is paid in cash through the payment channel. */
  cashForShortfall: z.boolean(),
});

/** What was begun together; from then on each payment goes its own way. */
export const PremiumOrder = z.object({
  orderId: z.string(),
  payer: PersonMark,
  createdAt: InstantText,
  totalFen: Fen,
  fromAccountFen: Fen,
  cashFen: Fen,
  payments: z.array(PremiumPayment),
});
export type PremiumOrder = z.infer<typeof PremiumOrder>;
