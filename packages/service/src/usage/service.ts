// Who used whose money: the calls.
import type { UsageExplanation, Usages } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface UsageService {
  /** What relatives used of one's money, what one used of theirs, and what each used this year. */
  list(context: Context): Promise<Result<Usages>>;
  /** The lines behind one use; a giver never sees a diagnosis in them. */
  explain(context: Context, usageId: string): Promise<Result<UsageExplanation>>;
}
