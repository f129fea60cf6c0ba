// A fresh, fully durable database for a bench, thrown away afterwards, and pgbench's TPC-B on the same server.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openDatabase, readMigrations, startEmbedded } from '@gongji/database';
import pg from 'pg';
import type { Pool } from 'pg';

const run = promisify(execFile);

export interface DurableDatabase {
  /** As the program connects. */
  pool: Pool;
  /** One TPC-B-like run of pgbench, scale 10, prepared; transactions per second. */
  tpcb(clients: number, seconds: number): Promise<number>;
  /** Bytes of write-ahead log so far. */
  walBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Throws when pgbench is not installed (Debian: `apt-get install postgresql-contrib`). */
export async function openDurable(migrations: readonly URL[]): Promise<DurableDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongji-bench-'));
  const log = (): void => undefined;
  const server = await startEmbedded({ dataDirectory: folder, log });
  const database = await openDatabase({
    dataDirectory: folder,
    databaseUrl: server.url,
    migrations: migrations.flatMap((each) => readMigrations(each)),
    log,
    maxConnections: 20,
  });
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query('create database tpcb');
  const { hostname, port, username, password } = new URL(server.url);
  const pgbench = async (...words: string[]): Promise<string> => {
    const { stdout } = await run('pgbench', ['-h', hostname, '-p', port, '-U', username, ...words, 'tpcb'], {
      env: { ...process.env, PGPASSWORD: decodeURIComponent(password) },
    });
    return stdout;
  };
  await pgbench('-i', '-s', '10', '-q');
  return {
    pool: database.pool,
    async tpcb(clients, seconds) {
      const told = await pgbench('-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`);
      const perSecond = Number(/^tps = ([\d.]+)/m.exec(told)?.[1]);
      if (!(perSecond > 0)) throw new Error(`pgbench said nothing of its speed: ${told}`);
      return perSecond;
    },
    async walBytes() {
      const { rows } = await owner.query<{ bytes: string }>(
        "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes",
      );
      return Number(rows[0]?.bytes);
    },
    async stop() {
      await owner.end();
      await database.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
