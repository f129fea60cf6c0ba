// What reads well and cannot be meant: yuan for fen, a last day for a first, another year, another city's code.
import { expect, test } from 'vitest';
import { errorsAfter, MAANSHAN, TIELING } from './wrong-file.ts';

const unlikely: [string, string, string, string, string, string][] = [
  [
    'a cap in yuan',
    TIELING,
    'cap: { fen: 300000',
    'cap: { fen: 3000',
    'outpatient[0].ordinary.employee.cap.fen',
    '按分写，不是元（3000 元写 300000）',
  ],
  [
    'a deductible in yuan',
    TIELING,
    'level1Fen: 20000',
    'level1Fen: 200',
    'outpatient[0].ordinary.employee.deductible.level1Fen',
    '按分写，不是元（200 元写 20000）',
  ],
  [
    'an amount with commas',
    TIELING,
    'fen: 300000',
    'fen: 300,000',
    'outpatient[0].ordinary.employee.cap.0',
    '去掉数字里的逗号',
  ],
  [
    'a colon without a space',
    TIELING,
    'fen: 300000',
    'fen:300000',
    'outpatient[0].ordinary.employee.cap.fen:300000',
    '写成 fen: 300000',
  ],
  [
    'a full-width colon in braces',
    TIELING,
    'fen: 300000',
    'fen：300000',
    'outpatient[0].ordinary.employee.cap.fen：300000',
    '写成 fen: 300000',
  ],
  [
    'the last day where the first without it belongs',
    MAANSHAN,
    "from: '2025-01-01', to: '2026-01-01', source: city",
    "from: '2025-01-01', to: '2025-12-31', source: city",
    'premium[2].coverage.to',
    '允许：失效的第一天，不是最后一天',
  ],
  [
    'a window of another year',
    MAANSHAN,
    "firstDay: '2024-09-05', lastDay: '2024-12-31'",
    "firstDay: '2042-09-05', lastDay: '2042-12-31'",
    'premium[2].window.firstDay',
    '允许：2024 或 2025 年里的日期',
  ],
  [
    'a section that says nothing',
    MAANSHAN,
    'premium:\n  - coverageYear: 2023',
    'premium:\nbinding2:\n  - coverageYear: 2023',
    'premium',
    '允许：notRecorded（没有记录），或一个列表',
  ],
  [
    'the code of another area than its name',
    TIELING,
    "id: '211200'",
    "id: '211300'",
    'id',
    "允许：和文件名一样的代码 '211200'",
  ],
  [
    'an address that runs a script',
    TIELING,
    'grade: guide',
    'grade: guide\n    url: javascript:alert(1)',
    'sources.tieling-guide.url',
    '以 https:// 开头',
  ],
  [
    'a version of a day that does not exist',
    TIELING,
    "version: '2026-11-22.2'",
    "version: '2026-13-41.1'",
    'version',
    "允许：'YYYY-MM-DD.N'",
  ],
];

test.each(unlikely)('%s is refused at its place', (_name, path, from, to, field, said) => {
  const { errors, line } = errorsAfter(path, from, to);
  const error = errors.find((one) => one.field === field);
  expect(error?.message).toContain(said);
  expect(error?.message.startsWith(`${path}:${error.line}:${error.column}: ${field}：`)).toBe(true);
  expect(Math.abs((error?.line ?? 0) - line)).toBeLessThanOrEqual(1);
});

test('a rule after the window that leaves days out, or begins inside the window, is refused', () => {
  const before = '      monitored: { fen: 20000, source: city-notice-2025 }\n';
  const rules = (first: string, second: string): string =>
    `${before}    afterWindow:
      - { from: '${first}', to: '2025-03-01', waitingMonths: 0, source: city-notice-2025 }
      - { from: '${second}', waitingMonths: 3, source: city-notice-2025 }
`;
  const fields = (first: string, second: string) =>
    errorsAfter(MAANSHAN, before, rules(first, second)).errors.map(({ field }) => field);
  expect(fields('2025-01-01', '2025-03-01')).toEqual([]);
  expect(fields('2025-01-02', '2025-03-01')).toEqual(['premium[2].afterWindow[0].from']);
  expect(fields('2024-12-31', '2025-03-01')).toEqual(['premium[2].afterWindow[0].from']);
  expect(fields('2025-01-01', '2025-04-01')).toEqual(['premium[2].afterWindow[1].from']);
});
