// The promises of the embedded server: it keeps its data over stops and kills, and a server of one's own works the same way.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, chmodSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import type { Embedded } from './embedded.ts';
import { openDatabase } from './open.ts';
import { createPool, withTransaction } from './pool.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let data: string;
const sentences: string[] = [];
const log = (sentence: string) => void sentences.push(sentence);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongji-embedded-'));
  chmodSync(folder, 0o755);
  data = path.join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask<T extends object>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  it('starts durable, with a password, for this machine only, and finds its data and port again', async () => {
    const first = await startEmbedded({ dataDirectory: data, log });
    const settings = await ask(
      first.url,
      'create table kept as select 7 as value',
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as addresses, current_setting('password_encryption') as password`,
    );
    expect(settings).toEqual([
      { fsync: 'on', commit: 'on', addresses: '127.0.0.1', password: 'scram-sha-256' },
    ]);
    await expect(ask(first.url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect(statSync(path.join(data, 'postgres.json')).mode & 0o777).toBe(0o600);
    await first.stop();
    await first.stop();
    const second = await startEmbedded({ dataDirectory: data, log });
    expect(second.port).toBe(first.port);
    expect(await ask(second.url, 'select value from kept')).toEqual([{ value: 7 }]);
    await second.stop();
  });
  it('goes on with all that was committed after its starter was killed', async () => {
    const script = `
      const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
      const { default: pg } = await import('pg');
      const server = await startEmbedded({ dataDirectory: process.argv[1], log: () => {} });
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query('create table survived as select 8 as value');
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, data], {
      stdio: 'ignore',
      cwd: import.meta.dirname,
    });
    const signal = await new Promise((resolve) => child.on('exit', (_code, name) => resolve(name)));
    expect(signal).toBe('SIGKILL');
    const server = await startEmbedded({ dataDirectory: data, log });
    expect(sentences.some((sentence) => sentence.includes('仍在运行'))).toBe(true);
    expect(await ask(server.url, 'select value from survived')).toEqual([{ value: 8 }]);
    await server.stop();
  });
  it('takes another port when its own is in use', async () => {
    const { port } = JSON.parse(readFileSync(path.join(data, 'postgres.json'), 'utf8')) as { port: number };
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const server = await startEmbedded({ dataDirectory: data, log });
    expect(server.port).not.toBe(port);
    expect(await ask(server.url, 'select value from kept')).toEqual([{ value: 7 }]);
    await server.stop();
    await new Promise((resolve) => other.close(resolve));
  });
  it.runIf(isRoot)(
    'keeps its files elsewhere when its user cannot enter the folder, and finds them again',
    async () => {
      const closed = mkdtempSync(path.join(tmpdir(), 'gongji-closed-'));
      const inside = path.join(closed, 'data');
      const first = await startEmbedded({ dataDirectory: inside, log });
      const home = readFileSync(path.join(inside, 'postgres.location'), 'utf8');
      try {
        expect(existsSync(path.join(home, 'postgres', 'PG_VERSION'))).toBe(true);
        await ask(first.url, 'create table kept as select 9 as value');
        await first.stop();
        const second = await startEmbedded({ dataDirectory: inside, log });
        expect(await ask(second.url, 'select value from kept')).toEqual([{ value: 9 }]);
        await second.stop();
      } finally {
        await first.stop();
        rmSync(home, { recursive: true, force: true });
        rmSync(closed, { recursive: true, force: true });
      }
    },
  );
  it('says what is wrong when it cannot start', async () => {
    await expect(
      startEmbedded({ dataDirectory: data, log, settings: { shared_buffers: 'many' } }),
    ).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('shared_buffers') as string,
    });
  });
});

describe("a server of one's own", () => {
  let server: Embedded;
  const urlOf = (name: string) => {
    const url = new URL(server.url);
    url.username = name;
    url.password = 'p';
    return url.href;
  };
  beforeAll(async () => {
    server = await startEmbedded({ dataDirectory: data, log });
    await ask(
      server.url,
      "create role plain login password 'p'",
      "create role maker login password 'p' createrole",
      'grant create on schema public to plain, maker',
    );
  });
  afterAll(() => server.stop());

  const open = (databaseUrl: string) =>
    openDatabase({ dataDirectory: data, databaseUrl, migrations: [], log });

  it('is refused with a sentence when its user may not create roles', async () => {
    await expect(open(urlOf('plain'))).rejects.toMatchObject({
      code: 'role-rights',
      message: expect.stringContaining('CREATEROLE') as string,
    });
  });
  it('works for a user that is no superuser, and the program acts as gongji_app', async () => {
    const opened = await open(urlOf('maker'));
    expect((await opened.pool.query('select current_user, session_user')).rows).toEqual([
      { current_user: 'gongji_app', session_user: 'maker' },
    ]);
    const staff = await withTransaction(opened.pool, async (tx) => {
      await tx.query("select set_config('role', 'gongji_staff', true)");
      return (await tx.query('select current_user')).rows as unknown;
    });
    expect(staff).toEqual([{ current_user: 'gongji_staff' }]);
    await opened.stop();
    const again = await open(urlOf('maker'));
    await again.stop();
  });
  it('is named by host and port, never with its password, when it cannot be reached', async () => {
    const refusal = open('postgresql://someone:secret-word@127.0.0.1:1/none');
    await expect(refusal).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('127.0.0.1:1') as string,
    });
    await expect(refusal).rejects.not.toThrow('secret-word');
  });
});

describe('a pool', () => {
  it('gives bigints as safe numbers or not at all, and dates as text', async () => {
    const server = await startEmbedded({ dataDirectory: data, log });
    const pool = createPool(server.url);
    const { rows } = await pool.query(
      "select 9007199254740991 as big, '2024-02-29'::date as day, array[1, 2]::bigint[] as list, 1.50 as exact",
    );
    expect(rows).toEqual([{ big: 9007199254740991, day: '2024-02-29', list: [1, 2], exact: '1.50' }]);
    await expect(pool.query('select 9007199254740993 as big')).rejects.toThrow('beyond the safe integers');
    const work = withTransaction(pool, async (tx) => {
      await tx.query('create table undone (id integer)');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect((await pool.query("select to_regclass('undone') as found")).rows).toEqual([{ found: null }]);
    await pool.end();
    await server.stop();
  });
});
