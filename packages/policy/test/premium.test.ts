// The premium's own rules: newborns, missed years under both readings, what blocks, what is not recorded.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary, parsePremiumInput, premium } from '../src/index.ts';
import type { PremiumInput, PremiumResult } from '../src/index.ts';
import { answered, library } from './library.ts';

const base: PremiumInput = {
  area: '340500',
  coverageYear: 2025,
  payDate: '2024-10-01',
  member: { group: 'ordinary', insuredPriorYears: true },
  history: { missedYears: 0, repairedYears: 0 },
};

const member = (more: Partial<PremiumInput['member']>): PremiumInput => ({
  ...base,
  member: { ...base.member, ...more },
});

function changedLibrary(file: string, from: string, to: string) {
  const loaded = loadLibrary(
    readPolicyTexts().map(({ path, text }) => {
      if (!path.endsWith(file)) return { path, text };
      expect(text).toContain(from);
      return { path, text: text.replace(from, to) };
    }),
  );
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.library;
}

const codesOf = ({ lines }: PremiumResult): string[] => lines.map(({ code }) => code);

describe('a newborn', () => {
  const born = (birthDate: string, registeredOn: string): PremiumInput => ({
    ...member({ age: 0, newborn: { birthDate, registeredOn } }),
    payDate: registeredOn,
  });

  test('registered on the 90th day is covered from birth, although the window is over', () => {
    const result = answered(premium(library, born('2025-03-01', '2025-05-30')));
    expect(result).toMatchObject({
      benefitsFrom: '2025-03-01',
      benefitsTo: '2025-12-31',
      waitingMonths: 0,
      window: { open: false },
    });
    expect(result.lines.find(({ code }) => code === 'benefits-newborn')).toMatchObject({ weak: true });
  });

  test('registered on the 91st day waits like everybody who is late, and is told why', () => {
    const result = answered(premium(library, born('2025-03-01', '2025-05-31')));
    expect(result).toMatchObject({ benefitsFrom: '2025-08-31', waitingMonths: 3 });
    expect(result.lines.find(({ code }) => code === 'newborn-too-late')?.applied).toBe(false);
  });

  test('born before the coverage year is covered from its first day', () => {
    const result = answered(premium(library, born('2024-12-20', '2025-01-20')));
    expect(result.benefitsFrom).toBe('2025-01-01');
  });

  test('registered before birth is no input', () => {
    expect(parsePremiumInput(born('2025-03-02', '2025-03-01'))).toMatchObject({
      ok: false,
      field: 'member.newborn.registeredOn',
    });
  });
});

describe('missed years', () => {
  const national = (from: string, to: string) => changedLibrary('national.yaml', from, to);
  const missed = (missedYears: number, repairedYears = 0): PremiumInput => ({
    ...base,
    coverageYear: 2026,
    payDate: '2025-11-01',
    history: { missedYears, repairedYears },
  });

  test('wait by the reading of the file, and the other reading is told as not applied', () => {
    const result = answered(premium(library, missed(1)));
    expect(result.waitingMonths).toBe(3);
    expect(result.lines.find(({ code }) => code === 'other-reading')).toMatchObject({ applied: false });
    const other = national('{ reading: missed-years-less-one', '{ reading: every-missed-year');
    const longer = answered(premium(other, missed(1)));
    expect(longer.waitingMonths).toBe(4);
    expect(longer.lines.filter(({ months }) => months !== undefined).map(({ months }) => months)).toEqual([
      3, 1,
    ]);
  });

  test('that are repaired take their month away, and never a fixed one', () => {
    const other = national('{ reading: missed-years-less-one', '{ reading: every-missed-year');
    expect(answered(premium(other, missed(1, 1))).waitingMonths).toBe(3);
    const result = answered(premium(library, missed(1, 1)));
    expect(result.waitingMonths).toBe(3);
    expect(codesOf(result)).toContain('repair-not-applied');
  });

  test('whose months nobody recorded give no day, and a line says so', () => {
    const silent = national(
      'variable: { reading: missed-years-less-one, monthsPerMissedYear: 1, source: qingdao-waiting-example }',
      'variable: notRecorded',
    );
    const result = answered(premium(silent, missed(1)));
    expect(result).toMatchObject({ benefitsFrom: null, benefitsTo: null });
    expect(codesOf(result)).toContain('benefits-missed-years-not-recorded');
  });

  test.each([0, 1, 2, 5])('have steps that sum to the wait (%i missed)', (years) => {
    const later = national('countedFrom: { coverageYear: 2025', 'countedFrom: { coverageYear: 2010');
    for (let repaired = 0; repaired <= years; repaired += 1) {
      const { lines, waitingMonths } = answered(premium(later, missed(years, repaired)));
      expect(lines.reduce((sum, { months = 0 }) => sum + months, 0)).toBe(waitingMonths);
    }
  });
});

