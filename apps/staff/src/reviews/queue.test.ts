// Tests of the order of work.
import type { ReviewSummary } from '@gongji/contract';
import { describe, expect, test } from 'vitest';
import { nextAfter, placeIn, sortQueue } from './queue.ts';

const summary = (applicationId: string, day: number): ReviewSummary => ({
  applicationId,
  state: 'in-review',
  giverName: '演国栋',
  memberName: '演小满',
  relation: 'child',
  submittedAt: `2024-10-${String(day).padStart(2, '0')}T10:00:00+08:00`,
  unsureChecks: 0,
});
const [first, second, third] = [summary('app_1', 1), summary('app_2', 2), summary('app_3', 3)];

test('those who wait longest come first, the latest decided first', () => {
  const ids = (items: ReviewSummary[]) => items.map((item) => item.applicationId);
  const sorted = sortQueue({
    waiting: [third, first, second],
    waitingForCitizen: [second, first],
    decided: [first, third],
  });
  expect(ids(sorted.waiting)).toEqual(['app_1', 'app_2', 'app_3']);
  expect(ids(sorted.waitingForCitizen)).toEqual(['app_1', 'app_2']);
  expect(ids(sorted.decided)).toEqual(['app_3', 'app_1']);
});

describe('place in the queue', () => {
  const waiting = [first, second, third];
  test('knows the neighbours and stops at both ends', () => {
    expect(placeIn(waiting, 'app_1')).toEqual({ number: 1, previous: null, next: 'app_2' });
    expect(placeIn(waiting, 'app_2')).toEqual({ number: 2, previous: 'app_1', next: 'app_3' });
    expect(placeIn(waiting, 'app_3')).toEqual({ number: 3, previous: 'app_2', next: null });
  });
  test('a decided case leads to the first waiting one', () => {
    expect(placeIn(waiting, 'app_9')).toEqual({ number: null, previous: null, next: 'app_1' });
    expect(placeIn([], 'app_9')).toEqual({ number: null, previous: null, next: null });
  });
});

describe('after a decision', () => {
  test('the next one in order opens, whether or not the decided one is still listed', () => {
    expect(nextAfter([first, second, third], second)).toBe('app_3');
    expect(nextAfter([first, third], second)).toBe('app_3');
  });
  test('after the last one the oldest left opens', () => {
    expect(nextAfter([first, second], third)).toBe('app_1');
  });
  test('nothing opens when all are decided', () => {
    expect(nextAfter([], first)).toBeNull();
    expect(nextAfter([first], first)).toBeNull();
  });
});
