// Review of applications by the agency: queues, claims, the case with its risk, decisions, quality samples.
import { z } from 'zod';
import { Application, ApplicationState } from './application.ts';
import { DateText, InstantText, Relation } from './common.ts';

export const reviewQueues = [
  'mine',
  'team',
  'due-soon',
  'waiting-for-citizen',
  'escalated',
  'sample',
  'decided',
] as const;
export const ReviewQueueName = z.enum(reviewQueues);
export type ReviewQueueName = z.infer<typeof ReviewQueueName>;

/** Who works on a case now. */
export const ReviewHolder = z.object({ staffNo: z.string(), name: z.string(), isMine: z.boolean() });
export type ReviewHolder = z.infer<typeof ReviewHolder>;

/** By the area's policy, in working days; nothing is due while the citizen is asked, or where the policy names no time. */
export const ReviewDue = z.object({
  on: DateText.nullable(),
  /** Working days from today to `on`; negative when it has passed. */
  workingDaysLeft: z.int().nullable(),
  isPaused: z.boolean(),
});
export type ReviewDue = z.infer<typeof ReviewDue>;

export const ReviewSummary = z.object({
  applicationId: z.string(),
  version: z.int(),
  state: ApplicationState,
  giverName: z.string(),
  memberName: z.string(),
  relation: Relation,
  submittedAt: InstantText,
  unsureChecks: z.int(),
  due: ReviewDue,
  holder: ReviewHolder.nullable(),
  isEscalated: z.boolean(),
  /** Approved by one, waits for another. */
  needsSecond: z.boolean(),
  /** Every check passed, nothing differs, no risk: may be approved together with others. */
  isClean: z.boolean(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

export const ReviewQueue = z.object({
  queue: ReviewQueueName,
  counts: z.record(ReviewQueueName, z.int()),
  /** At most 100, what is due first standing first. */
  items: z.array(ReviewSummary),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

export const ReviewReason = z.object({
  code: z.string(),
  decision: z.enum(['approve', 'reject', 'ask']),
  label: z.string(),
  /** What the citizen will read. */
  citizenText: z.string(),
});
export type ReviewReason = z.infer<typeof ReviewReason>;

export const ReviewRisk = z.object({
  score: z.int(),
  /** From this score on two persons approve. */
  twoPersonsFrom: z.int(),
  lines: z.array(z.object({ text: z.string(), points: z.int() })),
});
export type ReviewRisk = z.infer<typeof ReviewRisk>;

export const ReviewCase = z.object({
  application: Application,
  /** Rises with every step of the case; a decision names the version that was seen. */
  version: z.int(),
  /** What the registry says of the member beside what the giver wrote. */
  comparison: z.array(
    z.object({
      label: z.string(),
      answered: z.string(),
      registered: z.string(),
      outcome: z.enum(['same', 'different', 'unknown']),
    }),
  ),
  giverRelations: z.array(z.object({ memberName: z.string(), relation: Relation, since: InstantText })),
  reasons: z.array(ReviewReason),
  due: ReviewDue,
  holder: ReviewHolder.nullable(),
  risk: ReviewRisk,
  /** Other applications and relations of the same member in this area. */
  duplicates: z.array(z.object({ applicationId: z.string().nullable(), text: z.string(), at: InstantText })),
  /** Earlier decisions on the same two people. */
  earlierDecisions: z.array(z.object({ applicationId: z.string(), text: z.string(), at: InstantText })),
  /** One person's approval that waits for another person's. */
  proposal: z
    .object({
      staffNo: z.string(),
      name: z.string(),
      isMine: z.boolean(),
      at: InstantText,
      reasonText: z.string(),
    })
    .nullable(),
  escalation: z.object({ name: z.string(), at: InstantText, reason: z.string() }).nullable(),
  /** The agency's own steps, which the citizen doesn't see. */
  innerSteps: z.array(z.object({ at: InstantText, text: z.string(), by: z.string() })),
  /** Drawn for a second look at its quality, and not yet looked at. */
  isSampled: z.boolean(),
});
export type ReviewCase = z.infer<typeof ReviewCase>;

export const TakenReview = z.object({
  /** Null when there is nothing left to take. */
  applicationId: z.string().nullable(),
});

export const ReviewClaim = z.object({
  holder: ReviewHolder.nullable(),
  /** Seconds until the claim falls back to the team unless it is renewed; null without a claim. */
  secondsLeft: z.int().nullable(),
});
export type ReviewClaim = z.infer<typeof ReviewClaim>;

export const ReviewWordsBody = z.object({ reason: z.string().trim().min(2).max(200) });

export const ReviewDecisionBody = z.object({
  decision: z.enum(['approve', 'reject', 'ask']),
  reasonCode: z.string(),
  /** Added to the reason's citizen text; may be empty. */
  text: z.string().trim().max(500),
  seenVersion: z.int(),
});
export type ReviewDecisionBody = z.infer<typeof ReviewDecisionBody>;

export const BulkApprovalBody = z.object({
  items: z
    .array(z.object({ applicationId: z.string(), seenVersion: z.int() }))
    .min(1)
    .max(50),
});
export type BulkApprovalBody = z.infer<typeof BulkApprovalBody>;
export const BulkApproval = z.object({
  items: z.array(
    z.object({
      applicationId: z.string(),
      isApproved: z.boolean(),
      /** Why it was left alone, in Chinese; empty when approved. */
      text: z.string(),
    }),
  ),
});
export type BulkApproval = z.infer<typeof BulkApproval>;

export const ReviewQualityBody = z.object({
  outcome: z.enum(['right', 'wrong']),
  text: z.string().trim().max(500),
});
export type ReviewQualityBody = z.infer<typeof ReviewQualityBody>;

export const Revealed = z.object({ memberIdNumber: z.string(), giverIdNumber: z.string() });
