// A wrong policy file is refused at load: place, what was found, what is allowed, how to mend it.
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../src/index.ts';
import { errorsAfter, MAANSHAN, NATIONAL, texts, TIELING } from './wrong-file.ts';

const wrong: [string, string, string, string, string, string][] = [
  [
    'an amount with its unit in words',
    TIELING,
    'fen: 300000',
    'fen: 3000元',
    'outpatient[0].ordinary.employee.cap.fen',
    '现状："3000元"；允许：不小于 0 的整数，单位是分',
  ],
  [
    'an amount in yuan where fen belong',
    MAANSHAN,
    'fen: 40000, source: city-notice-2025',
    'fen: 400, source: city-notice-2025',
    'premium[2].amounts.ordinary.fen',
    '按分写，不是元（400 元写 40000）',
  ],
  [
    'a key of another unit',
    TIELING,
    'cap: { fen: 300000',
    'cap: { yuan: 3000',
    'outpatient[0].ordinary.employee.cap.yuan',
    '是不是想写 fen？',
  ],
  [
    'a ratio as a fraction',
    TIELING,
    'level1: 7000',
    'level1: 0.7',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    '按万分之几写（70% 写 7000）',
  ],
  [
    'a ratio in percent',
    TIELING,
    'level1: 7000',
    'level1: 70',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    '不是百分之几（70% 写 7000）',
  ],
  [
    'a misspelt word',
    TIELING,
    'mode: review',
    'mode: reveiw',
    'binding[0].decision.mode',
    '是不是想写 review？',
  ],
  [
    'a misspelt section',
    TIELING,
    'outpatient:\n  - from',
    'outpatients:\n  - from',
    'outpatients',
    '是不是想写 outpatient？',
  ],
  [
    'a gap inside what it covers',
    TIELING,
    "- from: '2026-01-01'",
    "- from: '2026-02-01'",
    'outpatient[1].from',
    '现状：自 2026-01-01 起至 2026-02-01（不含）没有记录；允许：coverage.outpatient 声明的自 2024-01-01 起不能有空缺',
  ],
  [
    'a gap before the first entry of what it covers',
    NATIONAL,
    "waiting: { from: '2025-01-01' }",
    "waiting: { from: '2024-01-01' }",
    'waiting[0].from',
    '现状：自 2024-01-01 起至 2025-01-01（不含）没有记录',
  ],
  [
    'a coverage year missing from what it covers',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2022-01-01', to: '2026-01-01' }",
    'premium[0].coverageYear',
    '现状：没有 2022 年度的记录；允许：coverage.premium 声明的 2022 到 2025 各年度都要有',
  ],
  [
    'a declared end that nothing reaches',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2023-01-01', to: '2028-01-01' }",
    'coverage.premium',
    '现状：没有 2026 年度的记录',
  ],
  [
    'a coverage that ends before it begins',
    MAANSHAN,
    "premium: { from: '2023-01-01', to: '2026-01-01' }",
    "premium: { from: '2023-01-01', to: '2022-01-01' }",
    'coverage.premium.to',
    '允许：晚于 from',
  ],
  [
    'an amount with a decimal point',
    TIELING,
    'fen: 300000',
    'fen: 3000.5',
    'outpatient[0].ordinary.employee.cap.fen',
    '现状：3000.5；允许：不小于 0 的整数，单位是分',
  ],
  [
    'a ratio above 10000',
    TIELING,
    'level1: 7000',
    'level1: 70000',
    'outpatient[0].ordinary.employee.ratio.inService.level1',
    '现状：70000；允许：0 到 10000 的整数',
  ],
  [
    'an unknown key',
    TIELING,
    'memberLimit:',
    'memberLimits:',
    'binding[0].memberLimits',
    '是不是想写 memberLimit？',
  ],
  [
    'an impossible day',
    MAANSHAN,
    "lastDay: '2024-12-31'",
    "lastDay: '2024-12-32'",
    'premium[2].window.lastDay',
    '允许：真实存在的日期',
  ],
  [
    'a window that ends before it begins',
    MAANSHAN,
    "lastDay: '2024-12-31'",
    "lastDay: '2024-09-04'",
    'premium[2].window.lastDay',
    '允许：firstDay 当天或更晚',
  ],
  [
    'a span that ends before it begins',
    TIELING,
    "to: '2026-01-01'",
    "to: '2024-01-01'",
    'outpatient[0].to',
    '允许：晚于 from',
  ],
  [
    'spans that overlap',
    NATIONAL,
    "- from: '2024-12-09'",
    "- from: '2024-12-08'",
    'relations[1].from',
    '和第 [0] 条的日期重叠',
  ],
  [
    'a source that is not listed',
    MAANSHAN,
    'fen: 6400, source: city-notice-2025',
    'fen: 6400, source: city-notice',
    'premium[2].amounts.minimum-living.source',
    '允许：maanshan-guide、city-notice-2025',
  ],
  [
    'an unquoted area code',
    MAANSHAN,
    "id: '340500'",
    'id: 340500',
    'id',
    '现状：340500；允许：加引号的 6 位数字',
  ],
  [
    'a word that is no decision mode',
    TIELING,
    'mode: review',
    'mode: maybe',
    'binding[0].decision.mode',
    '允许：automatic、review 之一',
  ],
  [
    'a source without a grade that exists',
    TIELING,
    'grade: guide',
    'grade: rumour',
    'sources.tieling-guide.grade',
    '允许：official、press、guide、weak、ours 之一',
  ],
  [
    'an area in another province',
    TIELING,
    "province: '21'",
    "province: '34'",
    'province',
    "允许：地区代码的前两位 '21'",
  ],
  [
    'a coverage that is not of its year',
    MAANSHAN,
    "from: '2025-01-01', to: '2026-01-01'",
    "from: '2024-01-01', to: '2026-01-01'",
    'premium[2].coverage.from',
    '允许：2025 年里的日期',
  ],
  [
    'a coverage year twice',
    MAANSHAN,
    'coverageYear: 2024',
    'coverageYear: 2023',
    'premium[1].coverageYear',
    '允许：每个年度只写一次',
  ],
  [
    'a part of the bill in neither list',
    NATIONAL,
    '[deductible, own-share,',
    '[own-share,',
    'conventions[0].payableFromAccounts',
    '现状：deductible 两个列表里都没有',
  ],
  [
    'an order of accounts that the engine does not know',
    NATIONAL,
    '[self, givers, cash]',
    '[givers, self, cash]',
    'conventions[0].accountOrder[0]',
    '允许：self 之一',
  ],
  [
    'a version in another form',
    TIELING,
    "version: '2026-11-22.2'",
    "version: 'v1'",
    'version',
    "允许：'YYYY-MM-DD.N'",
  ],
];

