// Who used whose money: the calls.
import type { UsageExplanation, Usages, UsageSearch, UsageSearchBody } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface UsageService {
  /** What relatives used of one's money, what one used of theirs, and what each used this year. */
  list(context: Context): Promise<Result<Usages>>;
  /** By side, other person, purpose and period, with the sums by year and person; at most 500 are listed. */
  search(context: Context, body: UsageSearchBody): Promise<Result<UsageSearch>>;
  /** The same with at most 10,000 listed, for a file. */
  export(context: Context, body: UsageSearchBody): Promise<Result<UsageSearch>>;
  /** The lines behind one use; a giver never sees a diagnosis in them. */
  explain(context: Context, usageId: string): Promise<Result<UsageExplanation>>;
}
