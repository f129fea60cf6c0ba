// Quotes against the second opinion: every cell of the table at its edges, and thousands of random bills.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuoteInput, quote } from '../src/index.ts';
import type { Line, QuoteInput } from '../src/index.ts';
import { answered, library } from './library.ts';
import { secondOpinion } from './second-opinion.ts';

const sumOf = (lines: Line[], group: Line['group']): number =>
  lines.filter((line) => line.group === group).reduce((sum, line) => sum + line.fen, 0);

function agree(input: QuoteInput): void {
  const result = answered(quote(library, input));
  const opinion = secondOpinion(input);
  if ('refused' in opinion) throw new Error(`the second opinion refuses: ${opinion.refused}`);
  const hasSelf = input.accounts.some(({ owner }) => owner === 'self');
  expect({
    fundFen: result.fundFen,
    deductibleFen: result.deductibleFen,
    payers: [...(hasSelf ? [result.ownAccountFen] : []), ...result.sharedFen.map(({ fen }) => fen)],
    cashFen: result.cashFen,
    after: result.yearToDate,
  }).toEqual({
    fundFen: opinion.fundFen,
    deductibleFen: opinion.deductibleFen,
    payers: opinion.paid.map(([prior, current]) => prior + current),
    cashFen: opinion.cashFen,
    after: { deductibleFen: opinion.deductibleAfterFen, fundPaidFen: opinion.fundAfterFen },
  });
  expect(sumOf(result.lines, 'split')).toBe(input.bill.totalFen);
  expect(sumOf(result.lines, 'payer')).toBe(input.bill.totalFen);
}

const base: QuoteInput = {
  area: '211200',
  date: '2025-03-01',
  patient: { scheme: 'employee', retired: false, chronic: [] },
  institution: { kind: 'hospital', level: 2, area: '211200' },
  bill: { totalFen: 100000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
  accounts: [],
};

describe('boundaries of every cell', () => {
  const levels = [1, 2, 3] as const;
  const cells = levels.flatMap((level) => [false, true].map((retired) => [level, retired] as const));
  test.each(cells)(
    'level %i, retired %s: deductible, cap and date edges agree with the second opinion',
    (level, retired) => {
      const thresholdFen = level === 3 ? 30000 : 20000;
      const around = (fen: number): number[] => [fen - 1, fen, fen + 1].filter((value) => value >= 0);
      for (const date of ['2024-01-01', '2025-12-31', '2026-01-01']) {
        for (const deductibleFen of [0, 1, ...around(20000), ...around(30000)]) {
          for (const fundPaidFen of [0, ...around(299999), 400000]) {
            const leftFen = Math.max(0, thresholdFen - deductibleFen);
            for (const totalFen of [
              0,
              ...around(leftFen),
              leftFen + 2,
              leftFen + 3,
              ...around(thresholdFen),
              700000,
            ]) {
              agree({
                ...base,
                date,
                patient: { ...base.patient, retired },
                institution: { ...base.institution, level },
                bill: { ...base.bill, totalFen },
                yearToDate: { deductibleFen, fundPaidFen },
              });
            }
          }
        }
      }
    },
  );

  test('the day before the first recorded day is refused and names the date', () => {
    expect(quote(library, { ...base, date: '2023-12-31' })).toMatchObject({
      ok: false,
      reason: { code: 'no-policy-for-date', field: 'date' },
    });
  });

  test('an area without a policy is refused and names the area', () => {
    expect(quote(library, { ...base, area: '320100' })).toMatchObject({
      ok: false,
      reason: { code: 'no-policy-for-area', field: 'area' },
    });
  });
});

const fenUpTo = (max: number) => fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max }));

const anyInput: fc.Arbitrary<QuoteInput> = fc
  .record({
    date: fc.constantFrom('2024-01-01', '2024-07-15', '2025-12-31', '2026-05-01'),
    scheme: fc.constantFrom('employee' as const, 'resident' as const),
    retired: fc.boolean(),
    chronic: fc.subarray(['hypertension', 'diabetes']),
    kind: fc.constantFrom('hospital' as const, 'hospital' as const, 'pharmacy' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    institutionArea: fc.constantFrom('211200', '211200', '211200', '210100'),
    parts: fc.tuple(fenUpTo(9e14), fenUpTo(20000), fenUpTo(20000), fenUpTo(900000)),
    deductibleFen: fenUpTo(40000),
    fundPaidFen: fenUpTo(400000),
    accounts: fc.uniqueArray(
      fc.record(
        {
          owner: fc.constantFrom('self', 'giver-1', 'giver-2', 'giver-3'),
          priorYearFen: fenUpTo(500000),
          currentYearFen: fenUpTo(500000),
          limitFen: fenUpTo(100000),
        },
        { requiredKeys: ['owner', 'priorYearFen', 'currentYearFen'] },
      ),
      { selector: ({ owner }) => owner },
    ),
  })
  .map(({ date, scheme, retired, chronic, kind, level, institutionArea, parts, accounts, ...yearToDate }) => {
    const [scopeFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen] = parts;
    const totalFen = scopeFen + whollySelfPaidFen + overPriceLimitFen + preSelfPaidFen;
    return {
      area: '211200',
      date,
      patient: { scheme, retired, chronic },
      institution: { kind, ...(kind === 'hospital' ? { level } : {}), area: institutionArea },
      bill: { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen },
      yearToDate,
      accounts,
    };
  });

describe('random bills', () => {
  test('agree with the second opinion, and both groups of lines sum to the bill', () => {
    fc.assert(fc.property(anyInput, agree), { numRuns: 3000 });
  });

  test('are accepted by the input check as they are', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(parseQuoteInput(JSON.parse(JSON.stringify(input)))).toEqual({ ok: true, value: input });
      }),
    );
  });

  test('prior-year money goes before current-year money on every payer line', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const line of answered(quote(library, input)).lines) {
          const account = input.accounts.find(({ owner }) => owner === line.owner);
          if (account === undefined || line.group !== 'payer') continue;
          expect((line.priorYearFen ?? 0) + (line.currentYearFen ?? 0)).toBe(line.fen);
          if ((line.currentYearFen ?? 0) > 0) expect(line.priorYearFen).toBe(account.priorYearFen);
        }
      }),
    );
  });
});
