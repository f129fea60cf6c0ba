// Promises of the money words.
import { describe, expect, it } from 'vitest';
import { capitalMoney, formatFen } from './money.ts';

describe('formatFen', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [40_000, '¥400.00'],
    [123_456, '¥1,234.56'],
    [123_456_789_01, '¥123,456,789.01'],
    [-150, '−¥1.50'],
  ])('shows %i fen as %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });
});

describe('capitalMoney', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [105, '壹元零伍分'],
    [40_000, '肆佰元整'],
    [100_500, '壹仟零伍元整'],
    [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
    [1_000_000, '壹万元整'],
    [1_005_000, '壹万零伍拾元整'],
    [1_010_000_00, '壹佰零壹万元整'],
    [100_000_000_00, '壹亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_010_000_00, '壹亿零壹万元整'],
  ])('writes %i fen as %s', (fen, words) => {
    expect(capitalMoney(fen)).toBe(words);
  });
});