describe('what stands in the way', () => {
  test('is a premium paid elsewhere', () => {
    const result = answered(premium(library, member({ paidElsewhere: { area: '340100' } })));
    expect(result.blocked).toMatchObject({ code: 'paid-elsewhere', source: { grade: 'ours' } });
    expect(codesOf(result)).toContain('paid-elsewhere');
  });

  test.each([
    ['not stopped yet', undefined, 'stop-elsewhere-first'],
    ['stopped tomorrow', '2024-10-02', 'stop-elsewhere-first'],
    ['stopped today', '2024-10-01', 'wait-for-data'],
    ['stopped yesterday', '2024-09-30', 'wait-for-data'],
    ['stopped two days ago', '2024-09-29', undefined],
    ['stopped long ago', '2024-06-01', undefined],
  ])('for one insured elsewhere the year before, %s', (_name, stoppedOn, code) => {
    const insuredElsewhere = { area: '320100', ...(stoppedOn === undefined ? {} : { stoppedOn }) };
    const result = answered(premium(library, member({ insuredElsewhere })));
    expect(result.blocked?.code).toBe(code);
    expect(codesOf(result)).toContain(code ?? 'stopped-elsewhere');
    expect(result.premiumFen).toBe(40000);
  });

  test('is not guessed where no rule is recorded', () => {
    const of2023 = {
      ...member({ insuredElsewhere: { area: '320100' } }),
      coverageYear: 2023,
      payDate: '2022-10-01',
    };
    const result = answered(premium(library, of2023));
    expect(result).not.toHaveProperty('blocked');
    expect(codesOf(result)).toContain('insured-elsewhere-not-recorded');
  });
});

describe('a window or a coverage that is not recorded', () => {
  const silent = (part: string) =>
    changedLibrary(
      '340500-maanshan.yaml',
      part === 'window'
        ? "window: { firstDay: '2024-09-05', lastDay: '2024-12-31', source: city-notice-2025 }"
        : "coverage: { from: '2025-01-01', to: '2026-01-01', source: city-notice-2025 }",
      `${part}: notRecorded`,
    );

  test('still has its amount, and says which date cannot be told', () => {
    const noWindow = answered(premium(silent('window'), base));
    expect(noWindow).toMatchObject({ premiumFen: 40000, window: null, benefitsFrom: null, benefitsTo: null });
    expect(codesOf(noWindow)).toEqual(
      expect.arrayContaining(['window-not-recorded', 'benefits-window-not-recorded']),
    );
    const noCoverage = answered(premium(silent('coverage'), base));
    expect(noCoverage).toMatchObject({ premiumFen: 40000, window: { open: true }, benefitsFrom: null });
    expect(codesOf(noCoverage)).toContain('benefits-coverage-not-recorded');
  });
});

test('every premium answer has split lines that sum to the premium, and ends every sentence', () => {
  for (const policy of library.areas.values()) {
    for (const coverageYear of policy.premiums.keys()) {
      for (const missedYears of [0, 1, 4]) {
        for (const payDate of [
          `${coverageYear - 1}-10-25`,
          `${coverageYear}-02-01`,
          `${coverageYear}-06-01`,
        ]) {
          const answer = premium(library, {
            ...base,
            area: policy.area,
            coverageYear,
            payDate,
            history: { missedYears, repairedYears: 1 },
          });
          if (!answer.ok) continue;
          const { lines, premiumFen } = answer.value;
          const split = lines.filter(({ group }) => group === 'split');
          expect(split.reduce((sum, { fen }) => sum + fen, 0)).toBe(premiumFen);
          for (const { text } of lines) expect(text).toMatch(/。$/);
        }
      }
    }
  }
});
