// A wrong policy file is refused at load: place, what was found, what is allowed, how to mend it.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary } from '../src/index.ts';
import type { LoadError } from '../src/index.ts';

const texts = readPolicyTexts();
const TIELING = 'policies/areas/211200-tieling.yaml';
const MAANSHAN = 'policies/areas/340500-maanshan.yaml';
const NATIONAL = 'policies/national.yaml';

/** The errors after one replacement in one file; the place of the replacement is what the error should name. */
function errorsAfter(path: string, from: string, to: string): { errors: LoadError[]; line: number } {
  const original = texts.find((one) => one.path === path)?.text ?? '';
  const offset = original.indexOf(from);
  if (offset < 0) throw new Error(`${path} has no ${from}`);
  const text = original.slice(0, offset) + to + original.slice(offset + from.length);
  const loaded = loadLibrary(texts.map((one) => (one.path === path ? { path, text } : one)));
  return { errors: loaded.ok ? [] : loaded.errors, line: original.slice(0, offset).split('\n').length };
}

const wrong: [string, string, string, string, string, string][] = [
  [
    'an amount with its unit in words',
    TIELING,
    'fen: 300000',
    'fen: 3000元',
    'outpatient[0].ordinary.employee.cap.fen',
    'found "3000元"; allowed: a whole number of fen',
  ],
  [
    'an amount in yuan where fen belong',
    MAANSHAN,
    'fen: 40000, source: city-notice-2025',
    'fen: 400, source: city-notice-2025',
    'premium[2].amounts.ordinary.fen',
    'write fen, not yuan (400 yuan = 40000)',
  ],
  [
    'a key of another unit',
    TIELING,
    'cap: { fen: 300000',
    'cap: { yuan: 3000',
    'outpatient[0].ordinary.employee.cap.yuan',
    'did you mean fen?',
  ],
  [
    'a ratio as a fraction',
    TIELING,
    'level1: 7000',
    'level1: 0.7',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    'write per ten thousand (70 percent = 7000)',
  ],
  [
    'a ratio in percent',
    TIELING,
    'level1: 7000',
    'level1: 70',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    'not percent (70 percent = 7000)',
  ],
  [
    'a misspelt word',
    TIELING,
    'mode: review',
    'mode: reveiw',
    'binding[0].decision.mode',
    'did you mean review?',
  ],
  [
    'a misspelt section',
    TIELING,
    'outpatient:\n  - from',
    'outpatients:\n  - from',
    'outpatients',
    'did you mean outpatient?',
  ],
  [
    'a gap inside what it covers',
    TIELING,
    "- from: '2026-01-01'",
    "- from: '2026-02-01'",
    'outpatient[1].from',
    'found no entry from 2026-01-01 to before 2026-02-01; allowed: no gap from 2024-01-01 on',
  ],
  [
    'a gap before the first entry of what it covers',
    NATIONAL,
    "waiting: { from: '2025-01-01' }",
    "waiting: { from: '2024-01-01' }",
    'waiting[0].from',
    'found no entry from 2024-01-01 to before 2025-01-01',
  ],
  [
    'a coverage year missing from what it covers',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2022-01-01', to: '2026-01-01' }",
    'premium[0].coverageYear',
    'found no entry for the coverage year 2022; allowed: every coverage year from 2022 to 2025',
  ],
  [
    'a declared end that nothing reaches',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2023-01-01', to: '2028-01-01' }",
    'coverage.premium',
    'found no entry for the coverage year 2026',
  ],
  [
    'a coverage that ends before it begins',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2023-01-01', to: '2022-01-01' }",
    'coverage.premium.to',
    'allowed: a day after from',
  ],
  [
    'an amount with a decimal point',
    TIELING,
    'fen: 300000',
    'fen: 3000.5',
    'outpatient[0].ordinary.employee.cap.fen',
    'found 3000.5; allowed: a whole number of fen',
  ],
  [
    'a ratio above 10000',
    TIELING,
    'level1: 7000',
    'level1: 70000',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    'found 70000; allowed: a whole number from 0 to 10000',
  ],
  [
    'an unknown key',
    TIELING,
    'memberLimit:',
    'memberLimits:',
    'binding[0].memberLimits',
    'did you mean memberLimit?',
  ],
  [
    'an impossible day',
    MAANSHAN,
    "lastDay: '2024-12-31'",
    "lastDay: '2024-12-32'",
    'premium[2].window.lastDay',
    'allowed: a real calendar day',
  ],
  [
    'a window that ends before it begins',
    MAANSHAN,
    "lastDay: '2024-12-31'",
    "lastDay: '2024-09-04'",
    'premium[2].window.lastDay',
    'allowed: firstDay or later',
  ],
  [
    'a span that ends before it begins',
    TIELING,
    "to: '2026-01-01'",
    "to: '2024-01-01'",
    'outpatient[0].to',
    'allowed: a day after from',
  ],
  [
    'spans that overlap',
    NATIONAL,
    "- from: '2024-12-09'",
    "- from: '2024-12-08'",
    'relations[1].from',
    'which overlaps entry [0]',
  ],
  [
    'a source that is not listed',
    MAANSHAN,
    'fen: 6400, source: city-notice-2025',
    'fen: 6400, source: city-notice',
    'premium[2].amounts.minimum-living.source',
    'allowed: maanshan-guide, city-notice-2025',
  ],
  [
    'an unquoted area code',
    MAANSHAN,
    "id: '340500'",
    'id: 340500',
    'id',
    'found 340500; allowed: 6 digits in quotes',
  ],
  [
    'a word that is no decision mode',
    TIELING,
    'mode: review',
    'mode: maybe',
    'binding[0].decision.mode',
    'allowed: one of automatic, review',
  ],
  [
    'a source without a grade that exists',
    TIELING,
    'grade: guide',
    'grade: rumour',
    'sources.tieling-guide.grade',
    'allowed: one of official, press, guide, weak, ours',
  ],
  [
    'an area in another province',
    TIELING,
    "province: '21'",
    "province: '34'",
    'province',
    "allowed: the first two digits of the area, '21'",
  ],
  [
    'a coverage that is not of its year',
    MAANSHAN,
    "from: '2025-01-01', to: '2026-01-01'",
    "from: '2024-01-01', to: '2026-01-01'",
    'premium[2].coverage.from',
    'allowed: a day in 2025',
  ],
  [
    'a coverage year twice',
    MAANSHAN,
    'coverageYear: 2024',
    'coverageYear: 2023',
    'premium[1].coverageYear',
    'allowed: each coverage year once',
  ],
  [
    'a part of the bill in neither list',
    NATIONAL,
    '[deductible, own-share,',
    '[own-share,',
    'conventions[0].payableFromAccounts',
    'found deductible in neither list',
  ],
  [
    'an order of accounts that the engine does not know',
    NATIONAL,
    '[self, givers, cash]',
    '[givers, self, cash]',
    'conventions[0].accountOrder[0]',
    'allowed: one of self',
  ],
  [
    'a version in another form',
    TIELING,
    "version: '2026-11-22.1'",
    "version: 'v1'",
    'version',
    "allowed: 'YYYY-MM-DD.N'",
  ],
];

