import { describe, expect, test } from 'vitest';
import { interleaved, median } from './rounds.ts';

describe('the median', () => {
  test('is the middle value, or the mean of the middle two', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
  });

  test('of nothing is a fault', () => {
    expect(() => median([])).toThrow(/nothing/);
  });
});

describe('interleaved rounds', () => {
  test('give every contestant one turn a round, in rotating order, and count only after the warm-up', async () => {
    const turns: string[] = [];
    const contestant = (name: string) => ({ name, work: () => turns.push(name) && 10 });
    const told: string[] = [];
    const speeds = await interleaved(
      [contestant('a'), contestant('b')],
      { rounds: 2, warmUp: 1, turnMs: 0 },
      (text) => told.push(text),
    );
    expect(turns).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
    expect([speeds['a'], speeds['b']]).toMatchObject([{ length: 2 }, { length: 2 }]);
    expect(speeds['a']?.every((speed) => speed > 0)).toBe(true);
    expect(told).toHaveLength(3);
  });

  test('a turn repeats short work until its time is over', async () => {
    let calls = 0;
    const work = (): number => {
      calls += 1;
      return 1;
    };
    await interleaved([{ name: 'short', work }], { rounds: 1, warmUp: 0, turnMs: 5 }, () => undefined);
    expect(calls).toBeGreaterThan(1);
  });
});
