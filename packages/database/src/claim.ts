// Claims a data directory for this process, so that two starts at once cannot share it.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseProblem } from './problem.ts';
import { startMark } from './process-identity.ts';

export interface Claim {
  /** Gives the directory free; safe to call twice. */
  release(): void;
}

interface ClaimFile {
  pid: number;
  mark: string;
}

/**
 * Creates `<dataDirectory>/gongji.pid` or throws DatabaseProblem 'already-running'. The file of a process that is gone
 * (also when its id has since been given to another process) is taken over.
 */
export function claimDataDirectory(dataDirectory: string): Claim {
  const file = path.join(dataDirectory, 'gongji.pid');
  const own = JSON.stringify({ pid: process.pid, mark: startMark(process.pid) ?? '' } satisfies ClaimFile);
  try {
    mkdirSync(dataDirectory, { recursive: true });
  } catch (cause) {
    throw new DatabaseProblem(
      'data-directory',
      `无法建立数据目录 ${dataDirectory}：请检查该位置是否可写，或换一个数据目录。`,
      cause,
    );
  }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(file, own)) return { release: () => release(file, own) };
    const found = read(file);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder && startMark(holder.pid) === holder.mark) throw alreadyRunning(dataDirectory, holder.pid);
    takeAway(file, found);
  }
  throw alreadyRunning(dataDirectory, undefined);
}

function alreadyRunning(dataDirectory: string, pid: number | undefined): DatabaseProblem {
  const who = pid === undefined ? '另一个共济程序' : `另一个共济程序（进程 ${pid}）`;
  return new DatabaseProblem(
    'already-running',
    `${who}正在使用数据目录 ${dataDirectory}：请先停止它，或者为这次启动指定另一个数据目录。`,
  );
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new DatabaseProblem('data-directory', `无法写入数据目录中的 ${file}：请检查目录的权限。`, error);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(content: string): ClaimFile | undefined {
  try {
    const value = JSON.parse(content) as Partial<ClaimFile>;
    return typeof value.pid === 'number' && typeof value.mark === 'string'
      ? { pid: value.pid, mark: value.mark }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a stale file; if another start has put its own there in between, puts that back. */
function takeAway(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, file);
    } catch {
      // A third start was faster; it holds the claim.
    }
  }
  rmSync(aside, { force: true });
}

function release(file: string, own: string): void {
  if (read(file) === own) rmSync(file, { force: true });
}
