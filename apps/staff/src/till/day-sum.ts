// The sums of a day's settlements; what was given back does not count.
import type { Settlement } from '@gongji/contract';

export interface DaySum {
  settledCount: number;
  reversedCount: number;
  fundFen: number;
  /** The patients' own accounts and relatives' together. */
  accountsFen: number;
  cashFen: number;
}

export function sumDay(settlements: readonly Pick<Settlement, 'state' | 'result'>[]): DaySum {
  const sum: DaySum = { settledCount: 0, reversedCount: 0, fundFen: 0, accountsFen: 0, cashFen: 0 };
  for (const { state, result } of settlements) {
    if (state === 'reversed') {
      sum.reversedCount += 1;
      continue;
    }
    sum.settledCount += 1;
    sum.fundFen += result.fundFen;
    sum.accountsFen += result.ownAccountFen + result.sharedFen;
    sum.cashFen += result.cashFen;
  }
  return sum;
}
