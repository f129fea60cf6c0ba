// Promises of `gongji import catalogue`: it works without a running product and beside one, and says what it did.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimDataDirectory, openDatabase } from '@gongji/database';
import { sampleCatalogueFile } from '@gongji/sample';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catchTerminal } from '../../../test/terminal.ts';
import { allMigrations } from '../../migrations.ts';
import { run } from './index.ts';

const terminal = catchTerminal();
const sample = fileURLToPath(sampleCatalogueFile);

beforeEach(() => {
  vi.stubEnv('GONGJI_DATA', join(terminal.directory, 'data'));
  vi.stubEnv('DATABASE_URL', '');
});
afterEach(() => vi.unstubAllEnvs());

test('a catalogue comes in while nothing runs, and again beside a running product', async () => {
  expect(await run(['catalogue', sample])).toBe(0);
  expect(terminal.output).toMatch(/医保目录已导入：新增 \d\d 行，已有 0 行没有变化。/);
  const dataDirectory = join(terminal.directory, 'data');
  const claim = claimDataDirectory(dataDirectory);
  const running = await openDatabase({ dataDirectory, migrations: allMigrations(), log: () => undefined });
  try {
    expect(await run(['catalogue', sample])).toBe(0);
    expect(terminal.output).toMatch(/新增 0 行，已有 \d\d 行没有变化。/);
    const { rows } = await running.pool.query<{ n: number }>(
      'select count(*)::int as n from gongji.catalogue_item',
    );
    expect(rows[0]?.n).toBeGreaterThan(40);
    const wrong = join(terminal.directory, 'wrong.csv');
    writeFileSync(wrong, '甲,乙\n1,2\n');
    expect(await run(['catalogue', wrong])).toBe(2);
    expect(terminal.complaint).toContain('文件里的内容一行也没有导入。');
  } finally {
    await running.stop();
    claim.release();
  }
}, 60_000);

test('a missing file and a wrong call are refused with status 2 and a sentence', async () => {
  expect(await run(['catalogue', join(terminal.directory, 'none.csv')])).toBe(2);
  expect(await run(['catalogue'])).toBe(2);
  expect(await run(['nothing'])).toBe(2);
  expect(terminal.complaint.trim().split('\n')).toHaveLength(3);
});