/** A gap is told where the next entry stands, not where the coverage is declared. */
const placedElsewhere = new Set(['waiting[0].from', 'premium[0].coverageYear']);

/** What is left is for the clerk: no English sentence hides in it. */
const withoutNames = (message: string): string => message.replaceAll(/\[self, givers, cash\]/g, '');

describe('a wrong policy file', () => {
  test.each(wrong)('with %s is refused at its place', (_name, path, from, to, field, said) => {
    const { errors, line } = errorsAfter(path, from, to);
    const error = errors.find((one) => one.field === field);
    expect(errors.map((one) => one.field)).toContain(field);
    expect(error?.message).toContain(said);
    expect(error?.message).toContain('；改法：');
    expect(withoutNames(error?.message ?? '')).not.toMatch(/[a-z]{3,} [a-z]{2,}/i);
    expect(error?.message.startsWith(`${path}:${error.line}:${error.column}: ${field}：`)).toBe(true);
    expect(Math.abs((error?.line ?? 0) - line)).toBeLessThanOrEqual(placedElsewhere.has(field) ? 60 : 1);
  });

  test('names line and column of the very value', () => {
    const { errors } = errorsAfter(MAANSHAN, "id: '340500'", 'id: 340500');
    expect(errors[0]).toMatchObject({ path: MAANSHAN, line: 4, column: 5 });
  });

  test('that lacks a required key is refused at its parent', () => {
    const { errors } = errorsAfter(TIELING, '    pharmacy: notRecorded\n', '');
    expect(errors.map(({ field }) => field)).toEqual(['outpatient[0].pharmacy']);
    expect(errors[0]?.message).toContain('现状：没有填写；允许：');
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
    expect(errors[0]?.message).toMatch(/^policies\/national\.yaml:\d+:\d+: 现状：.*；允许：.*；改法：/s);
    expect(errors.length).toBeLessThanOrEqual(3);
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
