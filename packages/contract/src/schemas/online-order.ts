// Online orders of institutions, and the codes that a patient shows at a till, as the patient sees them.
import { z } from 'zod';
import { Fen, InstantText } from './common.ts';

/** What a till scans instead of a card: the own code and those of the children in the person's care. */
export const Credentials = z.object({
  items: z.array(
    z.object({
      personNo: z.string(),
      name: z.string(),
      isOwn: z.boolean(),
      credential: z.string().max(64),
    }),
  ),
  validUntil: InstantText,
  /** From the answer on. */
  validSeconds: z.int().min(0),
});
export type Credentials = z.infer<typeof Credentials>;

export const OnlineOrder = z.object({
  orderId: z.string(),
  /** `over`: what was shown holds no longer, and nothing can be paid. */
  state: z.enum([
    'waiting-for-payment',
    'over',
    'insurance-paid',
    'settled-at-the-institution',
    'completed',
    'given-back',
    'insurance-given-back',
    'cash-given-back',
    'part-of-cash-given-back',
    'insurance-and-part-of-cash-given-back',
    'withdrawn',
  ]),
  stateText: z.string(),
  isPayable: z.boolean(),
  payBefore: InstantText,
  uploadedAt: InstantText,
  paidAt: InstantText.nullable(),
  patient: z.object({ personNo: z.string(), name: z.string(), isOwn: z.boolean() }),
  institutionName: z.string(),
  totalFen: Fen,
  fundFen: Fen,
  ownAccountFen: Fen,
  sharedFen: Fen,
  /** To be paid to the institution itself. */
  cashFen: Fen,
  /** Empty in a list of orders. */
  lines: z.array(z.object({ name: z.string(), fen: Fen })),
});
export type OnlineOrder = z.infer<typeof OnlineOrder>;
export const OnlineOrders = z.object({ items: z.array(OnlineOrder) });
export type OnlineOrders = z.infer<typeof OnlineOrders>;
