// Runs the worked cases that stand beside the policy files, and names every recorded cell that no case touches.
import { describe, expect, test } from 'vitest';
import {
  eligibility,
  parseEligibilityInput,
  parsePremiumInput,
  parseQuoteInput,
  premium,
  premiumYears,
  quote,
} from '../src/index.ts';
import type { Answer, EligibilityResult, Line, Parsed, PremiumResult, QuoteResult } from '../src/index.ts';
import type { PremiumRules } from '../src/library.ts';
import { sliceAt } from '../src/library.ts';
import { waitingOf } from '../src/waiting.ts';
import { readCases } from './case-files.ts';
import type { WorkedCase } from './case-files.ts';
import { library } from './library.ts';

const cases = readCases();

function parsed<Value>(result: Parsed<Value>): Value {
  if (!result.ok) throw new Error(`bad case: ${result.field} ${result.message}`);
  return result.value;
}

function answerOf({ ask, input }: WorkedCase): Answer<QuoteResult | PremiumResult | EligibilityResult> {
  switch (ask) {
    case 'quote':
      return quote(library, parsed(parseQuoteInput(input)));
    case 'premium':
      return premium(library, parsed(parsePremiumInput(input)));
    case 'eligibility':
      return eligibility(library, parsed(parseEligibilityInput(input)));
    case 'waiting':
      throw new Error('waiting has no answer of its own');
  }
}

const sumOf = (lines: Line[], group: Line['group']): number =>
  lines.filter((line) => line.group === group).reduce((sum, line) => sum + line.fen, 0);

function nationalWaiting(input: Record<string, unknown>) {
  const { coverageYear, window, payDate, missedYears, repairedYears } = input as {
    coverageYear: number;
    window: PremiumRules['window'];
    payDate: string;
    missedYears: number;
    repairedYears: number;
  };
  const policy = library.areas.get('211200');
  const from = `${coverageYear}-01-01`;
  if (policy === undefined) throw new Error('Tieling is not loaded');
  const rules = { window, coverage: { from, to: `${coverageYear + 1}-01-01` } } as PremiumRules;
  return waitingOf(sliceAt(policy, from)?.waiting, rules, {
    area: policy.area,
    coverageYear,
    payDate,
    member: { group: 'ordinary', insuredPriorYears: true },
    history: { missedYears, repairedYears },
  });
}

describe('worked cases beside the policy files', () => {
  test.each(cases.map((one) => [`${one.file}: ${one.name}`, one] as const))('%s', (_name, one) => {
    if (one.ask === 'waiting') {
      expect(nationalWaiting(one.input)).toMatchObject(one.answer ?? {});
      return;
    }
    const result = answerOf(one);
    if (one.refusal !== undefined) {
      expect(result).toMatchObject({ ok: false, reason: one.refusal });
      return;
    }
    expect(result.ok, JSON.stringify(result)).toBe(true);
    if (!result.ok || one.answer === undefined) return;
    const { reasonCodes, ...figures } = one.answer;
    expect(result.value).toMatchObject(figures);
    if (reasonCodes !== undefined) {
      expect((result.value as EligibilityResult).reasons.map(({ code }) => code)).toEqual(reasonCodes);
    }
    if (one.ask === 'quote') {
      const { lines } = result.value as QuoteResult;
      const total = (one.input['bill'] as { totalFen: number }).totalFen;
      expect([sumOf(lines, 'split'), sumOf(lines, 'payer')]).toEqual([total, total]);
    }
  });

  test('touch every recorded premium amount', () => {
    const touched = new Set(
      cases
        .filter((one) => one.ask === 'premium' && one.answer?.['premiumFen'] !== undefined)
        .map(({ input }) => {
          const member = input['member'] as { group: string };
          return [input['area'], input['coverageYear'], member.group].map(String).join(' ');
        }),
    );
    const untouched = [...library.areas.keys()].flatMap((area) =>
      premiumYears(library, area).flatMap(({ coverageYear, amounts }) =>
        Object.entries(amounts)
          .filter(([, amount]) => amount.kind !== 'not-recorded')
          .map(([group]) => `${area} ${coverageYear} ${group}`)
          .filter((cell) => !touched.has(cell)),
      ),
    );
    expect(untouched).toEqual([]);
  });

  test('touch every recorded ratio', () => {
    const touched = new Set(
      cases
        .filter((one) => one.ask === 'quote' && one.answer !== undefined)
        .flatMap((one) => {
          const result = answerOf(one);
          const input = parsed(parseQuoteInput(one.input));
          const fund = result.ok
            ? (result.value as QuoteResult).lines.find(
                (line) => line.code === 'fund' && line.ratePerTenThousand !== undefined,
              )
            : undefined;
          if (fund === undefined) return [];
          const chronic = input.patient.chronic.length > 0;
          const cell = chronic
            ? `chronic ${input.patient.scheme}`
            : `${input.patient.scheme} level ${input.institution.level} ${input.patient.retired ? 'retired' : 'inService'}`;
          return [`${input.area} ${cell} ${fund.ratePerTenThousand}`];
        }),
    );
    const recorded = [...library.areas.values()].flatMap(({ area, own }) =>
      (own.outpatient ?? []).flatMap(({ ordinary, chronic }) => {
        const cells: string[] = [];
        for (const [scheme, benefit] of Object.entries(ordinary)) {
          if (benefit === 'notRecorded') continue;
          for (const people of ['inService', 'retired'] as const) {
            for (const level of [1, 2, 3] as const) {
              cells.push(
                `${area} ${scheme} level ${level} ${people} ${benefit.ratio[people][`level${level}`]}`,
              );
            }
          }
        }
        if (chronic === 'notRecorded') return cells;
        for (const scheme of ['employee', 'resident'] as const) {
          const share = chronic[scheme];
          if (share !== 'notRecorded') cells.push(`${area} chronic ${scheme} ${share.ratePerTenThousand}`);
        }
        return cells;
      }),
    );
    expect(recorded.length).toBeGreaterThan(0);
    expect(recorded.filter((cell) => !touched.has(cell))).toEqual([]);
  });
});
