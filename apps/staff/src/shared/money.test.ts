// Tests of yuan and fen: nothing is lost between what is typed, sent and shown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenToYuan, formatFen, yuanToFen } from './money.ts';

describe('yuanToFen', () => {
  test.each([
    ['0', 0],
    ['1', 100],
    ['0.1', 10],
    ['0.29', 29],
    ['1.10', 110],
    ['19.99', 1999],
    ['4.35', 435],
    ['1,234.56', 123_456],
    ['￥１２．３０', 1230],
    ['12。5元', 1250],
    ['007', 700],
    ['5.', 500],
    ['10000000000', 1_000_000_000_000],
  ])('%s is %i fen', (text, fen) => {
    expect(yuanToFen(text)).toEqual({ ok: true, fen });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['-1', 'negative'],
    ['－0.5', 'negative'],
    ['1.234', 'too-many-decimals'],
    ['abc', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['.', 'not-a-number'],
    ['10000000000.01', 'too-large'],
    ['99999999999999999999', 'too-large'],
  ])('%j is refused as %s', (text, reason) => {
    expect(yuanToFen(text)).toEqual({ ok: false, reason });
  });

  test('every amount that is shown is read back as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        expect(yuanToFen(fenToYuan(fen))).toEqual({ ok: true, fen });
        expect(yuanToFen(formatFen(fen))).toEqual({ ok: true, fen });
      }),
    );
  });
});

test('amounts are shown with two decimals, commas and the sign in front', () => {
  expect(formatFen(0)).toBe('¥0.00');
  expect(formatFen(5)).toBe('¥0.05');
  expect(formatFen(123_456_789)).toBe('¥1,234,567.89');
  expect(formatFen(-1050)).toBe('-¥10.50');
});
