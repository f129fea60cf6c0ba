// Review of applications by the agency: the staff's calls, each within the staff member's own area.
import type { RevealBody, Revealed, ReviewCase, ReviewDecisionBody, ReviewQueue } from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface ReviewService {
  queue(context: Context): Promise<Result<ReviewQueue>>;
  get(context: Context, applicationId: string): Promise<Result<ReviewCase>>;
  /** Approve, reject or ask for more; `state-changed` unless the seen version is the current one. */
  decide(
    context: Context,
    applicationId: string,
    body: z.infer<typeof ReviewDecisionBody>,
    key: string,
  ): Promise<Result<ReviewCase>>;
  /** Full identity numbers, against a reason that is recorded. */
  reveal(
    context: Context,
    applicationId: string,
    body: z.infer<typeof RevealBody>,
  ): Promise<Result<z.infer<typeof Revealed>>>;
}
