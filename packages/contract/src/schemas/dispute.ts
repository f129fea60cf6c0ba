// A giver says that a use of their money is not right; the agency answers, once.
import { z } from 'zod';
import { InstantText } from './common.ts';
import { Usage } from './usage-record.ts';

export const DisputeReason = z.enum(['not-us', 'amount', 'twice', 'other']);
export type DisputeReason = z.infer<typeof DisputeReason>;
export const DisputeOutcome = z.enum(['right', 'being-corrected', 'not-provable']);
export type DisputeOutcome = z.infer<typeof DisputeOutcome>;

/** `text` may be empty unless the reason is `other`. */
export const DisputeBody = z.object({ reason: DisputeReason, text: z.string().trim().max(500) });

export const Dispute = z.object({
  disputeId: z.string(),
  state: z.enum(['open', 'answered']),
  reason: DisputeReason,
  text: z.string(),
  openedAt: InstantText,
  answer: z.object({ outcome: DisputeOutcome, text: z.string(), at: InstantText }).nullable(),
});
export type Dispute = z.infer<typeof Dispute>;

/** What staff see: the dispute with the use it is about; never a diagnosis. */
export const StaffDispute = Dispute.extend({ usage: Usage, answeredBy: z.string().nullable() });
export type StaffDispute = z.infer<typeof StaffDispute>;
export const StaffDisputes = z.object({ items: z.array(StaffDispute), open: z.int() });

export const DisputeAnswerBody = z.object({
  outcome: DisputeOutcome,
  text: z.string().trim().min(2).max(500),
});
