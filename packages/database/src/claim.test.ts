// The claim's promises: one program per data directory, and no directory lost to a program that is gone.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimDataDirectory } from './claim.ts';
import { DatabaseProblem } from './problem.ts';
import { startMark } from './process-identity.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'gongji-claim-'));
  file = path.join(directory, 'gongji.pid');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const refusal = (): unknown => {
  try {
    claimDataDirectory(directory).release();
    return undefined;
  } catch (error) {
    return error;
  }
};

it('refuses a second claim while the first one is held, naming the process and the way out', () => {
  const claim = claimDataDirectory(directory);
  const error = refusal() as DatabaseProblem;
  expect(error).toBeInstanceOf(DatabaseProblem);
  expect(error.code).toBe('already-running');
  expect(error.message).toContain(`进程 ${process.pid}`);
  expect(error.message).toContain('请先停止它');
  claim.release();
  expect(refusal()).toBeUndefined();
});
it('takes over from a process that is gone', () => {
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, mark: 'x' }));
  expect(refusal()).toBeUndefined();
});
it('takes over when the id was given to another process since', () => {
  writeFileSync(file, JSON.stringify({ pid: process.ppid, mark: 'an earlier start' }));
  expect(refusal()).toBeUndefined();
});
it('respects another process that is alive', () => {
  writeFileSync(file, JSON.stringify({ pid: process.ppid, mark: startMark(process.ppid) }));
  expect((refusal() as DatabaseProblem).code).toBe('already-running');
});
it('takes over a file that was half written', () => {
  writeFileSync(file, '{"pid":');
  expect(refusal()).toBeUndefined();
});
it('removes its own file only, and keeps it from others', () => {
  const claim = claimDataDirectory(directory);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'of somebody else');
  claim.release();
  expect(readFileSync(file, 'utf8')).toBe('of somebody else');
  rmSync(file);
  expect(existsSync(file)).toBe(false);
});
it('says so when the directory cannot be made', () => {
  writeFileSync(path.join(directory, 'occupied'), '');
  expect(() => claimDataDirectory(path.join(directory, 'occupied', 'data'))).toThrow('无法建立数据目录');
});
