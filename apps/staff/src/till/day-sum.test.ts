// Tests of the day's sums.
import type { Settlement } from '@gongji/contract';
import { expect, test } from 'vitest';
import { sumDay } from './day-sum.ts';

const settlement = (state: Settlement['state']): Pick<Settlement, 'state' | 'result'> => ({
  state,
  result: {
    totalFen: 1000,
    fundFen: 400,
    deductibleFen: 0,
    ownAccountFen: 100,
    sharedFen: 200,
    cashFen: 300,
    ownAccountAfterFen: 0,
    yearToDate: { deductibleFen: 0, fundPaidFen: 400 },
    policy: { id: '211200', version: '1', hash: 'a'.repeat(64) },
    lines: [],
  },
});

test('settlements that were given back are counted apart and add no money', () => {
  expect(sumDay([settlement('settled'), settlement('reversed'), settlement('settled')])).toEqual({
    settledCount: 2,
    reversedCount: 1,
    fundFen: 800,
    accountsFen: 600,
    cashFen: 600,
  });
});

test('a day without settlements sums to nothing', () => {
  expect(sumDay([])).toEqual({ settledCount: 0, reversedCount: 0, fundFen: 0, accountsFen: 0, cashFen: 0 });
});
