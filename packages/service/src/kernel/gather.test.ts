// Promises of gathered reading: together when at the same moment, fresh for every call, each its own answer.
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('calls of one moment are read together, later ones while the first is under way wait and go together', async () => {
  const sizes: number[] = [];
  const double = gather<number, number>(async (keys) => {
    sizes.push(keys.length);
    await turn();
    return keys.map((key) => key * 2);
  }, 3);
  const first = [1, 2].map(double);
  await new Promise((resolve) => setImmediate(resolve));
  const later = [3, 4, 5, 6].map(double);
  expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10, 12]);
  expect(sizes).toEqual([2, 3, 1]);
});

test('nothing is remembered, and a fault is one of its own callers only', async () => {
  let now = 1;
  const read = gather<string, number>(async (keys) => {
    if (keys.includes('bad')) throw new Error('no line');
    return keys.map(() => now);
  });
  expect(await read('a')).toBe(1);
  now = 2;
  expect(await read('a')).toBe(2);
  await expect(read('bad')).rejects.toThrow('no line');
  expect(await read('a')).toBe(2);
});
