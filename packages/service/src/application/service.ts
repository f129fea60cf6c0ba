// Applications to bind a relative: the citizen's calls.
import type { Application, ApplicationBody, Applications, SupplementBody } from '@gongji/contract';
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
  /** What the giver signed, for the paper; to the giver and to reviewers of the area. */
  promise(context: Context, applicationId: string): Promise<Result<SignedPromise>>;
  withdraw(context: Context, applicationId: string, key: string): Promise<Result<Application>>;
}