/** A gap is told where the next entry stands, not where the coverage is declared. */
const placedElsewhere = new Set(['waiting[0].from', 'premium[0].coverageYear']);

describe('a wrong policy file', () => {
  test.each(wrong)('with %s is refused at its place', (_name, path, from, to, field, said) => {
    const { errors, line } = errorsAfter(path, from, to);
    const error = errors.find((one) => one.field === field);
    expect(errors.map((one) => one.field)).toContain(field);
    expect(error?.message).toContain(said);
    expect(error?.message).toContain('to mend: ');
    expect(error?.message.startsWith(`${path}:${error.line}:${error.column}: ${field}: `)).toBe(true);
    expect(Math.abs((error?.line ?? 0) - line)).toBeLessThanOrEqual(placedElsewhere.has(field) ? 60 : 1);
  });

  test('names line and column of the very value', () => {
    const { errors } = errorsAfter(MAANSHAN, "id: '340500'", 'id: 340500');
    expect(errors[0]).toMatchObject({ path: MAANSHAN, line: 4, column: 5 });
  });

  test('that lacks a required key is refused at its parent', () => {
    const { errors } = errorsAfter(TIELING, '    pharmacy: notRecorded\n', '');
    expect(errors.map(({ field }) => field)).toEqual(['outpatient[0].pharmacy']);
    expect(errors[0]?.message).toContain('found nothing');
  });

  test('with several mistakes in one premium year names each of them, and nothing else', () => {
    const original = texts.find(({ path }) => path === MAANSHAN)?.text ?? '';
    const text = original
      .replace('fen: 40000, source: city-notice-2025', 'fen: 400, source: city-notice-2025')
      .replace("lastDay: '2024-12-31'", "lastDay: '2024-12-32'")
      .replace('stopThereFirst', 'stopFirst');
    const loaded = loadLibrary(texts.map((one) => (one.path === MAANSHAN ? { path: MAANSHAN, text } : one)));
    expect(loaded.ok ? [] : loaded.errors.map(({ field }) => field).sort()).toEqual([
      'premium[2].amounts.ordinary.fen',
      'premium[2].insuredElsewhere.stopFirst',
      'premium[2].insuredElsewhere.stopThereFirst',
      'premium[2].window.lastDay',
    ]);
  });

  test('that is no YAML is refused with the place of the mistake', () => {
    const { errors } = errorsAfter(NATIONAL, 'layer: national', 'layer: [national');
    expect(errors[0]?.message).toMatch(/^policies\/national\.yaml:\d+:\d+: found .*to mend: /s);
  });

  test('with a key twice is refused', () => {
    const { errors, line } = errorsAfter(NATIONAL, 'name: 全国', 'name: 全国\nname: 国');
    expect(errors[0]?.line).toBe(line + 1);
  });

  test('does not hide the errors of another', () => {
    const broken = texts.map(({ path, text }) => ({
      path,
      text: text.replace(/checkedOn: '[^']*'/, 'checkedOn: today'),
    }));
    const loaded = loadLibrary(broken);
    expect(loaded.ok ? [] : [...new Set(loaded.errors.map(({ path }) => path))]).toEqual(
      texts.map(({ path }) => path),
    );
  });
});

describe('a library', () => {
  test('without a national layer is refused', () => {
    const loaded = loadLibrary(texts.filter(({ path }) => path !== NATIONAL));
    expect(loaded).toMatchObject({ ok: false, errors: [{ field: 'layer' }] });
  });

  test('with an area whose province has no file is refused', () => {
    const loaded = loadLibrary(texts.filter(({ path }) => !path.includes('34-anhui')));
    expect(loaded).toMatchObject({ ok: false, errors: [{ path: MAANSHAN, field: 'province' }] });
  });

  test('with the same area twice is refused', () => {
    const again = texts
      .filter(({ path }) => path === TIELING)
      .map(({ text }) => ({ path: 'again.yaml', text }));
    expect(loadLibrary([...texts, ...again])).toMatchObject({
      ok: false,
      errors: [{ path: 'again.yaml', field: 'id' }],
    });
  });
});
