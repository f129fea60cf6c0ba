// Imports: good rows come in exactly once, bad ones are told with line and reason, and a stopped import goes on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, idNumber, person } from '../../test/people.ts';
import { createImportService } from './create.ts';
import type { BadRow, ImportKind, ImportOptions, ImportReport } from './service.ts';
import { ImportFileProblem } from './service.ts';

const area = '340500';
const directory = mkdtempSync(join(tmpdir(), 'gongji-import-'));
const giver = employee({ name: '样明远', parts: [] });
const other = employee({ name: '样清秋', parts: [] });
const resident = person({ name: '样小禾' });
const elsewhere = employee({ name: '演国栋', area: '211200' });
let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
  await world.add(giver, other, resident, elsewhere);
});
afterAll(async () => {
  await world.expectSoundBooks();
  await world.close();
  rmSync(directory, { recursive: true });
});

let files = 0;
async function bringIn(
  kind: ImportKind,
  lines: readonly string[],
  over: Partial<ImportOptions> = {},
): Promise<{ report: ImportReport; bad: BadRow[]; file: string }> {
  files += 1;
  const file = over.file ?? join(directory, `${files}.csv`);
  if (over.file === undefined) writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
  const bad: BadRow[] = [];
  const report = await createImportService(world.deps).run({
    ...{ kind, file, area, businessDate: '2024-10-15', at: new Date('2024-10-15T20:00:00+08:00') },
    onBadRow: (row) => bad.push(row),
    ...over,
  });
  return { report, bad, file };
}

it('posts good contributions to the year in which they came, and tells bad ones with line and reason', async () => {
  const { report, bad, file } = await bringIn('contributions', [
    '人员编号,费款所属期,金额（元）',
    `${giver.personNo},2024-09,120.50`,
    `${giver.personNo},2024-13,1`,
    `${other.personNo},202409,"88.1"`,
    `nobody,2024-09,1.00`,
    `${elsewhere.personNo},2024-09,1`,
    `${resident.personNo},2024-09,1`,
    `${giver.personNo},2024-09,120.50`,
    `${giver.personNo},2024-09,7`,
    `${giver.personNo},2024-10,0`,
    `${giver.personNo},2024-10,1.005`,
    `${giver.personNo},2024-10,1,2`,
  ]);
  expect(report).toMatchObject({
    ...{
      state: 'done',
      wasDone: false,
      rows: 11,
      goodRows: 2,
      repeatedRows: 1,
      badRows: 8,
      totalFen: 20_860,
    },
  });
  expect(bad.map(({ line }) => line).sort((a, b) => a - b)).toEqual([3, 5, 6, 7, 9, 10, 11, 12]);
  expect(bad.find(({ line }) => line === 3)?.reason).toContain('费款所属期');
  expect(bad.find(({ line }) => line === 9)?.reason).toContain('出现了两次');
  expect(await world.money(giver)).toEqual([[2024, 12_050, 0]]);
  expect(await world.money(other)).toEqual([[2024, 8_810, 0]]);

  const again = await bringIn('contributions', [], { file });
  expect(again.report).toMatchObject({ wasDone: true, goodRows: 2, importNo: report.importNo });
  expect(again.bad).toEqual([]);
  expect(await world.money(giver)).toEqual([[2024, 12_050, 0]]);
});

it('knows a row again in another file, and refuses it there with another amount', async () => {
  const { report, bad } = await bringIn('contributions', [
    'personNo,period,amountYuan,sequence',
    `${giver.personNo},2024-09,120.50,`,
    `${other.personNo},2024-09,99,`,
    `${giver.personNo},2024-09,30,2`,
  ]);
  expect(report).toMatchObject({ goodRows: 1, repeatedRows: 1, badRows: 1, totalFen: 3_000 });
  expect(bad).toEqual([{ line: 3, reason: '这个人的这一笔以前已经导入，金额不同' }]);
  expect(await world.money(giver)).toEqual([[2024, 15_050, 0]]);
});

