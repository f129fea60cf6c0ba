// Designated institutions and their keys: the calls of administrators, and what the edge asks of a signed message.
import type {
  InstitutionAccount,
  InstitutionAccounts,
  InstitutionChangeBody,
  InstitutionHistory,
  InstitutionKeyMade,
  InstitutionMessages,
  MessageSearchBody,
  NewInstitutionBody,
  NewInstitutionKeyBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** Every call is for an administrator of the institution's area; others get `not-allowed`, other areas `not-found`. */
export interface InstitutionService {
  list(context: Context): Promise<Result<InstitutionAccounts>>;
  get(context: Context, code: string): Promise<Result<InstitutionHistory>>;
  /** With its first key. Refused: `institution-code-wrong` (another area, kind or a level that does not fit), `institution-code-taken`. */
  create(
    context: Context,
    body: z.infer<typeof NewInstitutionBody>,
    key: string,
  ): Promise<Result<InstitutionKeyMade>>;
  /** Suspend, resume, settings, end one key at once. Refused: `state-changed`, `institution-key-unknown`. */
  change(
    context: Context,
    code: string,
    body: InstitutionChangeBody,
    key: string,
  ): Promise<Result<InstitutionAccount>>;
  /** A new key, valid at once; the one before stays valid for the overlap. Refused: `state-changed`, `institution-keys-two`. */
  makeKey(
    context: Context,
    code: string,
    body: z.infer<typeof NewInstitutionKeyBody>,
    key: string,
  ): Promise<Result<InstitutionKeyMade>>;
  /** The messages of its software with their answers, both masked, the newest first. */
  messages(
    context: Context,
    code: string,
    search: z.infer<typeof MessageSearchBody>,
  ): Promise<Result<InstitutionMessages>>;
}
