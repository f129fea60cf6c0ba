// The tax bureau's book of premium payments: one answer for each reference, one payment for each person and year.
import { z } from 'zod';
import type { FileRow } from '../file/day-file.ts';
import { openJournal } from '../store/journal.ts';

export const PaymentBody = z.object({
  reference: z.string().min(1).max(100),
  idNumber: z.string().min(1),
  area: z.string().regex(/^\d{6}$/),
  coverageYear: z.int().min(2000).max(2100),
  amountFen: z.int().min(0),
});
export type PaymentBody = z.infer<typeof PaymentBody>;

const PaymentAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('accepted'), taxReceiptNo: z.string(), acceptedAt: z.string() }),
  z.object({ state: z.literal('refused'), reason: z.string() }),
]);
export type PaymentAnswer = z.infer<typeof PaymentAnswer>;

const Entry = z.object({ payment: PaymentBody, answer: PaymentAnswer });
type Entry = z.infer<typeof Entry>;

export interface PaymentBook {
  /** The answer given to this reference, and whether it was asked with the same content. */
  find(payment: PaymentBody): { answer: PaymentAnswer; sameContent: boolean } | undefined;
  inquire(reference: string): PaymentAnswer | undefined;
  isPaid(idNumber: string, coverageYear: number): boolean;
  /** Number of the next receipt, counted from 1. */
  nextSerial(): number;
  record(payment: PaymentBody, answer: PaymentAnswer): void;
  /** Every payment that was accepted, in the order of acceptance. */
  accepted(): FileRow[];
}

export function openPaymentBook(directory: string | undefined): PaymentBook {
  const journal = openJournal(directory, 'tax-bureau', Entry);
  const byReference = new Map<string, Entry>();
  const paid = new Set<string>();
  const remember = (entry: Entry) => {
    byReference.set(entry.payment.reference, entry);
    if (entry.answer.state === 'accepted') paid.add(paidKey(entry.payment));
  };
  journal.earlier.forEach(remember);
  return {
    find(payment) {
      const entry = byReference.get(payment.reference);
      if (!entry) return undefined;
      return { answer: entry.answer, sameContent: contentOf(entry.payment) === contentOf(payment) };
    },
    inquire: (reference) => byReference.get(reference)?.answer,
    isPaid: (idNumber, coverageYear) => paid.has(paidKey({ idNumber, coverageYear })),
    nextSerial: () => paid.size + 1,
    record(payment, answer) {
      journal.append({ payment, answer });
      remember({ payment, answer });
    },
    accepted: () =>
      [...byReference.values()].flatMap(({ payment: { reference, area, amountFen }, answer }) =>
        answer.state === 'accepted'
          ? [
              {
                ...{ reference, area, amountFen, kind: 'accepted' as const },
                number: answer.taxReceiptNo,
                at: answer.acceptedAt,
              },
            ]
          : [],
      ),
  };
}

const paidKey = (payment: { idNumber: string; coverageYear: number }) =>
  `${payment.idNumber}:${payment.coverageYear}`;

const contentOf = ({ reference, idNumber, area, coverageYear, amountFen }: PaymentBody) =>
  JSON.stringify([reference, idNumber, area, coverageYear, amountFen]);
