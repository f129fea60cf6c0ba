// Promises of the catalogue in the database: dated, by area, all or nothing, and never changed.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { ledgerMigrations } from '@gongji/ledger';
import { sampleCatalogueFile } from '@gongji/sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceMigrations } from '../index.ts';
import type { DetailLine } from './adjudicate.ts';
import { catalogueColumns } from './record.ts';
import { createCatalogueService } from './service.ts';
import type { CatalogueService } from './service.ts';

let database: TestDatabase;
let catalogue: CatalogueService;
beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations, serviceMigrations] });
  catalogue = createCatalogueService({ pool: database.appPool });
});
afterAll(() => database.drop());

const cells = (changes: Record<string, string> = {}): string[] => {
  const row: Record<string, string> = {
    ...{ 地区: '000000', 目录编码: 'T1', 名称: '测试片', 目录类别: '药品', 收费类别: '09', 等级: '乙' },
    ...{ 先行自付比例: '10%', 限价: '1.5', 参考单价: '1.4', 限制使用: '', 规格: '', 剂型: '片剂' },
    ...{ 开始日期: '2024-01-01', 结束日期: '' },
    ...changes,
  };
  return catalogueColumns.map((title) => row[title] ?? '');
};
const file = (...rows: string[][]): Readable =>
  Readable.from([`\uFEFF${[catalogueColumns, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`]);
const lineOf = (itemCode: string, date = '2024-10-15'): DetailLine => ({
  ...{ lineNo: '1', itemCode, date, totalFen: 1_000, countTenThousandths: 100_000 },
  ...{ priceMillionths: 1_000_000, approval: 'not-asked' },
});
const inScope = async (area: string, code: string, date?: string) => {
  const result = await catalogue.adjudicateDetail(area, [lineOf(code, date)]);
  return result.ok ? result.total.inScopeFen : result.problems[0]?.reason;
};
const count = async () =>
  (await database.ownerPool.query<{ n: number }>('select count(*)::int as n from gongji.catalogue_item'))
    .rows[0]?.n;

test('the sample catalogue comes in whole, and a second time changes nothing', async () => {
  const first = await catalogue.import(createReadStream(sampleCatalogueFile));
  expect(first.added).toBeGreaterThan(40);
  const again = await catalogue.import(createReadStream(sampleCatalogueFile));
  expect(again).toEqual({ added: 0, unchanged: first.added });
});

test('the row of the day counts: later starts win, an ended row counts no more', async () => {
  await catalogue.import(
    file(
      cells({ 目录编码: 'D1', 等级: '丙', 先行自付比例: '', 开始日期: '2023-01-01' }),
      cells({ 目录编码: 'D1', 开始日期: '2024-03-01', 结束日期: '2025-01-01' }),
    ),
  );
  expect(await inScope('340500', 'D1', '2022-12-31')).toBe('item-unknown');
  expect(await inScope('340500', 'D1', '2024-02-29')).toBe(0);
  expect(await inScope('340500', 'D1', '2024-03-01')).toBe(900);
  expect(await inScope('340500', 'D1', '2024-12-31')).toBe(900);
  expect(await inScope('340500', 'D1', '2025-01-01')).toBe('item-unknown');
});

test('the narrowest area counts: pooling area, province, country', async () => {
  await catalogue.import(
    file(
      cells({ 目录编码: 'A1' }),
      cells({ 目录编码: 'A1', 地区: '210000', 先行自付比例: '20%' }),
      cells({ 目录编码: 'A1', 地区: '211200', 先行自付比例: '30%' }),
    ),
  );
  expect(await inScope('340500', 'A1')).toBe(900);
  expect(await inScope('210100', 'A1')).toBe(800);
  expect(await inScope('211200', 'A1')).toBe(700);
});

test.each([
  ['名称', { 名称: '' }, '第 3 行：“名称”是“”，不能为空。'],
  ['等级', { 等级: '丁' }, '第 3 行：“等级”是“丁”，应是甲、乙、丙之一。'],
  ['限价', { 限价: '1.2345678' }, '第 3 行：“限价”是“1.2345678”'],
  ['先行自付比例', { 等级: '甲' }, '第 3 行：只有乙类可以有先行自付比例。'],
  ['结束日期', { 结束日期: '2023-12-31' }, '第 3 行：“结束日期”2023-12-31 应晚于'],
  ['a row twice', { 目录编码: 'T8' }, '第 3 行：T8（测试片）自 2024-01-01 起的内容在文件里出现了两次。'],
])(
  'a file with a wrong %s is refused by line and column, and nothing of it stays',
  async (_, changes, sentence) => {
    const before = await count();
    await expect(catalogue.import(file(cells({ 目录编码: 'T8' }), cells(changes)))).rejects.toThrow(sentence);
    expect(await count()).toBe(before);
  },
);

test('a row in force cannot be changed, nor can the program delete it', async () => {
  await catalogue.import(file(cells({ 目录编码: 'T9' })));
  await expect(catalogue.import(file(cells({ 目录编码: 'T9', 限价: '9' })))).rejects.toThrow(
    '已经导入过，不能修改',
  );
  await expect(database.appPool.query('delete from gongji.catalogue_item')).rejects.toThrow(
    'permission denied',
  );
  await expect(database.appPool.query(`update gongji.catalogue_item set name = ''`)).rejects.toThrow(
    'permission denied',
  );
});

test('a file without its columns, with a stray quote or with too few cells is refused with a sentence', async () => {
  await expect(catalogue.import(Readable.from(['甲,乙\n1,2\n']))).rejects.toThrow('第 1 行：缺少“地区”');
  await expect(catalogue.import(file(['"a']))).rejects.toThrow('不是正确的 CSV');
  await expect(catalogue.import(file(['a', 'b']))).rejects.toThrow('不是正确的 CSV');
});
