// The engine against the second opinion on 100,000 random bills, each with its lines, one in twenty in words; 5 million in the long run.
import { expect, test } from 'vitest';
import { countDisagreements } from './oracle.ts';

test('agrees with the second opinion on 100,000 random bills, and the lines of each sum to it', () => {
  const { bills, answered, inWords, first } = countDisagreements(100_000, 1);
  expect(first).toBeUndefined();
  expect(bills).toBe(100_000);
  expect(answered).toBeGreaterThan(80_000);
  expect(inWords).toBe(5_000);
});
