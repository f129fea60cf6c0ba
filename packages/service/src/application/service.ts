// Applications to bind a relative: the citizen's calls.
import type {
  Application,
  ApplicationBody,
  Applications,
  MemberAnswer,
  MemberAnswerBody,
  MemberRequests,
  SupplementBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { SignedPromise } from './promise.ts';

export type ApplicationAnswers = z.infer<typeof ApplicationBody>;
type SupplementAnswers = z.infer<typeof SupplementBody>;

export interface ApplicationService {
  /** Checks everything, then stores; a refusal stores nothing. `key` makes it once. */
  submit(context: Context, body: ApplicationAnswers, key: string): Promise<Result<Application>>;
  /** The giver's own application, else `not-found`. */
  get(context: Context, applicationId: string): Promise<Result<Application>>;
  list(context: Context): Promise<Result<z.infer<typeof Applications>>>;
  /** Answers what the agency asked for; `state-changed` in any other state. */
  supplement(
    context: Context,
    applicationId: string,
    body: SupplementAnswers,
    key: string,
  ): Promise<Result<Application>>;
  /** Applications that wait for this person's agreement as the member. */
  memberRequests(context: Context): Promise<Result<z.infer<typeof MemberRequests>>>;
  /**
   * The member agrees or declines: `not-found` when they are not the member, `state-changed` when it does not wait for
   * them, `confirmation-blocked` when the giver can't bind any more.
   */
  answerMember(
    context: Context,
    applicationId: string,
    body: MemberAnswerBody,
    key: string,
  ): Promise<Result<MemberAnswer>>;
  /** What the giver signed, for the paper; to the giver and to reviewers of the area. */
  promise(context: Context, applicationId: string): Promise<Result<SignedPromise>>;
  withdraw(context: Context, applicationId: string, key: string): Promise<Result<Application>>;
}
