// Tests of days and instants: every page speaks Shanghai time, whatever the machine's zone is.
import { describe, expect, test } from 'vitest';
import { daysSince, formatAge, formatDate, formatInstant, formatMinute } from './time.ts';

test('dates are written in Chinese without leading zeros', () => {
  expect(formatDate('2024-09-05')).toBe('2024年9月5日');
});

test('an instant is shown in Shanghai time, also when it comes in another offset', () => {
  expect(formatInstant('2024-10-15T09:05:00+08:00')).toBe('2024年10月15日 09:05');
  expect(formatInstant('2024-10-14T20:30:00Z')).toBe('2024年10月15日 04:30');
  expect(formatMinute('2024-10-14T16:00:00.000Z')).toBe('00:00');
});

describe('age', () => {
  test('counts calendar days, not hours', () => {
    expect(daysSince('2024-10-14T23:59:00+08:00', '2024-10-15')).toBe(1);
    expect(formatAge('2024-10-15T00:01:00+08:00', '2024-10-15')).toBe('不到 1 天');
    expect(formatAge('2024-09-30T12:00:00+08:00', '2024-10-15')).toBe('15 天');
  });

  test('is never negative when the demo day was set back', () => {
    expect(daysSince('2024-11-01T08:00:00+08:00', '2024-10-15')).toBe(0);
  });
});
