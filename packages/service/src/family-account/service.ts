// 亲情账户: a holder shows a relative's insurance code. It moves no money and gives no right to any.
import type { FamilyAccount, FamilyAccountBody, FamilyCode } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface FamilyAccountService {
  list(context: Context): Promise<Result<FamilyAccount>>;
  /**
   * Adds a relative: a child under 18 of the holder at once, anybody else when they have agreed. Refused:
   * `family-account-self`, `-full`, `-holders-full`, `-exists`, `-minor`, `id-number-wrong`, `name-number-mismatch`,
   * `member-not-insured`, `policy-not-recorded`, `outside-unavailable`.
   */
  add(context: Context, body: FamilyAccountBody, key: string): Promise<Result<FamilyAccount>>;
  /** The member's own word; refused with `not-found` for anybody else. */
  answer(context: Context, linkId: string, agree: boolean, key: string): Promise<Result<FamilyAccount>>;
  /** Either side ends it, at once. */
  end(context: Context, linkId: string, key: string): Promise<Result<FamilyAccount>>;
  /** The member's code, for the holder of an active link; each showing is an action on the member's record. */
  showCode(context: Context, linkId: string): Promise<Result<FamilyCode>>;
}
