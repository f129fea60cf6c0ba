// Fresh databases for tests: one embedded server per test run, one template per set of migrations, one copy per test.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Pool } from 'pg';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration.ts';
import { createPool } from './pool.ts';
import { applicationUrl, prepareRoles } from './roles.ts';
import { startMark } from './process-identity.ts';

export interface TestDatabase {
  /** Superuser: to look at and to damage what the program may not. */
  ownerPool: Pool;
  /** As the program connects: `gongji_app`. */
  appPool: Pool;
  ownerUrl: string;
  appUrl: string;
  /** Ends the pools and drops the database. */
  drop(): Promise<void>;
}

/** `migrations`: folders of the packages, in order, for example `new URL('../migrations/', import.meta.url)`. */
export async function testDatabase({ migrations }: { migrations: readonly URL[] }): Promise<TestDatabase> {
  const server = await sharedServer();
  const template = await templateOf(server, migrations);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const ownerUrl = urlOf(server, name);
  const appUrl = applicationUrl(ownerUrl);
  const ownerPool = createPool(ownerUrl, { max: 4 });
  const appPool = createPool(appUrl, { max: 20 });
  return {
    ownerPool,
    appPool,
    ownerUrl,
    appUrl,
    async drop() {
      await Promise.all([ownerPool.end(), appPool.end()]);
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** The run of tests that this process belongs to: the process that forked the workers, or ourselves. */
const runPid = process.send ? process.ppid : process.pid;
const folder = path.join(
  tmpdir(),
  `gongji-test-${runPid}-${createHash('sha256')
    .update(startMark(runPid) ?? '')
    .digest('hex')
    .slice(0, 8)}`,
);

/** URL of the run's server. The first worker starts it; a watcher stops it when the run has ended, however it ended. */
async function sharedServer(): Promise<string> {
  const urlFile = path.join(folder, 'url');
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 20) {
    if (existsSync(urlFile)) return readFileSync(urlFile, 'utf8');
    if (claimStart()) {
      try {
        const { url, pid } = await startEmbedded({
          dataDirectory: folder,
          log: () => undefined,
          settings: {
            fsync: 'off',
            full_page_writes: 'off',
            synchronous_commit: 'off',
            shared_buffers: '128MB',
          },
        });
        watch(pid);
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await prepareRoles(client);
        await client.end();
        writeFileSync(`${urlFile}.new`, url, { mode: 0o600 });
        renameSync(`${urlFile}.new`, urlFile);
        return url;
      } finally {
        rmSync(path.join(folder, 'starting'), { force: true });
      }
    }
    await sleep(20);
  }
  throw new Error(`the test database in ${folder} did not start`);
}

function claimStart(): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  try {
    writeFileSync(path.join(folder, 'starting'), String(process.pid), { flag: 'wx' });
    return !existsSync(path.join(folder, 'url'));
  } catch {
    return false;
  }
}

/** A shell that outlives us: kills the server and removes its folder once the run's process is gone. */
function watch(serverPid: number): void {
  const script = `while kill -0 "$1" 2>/dev/null; do sleep 1; done; kill -QUIT "$2"; sleep 1
    [ -f "$3/postgres.location" ] && rm -rf "$(cat "$3/postgres.location")"; rm -rf "$3"`;
  spawn('/bin/sh', ['-c', script, 'watch', String(runPid), String(serverPid), folder], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref();
}

async function templateOf(server: string, directories: readonly URL[]): Promise<string> {
  const all = directories.flatMap((directory) => readMigrations(directory));
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
  const name = `template_${hash}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    // Built under another name: a migration that fails leaves no template that looks finished.
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const migrator = new pg.Client({ connectionString: urlOf(server, draft) });
    await migrator.connect();
    try {
      await migrate(migrator, all);
    } finally {
      await migrator.end();
    }
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
