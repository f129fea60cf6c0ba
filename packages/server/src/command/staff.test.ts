// `gongji staff first-administrator` run as the program it is: what it makes, and one sentence for whoever typed something wrong.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongji-command-'));
  // As root the database runs as another user, who must be able to enter.
  chmodSync(directory, 0o755);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const gongji = (...args: string[]) =>
  new Promise<{ status: number; output: string; complaint: string }>((done) => {
    const env = { ...process.env, GONGJI_DATA: join(directory, 'data'), DATABASE_URL: '' };
    const child = execFile('npx', ['gongji', ...args], { cwd: root, env }, (_, output, complaint) =>
      // npm warns of settings of the machine on the same stream.
      done({ status: child.exitCode ?? -1, output, complaint: complaint.replaceAll(/^npm warn.*\n/gm, '') }),
    );
  });
const appoint = (area: string, number: string, name: string) =>
  gongji('staff', 'first-administrator', '--area', area, '--number', number, '--name', name);

test('makes the first administrator of an area once; refuses the next, an area that is none, and half a call', async () => {
  expect(await appoint('340500', 'a001', ' 演首任 ')).toEqual({
    ...{ status: 0, complaint: '' },
    output: '已开通管理员账号 A001，可以登录经办平台开通其他账号。\n',
  });
  const refused = (sentence: string) => ({
    ...{ status: 2, output: '' },
    complaint: `gongji staff first-administrator: ${sentence}\n`,
  });
  expect(await appoint('340500', 'A002', '演再任')).toEqual(refused('这个地区已经有管理员，没有开通。'));
  expect(await appoint('999999', 'A003', '演无地')).toEqual(refused('没有这个统筹区。'));
  const half = await gongji('staff', 'first-administrator', '--area', '340500');
  expect(half).toMatchObject({ status: 2, output: '' });
  expect(half.complaint).toMatch(/^gongji staff first-administrator: 用法是 [^\n]*\n$/);
}, 120_000);
