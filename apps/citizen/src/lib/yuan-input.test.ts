// What may be typed as an amount.
import { expect, test } from 'vitest';
import { readYuan, yuanTyped } from './yuan-input.ts';

test.each([
  ['', null],
  [' 1,234.5 元', 123450],
  ['0.01', 1],
  ['300', 30000],
])('reads %j as %s fen', (typed, fen) => {
  expect(readYuan(typed)).toEqual({ ok: true, fen });
});

test.each(['0', '-5', '1.234', '一百', '12345678901', '1e3'])('does not take %j', (typed) => {
  expect(readYuan(typed)).toEqual({ ok: false });
});

test('writes an amount the way it can be typed again', () => {
  for (const fen of [1, 50, 100, 123450, 30000]) expect(readYuan(yuanTyped(fen))).toEqual({ ok: true, fen });
  expect(yuanTyped(null)).toBe('');
});
