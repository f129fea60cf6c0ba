// The long form of oracle.test.ts.
import { expect, test } from 'vitest';
import { countDisagreements } from './oracle.ts';

test('agrees with the second opinion on 5 million random bills, and the lines of each sum to it', () => {
  for (let seed = 100; seed < 150; seed += 1) {
    expect(countDisagreements(100_000, seed).first).toBeUndefined();
  }
});
