// Two browsers claim the same case at the same moment: one wins each time. The long run is claim-race.long.test.ts.
import { expect, test } from 'vitest';
import { raceRounds } from '../../test/claim-race.ts';

test('of two claims at the same moment one wins, 25 times', async () => {
  const { wins, odd, records } = await raceRounds(25);
  expect(odd).toEqual([]);
  expect((wins[0] ?? 0) + (wins[1] ?? 0)).toBe(25);
  expect(records).toEqual({
    rows: [
      { kind: 'claimed', count: 25 },
      { kind: 'released', count: 25 },
    ],
    problems: [],
  });
});
