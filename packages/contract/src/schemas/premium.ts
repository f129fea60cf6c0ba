// Paying a relative's residents' premium from the giver's account.
import { z } from 'zod';
import {
  DateText,
  ExplanationLine,
  Fen,
  InstantText,
  PersonMark,
  PolicyRef,
  TimelineStep,
} from './common.ts';

/** People whose premium the signed-in person can pay, with the coverage years that can be chosen. */
export const PremiumChoices = z.object({
  people: z.array(
    z.object({
      person: PersonMark,
      relationText: z.string(),
      years: z.array(
        z.object({
          coverageYear: z.int(),
          window: z.object({ from: DateText, to: DateText, open: z.boolean() }).nullable(),
          /** Set when this year's premium is paid or being paid. */
          paymentId: z.string().nullable(),
        }),
      ),
      /** Why nothing can be chosen, in Chinese (e.g. insured as an employee); null when it can. */
      blockedText: z.string().nullable(),
    }),
  ),
});
export type PremiumChoices = z.infer<typeof PremiumChoices>;

export const PremiumQuoteBody = z.object({
  memberPersonNo: z.string(),
  coverageYear: z.int().min(2000).max(2100),
});

export const PremiumQuote = z.object({
  quoteId: z.string(),
  validUntil: InstantText,
  payer: PersonMark,
  member: PersonMark,
  coverageYear: z.int(),
  amountFen: Fen,
  /** Where the amount comes from: the recorded policy, or the tax bureau's assessment where none is recorded. */
  amountFrom: z.enum(['policy', 'tax-bureau']),
  window: z.object({ from: DateText, to: DateText, open: z.boolean() }).nullable(),
  benefitsFrom: DateText.nullable(),
  waitingMonths: z.int(),
  shareableFen: Fen,
  fromAccountFen: Fen,
  shortfallFen: Fen,
  policy: PolicyRef.nullable(),
  lines: z.array(ExplanationLine),
});
export type PremiumQuote = z.infer<typeof PremiumQuote>;

export const PremiumBody = z.object({
  quoteId: z.string(),
  /** True: the shortfall is paid in cash through the payment channel. */
  cashForShortfall: z.boolean(),
});

export const PremiumState = z.enum(['awaiting-cash', 'sending', 'unknown', 'paid', 'returning', 'returned']);
export type PremiumState = z.infer<typeof PremiumState>;

export const PremiumPayment = z.object({
  paymentId: z.string(),
  state: PremiumState,
  stateText: z.string(),
  nextText: z.string(),
  /** Whether the same year can be applied for anew now. */
  canPayAgain: z.boolean(),
  /** Of which order it is part, when several were paid in one go. */
  orderId: z.string().nullable(),
  payer: PersonMark,
  member: PersonMark,
  coverageYear: z.int(),
  amountFen: Fen,
  amountFrom: z.enum(['policy', 'tax-bureau']),
  fromAccountFen: Fen,
  cashFen: Fen,
  /** The payment channel's page, while cash is awaited. */
  cashPayUrl: z.string().nullable(),
  benefitsFrom: DateText.nullable(),
  createdAt: InstantText,
  timeline: z.array(TimelineStep),
  receiptNo: z.string().nullable(),
  taxReceiptNo: z.string().nullable(),
  policy: PolicyRef.nullable(),
  lines: z.array(ExplanationLine),
});
export type PremiumPayment = z.infer<typeof PremiumPayment>;
export const PremiumPayments = z.object({ items: z.array(PremiumPayment) });
