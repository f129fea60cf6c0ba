// Clearing between areas as the finance officers of one area see it.
import type { ClearingEntry, ClearingPosition, JournalId } from '@gongji/ledger';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** One month of an area, in fen: what it owed all others, what they owed it. */
export interface ClearingMonth {
  month: string;
  payFen: number;
  receiveFen: number;
  positions: ClearingPosition[];
}

export interface ClearingService {
  /** Clears a month that is over, for all areas, once. Fault: a later month is cleared already. */
  run(month: string, moment: { today: string; at: Date }): Promise<ClearingPosition[]>;
  /** Months of the officer's area, the newest first, with the statement of each. */
  list(context: Context): Promise<Result<ClearingMonth[]>>;
  /** What a position consists of; page on with `after` = the last entry's journal. */
  entries(
    context: Context,
    month: string,
    otherArea: string,
    after?: JournalId,
  ): Promise<Result<ClearingEntry[]>>;
}
