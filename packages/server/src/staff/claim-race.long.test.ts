// Two browsers claim the same case at the same moment, a thousand times.
import { expect, test } from 'vitest';
import { raceRounds } from '../../test/claim-race.ts';

test('of two claims at the same moment one wins, 1,000 times', async () => {
  const begun = performance.now();
  const { wins, odd, records } = await raceRounds(1_000);
  process.stdout.write(`wins ${wins.join(' and ')} in ${Math.round((performance.now() - begun) / 1000)} s\n`);
  expect(odd).toEqual([]);
  expect((wins[0] ?? 0) + (wins[1] ?? 0)).toBe(1_000);
  expect(records.rows.map(({ count }) => count)).toEqual([1_000, 1_000]);
  expect(records.problems).toEqual([]);
});
