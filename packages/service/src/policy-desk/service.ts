// The policy desk: what is in force with its sources, drafts, four eyes, and versions published from a day on.
import type {
  NewPolicyDraftBody,
  PolicyDesk,
  PolicyDraft,
  PolicyDraftJudgementBody,
  PolicyDraftMark,
  PolicyDraftStepBody,
  PolicyDraftTextBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** Every call works on the own area's policy only; `state-changed` when another version of the draft was seen. */
export interface PolicyDeskService {
  /** @param date 'YYYY-MM-DD'. Refused: `day-wrong`. */
  desk(context: Context, date: string): Promise<Result<PolicyDesk>>;
  get(context: Context, draftId: string): Promise<Result<PolicyDraft>>;
  /** Begins from the newest published version, with the next number of version. Refused: `policy-file-missing`. */
  create(
    context: Context,
    body: z.infer<typeof NewPolicyDraftBody>,
    key: string,
  ): Promise<Result<PolicyDraftMark>>;
  /** Keeps the texts as they are, also wrong ones. */
  save(
    context: Context,
    draftId: string,
    body: PolicyDraftTextBody,
    key: string,
  ): Promise<Result<PolicyDraftMark>>;
  /**
   * Submit: checked whole (`policy-text-wrong`, `policy-version-taken`, `policy-day-wrong`, `policy-base-changed`). Publish: an approved
   * draft becomes a version for good, checked once more; the running server answers with it from its day on. Withdraw: before that.
   */
  step(
    context: Context,
    draftId: string,
    body: PolicyDraftStepBody,
    key: string,
  ): Promise<Result<PolicyDraftMark>>;
  /** Approve or return what was submitted. Refused: `policy-own-work` to whoever wrote any of it. */
  judge(
    context: Context,
    draftId: string,
    body: PolicyDraftJudgementBody,
    key: string,
  ): Promise<Result<PolicyDraftMark>>;
}
