// Limits let people through and stop what runs wild.
import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const at = (seconds: number) => new Date(Date.UTC(2024, 9, 15) + seconds * 1000);

test('a full bucket gives its tokens at once, then as many as time brings', () => {
  const limit = createRateLimit(3, 2);
  expect([1, 2, 3, 4].map(() => limit.take('a', at(0)))).toEqual([true, true, true, false]);
  expect([1, 2, 3].map(() => limit.take('a', at(1)))).toEqual([true, true, false]);
  expect([1, 2, 3, 4].map(() => limit.take('a', at(100)))).toEqual([true, true, true, false]);
});

test('one key does not use up another’s', () => {
  const limit = createRateLimit(1, 1);
  expect(limit.take('a', at(0))).toBe(true);
  expect(limit.take('a', at(0))).toBe(false);
  expect(limit.take('b', at(0))).toBe(true);
});

test('a clock that goes back gives nothing', () => {
  const limit = createRateLimit(1, 1);
  expect(limit.take('a', at(10))).toBe(true);
  expect(limit.take('a', at(0))).toBe(false);
});