it('goes on where it was stopped, without posting anything twice', async () => {
  const people = Array.from({ length: 30 }, (_, index) => employee({ name: `样${index}`, parts: [] }));
  await world.add(...people);
  const months = Array.from(
    { length: 360 },
    (_, index) => `${2001 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
  const lines = ['人员编号,费款所属期,金额'];
  for (const { personNo } of people) for (const month of months) lines.push(`${personNo},${month},1.00`);
  const stop = new AbortController();
  const half = await bringIn('contributions', lines, {
    lotRows: 5_000,
    signal: stop.signal,
    onProgress: ({ stage, rows }) => {
      if (stage === 'post' && rows >= 5_000) stop.abort();
    },
  });
  expect(half.report).toMatchObject({ state: 'stopped', goodRows: 10_000 });
  const rest = await bringIn('contributions', [], { file: half.file });
  expect(rest.report).toMatchObject({
    state: 'done',
    wasDone: false,
    rows: 10_800,
    goodRows: 10_800,
    totalFen: 1_080_000,
  });
  expect(await world.money(people[29]!)).toEqual([[2024, 36_000, 0]]);
});

it('brings opening balances in by year, once', async () => {
  const lines = [
    '人员编号,年份,金额',
    `${giver.personNo},2022,500`,
    `${giver.personNo},2023,60.5`,
    `${giver.personNo},1970,1`,
  ];
  const { report, bad } = await bringIn('balances', lines);
  expect(report).toMatchObject({ goodRows: 2, badRows: 1, totalFen: 56_050 });
  expect(bad[0]?.reason).toContain('年份');
  await bringIn('balances', [...lines, `${other.personNo},2023,1`]);
  expect(await world.money(giver)).toEqual([
    [2022, 50_000, 0],
    [2023, 6_050, 0],
    [2024, 15_050, 0],
  ]);
});

it('brings people in encrypted, and tells whose number is taken or wrong', async () => {
  const number = idNumber('340599', '1991-02-03', 77);
  const header = '人员编号,姓名,身份证号,手机号,险种,参保状态,退休,人员类别,慢特病';
  const { report, bad } = await bringIn('people', [
    header,
    `3405N1,样新来,${number},19900000001,职工,正常,否,,hypertension；diabetes`,
    `3405N2,样重号,${number},,居民,正常,,低保,`,
    `3405N3,样错号,${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'},,居民,正常,,,`,
    `${giver.personNo},改名,${giver.idNumber},,职工,正常,,,`,
    `3405N4,样无险,${idNumber('340599', '1991-02-03', 78)},,商业,正常,,,`,
  ]);
  expect(report).toMatchObject({ goodRows: 1, badRows: 4 });
  expect(bad.map(({ line, reason }) => [line, reason.slice(0, 6)])).toEqual(
    expect.arrayContaining([
      [3, '身份证号码已'],
      [4, '身份证号码不'],
      [5, '这个人员编号'],
      [6, '险种不对，应'],
    ]),
  );
  expect(await world.person.findByIdNumber(number)).toMatchObject({
    ...{
      personNo: '3405N1',
      name: '样新来',
      bornOn: '1991-02-03',
      sex: 'male',
      chronic: ['hypertension', 'diabetes'],
    },
  });
  const repeated = await bringIn('people', [
    header,
    `3405N1,样新来,${number},19900000001,职工医保,normal,否,普通,hypertension;diabetes`,
    '',
  ]);
  expect(repeated.report).toMatchObject({ goodRows: 0, badRows: 0, repeatedRows: 1 });
});

it('changes insurance status with a record of what it was', async () => {
  const { report, bad } = await bringIn('status', [
    '人员编号,参保状态,退休',
    `${other.personNo},暂停,`,
    `${giver.personNo},正常,`,
    `${elsewhere.personNo},终止,`,
  ]);
  expect(report).toMatchObject({ goodRows: 1, repeatedRows: 1, badRows: 1 });
  expect(bad).toEqual([{ line: 4, reason: '这个人不在这个参保地' }]);
  expect(await world.person.find(other.personNo)).toMatchObject({ status: 'suspended', retired: false });
  const { rows } = await world.database.ownerPool.query<{ payload: unknown }>(
    "select payload from gongji.action where kind = 'insurance-changed'",
  );
  expect(rows).toMatchObject([{ payload: { status: 'suspended', before: { status: 'normal' } } }]);
});

it.each([
  ['without a needed column', ['人员编号,金额', 'a,1'], '缺少列：费款所属期'],
  ['with a column that is not known', ['人员编号,费款所属期,金额,备注', 'a,2024-01,1,x'], '不认识的列“备注”'],
  ['that is empty', [''], '文件是空的'],
  ['with a quote that does not end', ['人员编号,费款所属期,金额', '"a,2024-01,1'], '不是正确的 CSV'],
])('refuses a file %s as a whole', async (_name, lines, what) => {
  await expect(bringIn('contributions', lines)).rejects.toThrow(ImportFileProblem);
  await expect(bringIn('contributions', lines)).rejects.toThrow(what);
});

it('says so when there is no such file', async () => {
  await expect(bringIn('contributions', [], { file: join(directory, 'none.csv') })).rejects.toThrow('ENOENT');
});
