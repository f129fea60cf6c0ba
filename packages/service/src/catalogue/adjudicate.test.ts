// Promises of the split: nothing is lost or doubled, each rule takes exactly its part, and what is wrong is named.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjudicateDetail, sumSplits } from './adjudicate.ts';
import type { AdjudicatedDetail, DetailLine } from './adjudicate.ts';
import type { CatalogueItem } from './item.ts';
import { amountFen } from './line-amount.ts';

const item: CatalogueItem = {
  ...{ area: '000000', code: 'X1', name: '示例片', listType: '101', chargeType: '09', class: 'A' },
  ...{ preSelfPayPerTenThousand: 0, priceLimitMillionths: null, usualPriceMillionths: 3_200_000 },
  ...{ restriction: null, spec: '', dosageForm: '片剂', validFrom: '2024-01-01', validTo: null },
};
const line: DetailLine = {
  ...{ lineNo: '1', itemCode: 'X1', date: '2024-10-15', totalFen: 3_200 },
  ...{ countTenThousandths: 100_000, priceMillionths: 3_200_000, approval: 'not-asked' },
};

const only = (changes: Partial<CatalogueItem>, of: Partial<DetailLine> = {}) => {
  const result = adjudicateDetail(() => ({ ...item, ...changes }), [{ ...line, ...of }]);
  if (!result.ok) throw new Error('refused');
  const [split] = result.lines;
  if (!split) throw new Error('no line');
  return split;
};
const partsOf = (result: AdjudicatedDetail) => (result.ok ? result.total : undefined);

test('class A is in scope whole, class C is self-paid whole', () => {
  expect(only({})).toMatchObject({ inScopeFen: 3_200, selfPayPerTenThousand: 0 });
  expect(only({ class: 'C' })).toMatchObject({ whollySelfPaidFen: 3_200, inScopeFen: 0 });
  expect(only({ class: 'C' }).text).toBe('示例片：丙类，不在报销范围，32.00 元全部由个人自费。');
});

test('class B is first paid by its ratio, half a fen rounded up', () => {
  const split = only({ class: 'B', preSelfPayPerTenThousand: 1_250 }, { totalFen: 3_201 });
  // 3,201 × 12.5 % = 400.125; and 12.5 % of 3,204 is 400.5.
  expect(split).toMatchObject({ preSelfPaidFen: 400, inScopeFen: 2_801 });
  const half = { totalFen: 3_204, priceMillionths: 3_204_000 };
  expect(only({ class: 'B', preSelfPayPerTenThousand: 1_250 }, half).preSelfPaidFen).toBe(401);
});

test('what is over the price limit is self-paid before the ratio is taken', () => {
  const split = only({ class: 'B', preSelfPayPerTenThousand: 1_000, priceLimitMillionths: 3_000_000 });
  expect(split).toMatchObject({ overPriceLimitFen: 200, preSelfPaidFen: 300, inScopeFen: 2_700 });
  expect(split.text).toBe(
    '示例片：乙类，超过限价（3.00 元 × 10）的 2.00 元自费，先行自付 10% 即 3.00 元，进入报销范围 27.00 元。',
  );
  expect(only({ priceLimitMillionths: 3_200_000 }).overPriceLimitFen).toBe(0);
});

test('a restricted item counts only when the hospital approved it, and a refused approval never does', () => {
  const restriction = '限二级以上医疗机构';
  expect(only({ restriction }, { approval: 'approved' }).inScopeFen).toBe(3_200);
  expect(only({ restriction }).whollySelfPaidFen).toBe(3_200);
  expect(only({ restriction }).text).toContain('限二级以上医疗机构');
  expect(only({ restriction }, { approval: 'refused' }).whollySelfPaidFen).toBe(3_200);
  expect(only({}, { approval: 'refused' }).whollySelfPaidFen).toBe(3_200);
});

test('every unknown item is named, and so is every amount that is not price times count', () => {
  const lines = [
    { ...line, lineNo: '7', itemCode: 'NO1' },
    { ...line, lineNo: '8', itemCode: 'NO2' },
    { ...line, lineNo: '9', totalFen: 3_202 },
  ];
  const result = adjudicateDetail((code) => (code === 'X1' ? item : undefined), lines);
  if (result.ok) throw new Error('not refused');
  expect(result.problems.map(({ lineNo, reason }) => [lineNo, reason])).toEqual([
    ['7', 'item-unknown'],
    ['8', 'item-unknown'],
    ['9', 'amount-differs'],
  ]);
  expect(result.problems[0]?.text).toContain('NO1');
  expect(result.problems[2]?.text).toContain('3.20 × 10 = 32.00 元');
});

test('a fen of rounding in the price of part of a pack is accepted', () => {
  const third = { totalFen: 1_000, countTenThousandths: 30_000, priceMillionths: 3_330_000 };
  expect(only({}, third).inScopeFen).toBe(1_000);
});

const anyItem = fc.record({
  class: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  preSelfPayPerTenThousand: fc.integer({ min: 0, max: 10_000 }),
  priceLimitMillionths: fc.option(fc.integer({ min: 0, max: 2_000_000_000 })),
  restriction: fc.option(fc.constant('限门诊')),
});
const anyLine = fc.record({
  countTenThousandths: fc.integer({ min: 1, max: 10_000_000 }),
  priceMillionths: fc.integer({ min: 0, max: 3_000_000_000 }),
  approval: fc.constantFrom('not-asked' as const, 'approved' as const, 'refused' as const),
});

test('the parts of every line sum to the line, and those of the detail to the sum of its lines, to the fen', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyItem, anyLine), { minLength: 1, maxLength: 30 }), (drawn) => {
      const items = new Map(drawn.map(([changes], index) => [`I${index}`, { ...item, ...changes }]));
      const lines = drawn.map(([, of], index) => ({
        ...line,
        ...of,
        lineNo: String(index),
        itemCode: `I${index}`,
        totalFen: amountFen(of.priceMillionths, of.countTenThousandths),
      }));
      const result = adjudicateDetail((code) => items.get(code), lines);
      if (!result.ok) throw new Error('refused');
      for (const split of [...result.lines, result.total]) {
        const { whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen, inScopeFen } = split;
        const parts = [whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen, inScopeFen];
        expect(parts.every((fen) => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
        expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(split.totalFen);
      }
      expect(result.total).toEqual(sumSplits(result.lines));
      expect(result.total.totalFen).toBe(lines.reduce((sum, { totalFen }) => sum + totalFen, 0));
    }),
    { numRuns: 300 },
  );
});

test('a detail in another order or in two lots has the same totals', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 2, maxLength: 20 }), (drawn) => {
      const lines = drawn.map((of, index) => ({
        ...line,
        ...of,
        lineNo: String(index),
        totalFen: amountFen(of.priceMillionths, of.countTenThousandths),
      }));
      const b: CatalogueItem = { ...item, class: 'B', preSelfPayPerTenThousand: 333 };
      const whole = partsOf(adjudicateDetail(() => b, lines));
      expect(partsOf(adjudicateDetail(() => b, [...lines].reverse()))).toEqual(whole);
      const halves = [lines.slice(0, 1), lines.slice(1)].flatMap(
        (half) => partsOf(adjudicateDetail(() => b, half)) ?? [],
      );
      expect(sumSplits(halves)).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});
