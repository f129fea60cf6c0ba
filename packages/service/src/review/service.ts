// Review of applications by the agency: the staff's calls, each within the staff member's own area.
import type {
  BulkApproval,
  BulkApprovalBody,
  ReviewWordsBody,
  Revealed,
  ReviewCase,
  ReviewClaim,
  ReviewDecisionBody,
  ReviewQualityBody,
  ReviewQueue,
  ReviewQueueName,
  TakenReview,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

type Claim = Promise<Result<ReviewClaim>>;
type Reason = z.infer<typeof ReviewWordsBody>;

export interface ReviewService {
  queue(context: Context, queue: ReviewQueueName): Promise<Result<ReviewQueue>>;
  /** Claims the queue's first case that is free, the own ones first; null when there is none. */
  take(context: Context, queue: ReviewQueueName, key: string): Promise<Result<z.infer<typeof TakenReview>>>;
  get(context: Context, applicationId: string): Promise<Result<ReviewCase>>;
  /** `claim-held` when somebody else is faster; the holder's own claim is renewed. */
  claim(context: Context, applicationId: string): Claim;
  /** Sign of life of the page; `claim-missing` when the claim has fallen back or was recalled. */
  renew(context: Context, applicationId: string): Claim;
  /** Gives the own case back to the team. */
  release(context: Context, applicationId: string): Claim;
  /** A supervisor takes a case back from its holder. */
  recall(context: Context, applicationId: string, body: Reason): Claim;
  /** The own case goes to the supervisors. */
  escalate(context: Context, applicationId: string, body: Reason, key: string): Promise<Result<ReviewCase>>;
  /**
   * Approve, reject or ask for more. `claim-missing` unless the case is held by who decides; `state-changed` unless the
   * seen version is the current one. Above the risk score the first approval is kept as a proposal, and another person's
   * approval decides (`second-person-needed` for the same one).
   */
  decide(
    context: Context,
    applicationId: string,
    body: ReviewDecisionBody,
    key: string,
  ): Promise<Result<ReviewCase>>;
  /** Approves each case that is clean and leaves the others alone, with a sentence why. */
  approveClean(context: Context, body: BulkApprovalBody, key: string): Promise<Result<BulkApproval>>;
  /** A second look at a decided case of the sample, by somebody who had no hand in it. */
  checkQuality(
    context: Context,
    applicationId: string,
    body: ReviewQualityBody,
    key: string,
  ): Promise<Result<ReviewCase>>;
  /** Full identity numbers, against a reason that is recorded. */
  reveal(context: Context, applicationId: string, body: Reason): Promise<Result<z.infer<typeof Revealed>>>;
}
