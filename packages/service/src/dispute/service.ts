// Disputes of uses: the calls of givers, and of the staff who answer.
import type { Dispute, DisputeAnswerBody, DisputeBody, StaffDispute, StaffDisputes } from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface DisputeService {
  /** By the giver of the use, once: `dispute-exists` afterwards; `text-missing` for the reason `other` without words. */
  open(
    context: Context,
    usageId: string,
    body: z.infer<typeof DisputeBody>,
    key: string,
  ): Promise<Result<Dispute>>;
  /** The area's disputes, those without an answer first, then the newest. */
  list(context: Context): Promise<Result<z.infer<typeof StaffDisputes>>>;
  /** Once; `state-changed` when there is an answer already. The giver is told by a short message. */
  answer(
    context: Context,
    disputeId: string,
    body: z.infer<typeof DisputeAnswerBody>,
    key: string,
  ): Promise<Result<StaffDispute>>;
}
