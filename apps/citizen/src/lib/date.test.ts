// Promises of the date words.
import { describe, expect, it } from 'vitest';
import { clockOf, dayOf, dayWords, instantWords } from './date.ts';

describe('dates in words', () => {
  it('names a day without leading zeros', () => {
    expect(dayWords('2024-01-05')).toBe('2024年1月5日');
  });
  it('shows an instant in the time of Shanghai whatever its offset', () => {
    expect(instantWords('2024-10-15T14:05:00+08:00')).toBe('2024年10月15日 14:05');
    expect(instantWords('2024-10-15T18:30:00Z')).toBe('2024年10月16日 02:30');
  });
  it('gives day and clock apart', () => {
    expect(dayOf('2024-12-31T16:00:00Z')).toBe('2025-01-01');
    expect(clockOf('2024-12-31T16:00:00Z')).toBe('00:00');
  });
});
