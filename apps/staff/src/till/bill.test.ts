// Tests of the typed bill: exact fen, and a sentence for whatever is wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenToYuan } from '../shared/money.ts';
import { emptyBill, fieldError, readBill } from './bill.ts';

describe('a bill', () => {
  test('needs only the total; what is not filled is zero', () => {
    expect(readBill({ ...emptyBill, totalFen: '328.5' })).toEqual({
      ok: true,
      bill: { totalFen: 32_850, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
      inScopeFen: 32_850,
    });
  });

  test('keeps every fen of every part', () => {
    const part = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(part, part, part, part, (inScope, wholly, over, pre) => {
        fc.pre(inScope + wholly + over + pre > 0);
        const read = readBill({
          totalFen: fenToYuan(inScope + wholly + over + pre),
          whollySelfPaidFen: fenToYuan(wholly),
          overPriceLimitFen: fenToYuan(over),
          preSelfPaidFen: fenToYuan(pre),
        });
        expect(read).toMatchObject({ ok: true, inScopeFen: inScope });
      }),
    );
  });

  test('whose own parts exceed the total by one fen is refused with both sums', () => {
    const read = readBill({
      totalFen: '10.00',
      whollySelfPaidFen: '5',
      overPriceLimitFen: '3',
      preSelfPaidFen: '2.01',
    });
    expect(read).toEqual({
      ok: false,
      field: 'totalFen',
      message: '后三项合计 ¥10.01，超过了总费用 ¥10.00，请核对。',
    });
  });

  test('names the first wrong field', () => {
    expect(readBill({ ...emptyBill, totalFen: '10', overPriceLimitFen: '1.005' })).toMatchObject({
      ok: false,
      field: 'overPriceLimitFen',
      message: '金额最多两位小数，精确到分。',
    });
  });
});

test.each([
  ['totalFen', '', '请填写总费用。'],
  ['totalFen', '0', '总费用应大于 0。'],
  ['totalFen', '-3', '金额不能是负数。'],
  ['preSelfPaidFen', '一百', '金额只能填数字，例如 128.50。'],
  ['preSelfPaidFen', '', null],
  ['preSelfPaidFen', '0', null],
] as const)('%s filled with %j says %j', (field, text, sentence) => {
  expect(fieldError(field, text)).toBe(sentence);
});
