// Starts and stops the embedded PostgreSQL of a data directory, with a password, on this machine's own address only.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { stopLeftover, stopServer } from './leftover.ts';
import { databaseHome, sharedFolder } from './location.ts';
import type { Log } from './log.ts';
import { DatabaseProblem } from './problem.ts';
import { serverUser } from './system-user.ts';
import type { SystemUser } from './system-user.ts';

/** Name of the owner's role and of the database. */
const ownerRole = 'gongji_owner';
const databaseName = 'gongji';
const startTimeoutMs = 60_000;
const startAttempts = 5;

export interface EmbeddedOptions {
  /** Holds `postgres/`, `postgres.json` (port and password, mode 0600) and `postgres.log`. */
  dataDirectory: string;
  log: Log;
  /** PostgreSQL settings on top of the fixed ones; only tests relax durability. */
  settings?: Record<string, string>;
}

export interface Embedded {
  /** URL of the owner, a superuser, with the database `gongji`. */
  url: string;
  port: number;
  /** Process id of the server. */
  pid: number;
  /** Fast shutdown; resolves when the server has ended. Safe to call twice. */
  stop(): Promise<void>;
}

/** What `postgres.json` keeps. */
export interface Kept {
  port: number;
  ownerPassword: string;
}

/** Connects as the owner. */
export const ownerUrl = ({ port, ownerPassword }: Kept): string =>
  `postgresql://${ownerRole}:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}/${databaseName}`;

interface Place {
  home: string;
  data: string;
  user: SystemUser | undefined;
  binaries: Binaries;
}

/**
 * Starts the server of `dataDirectory`, making the cluster if there is none. A server that a killed process left behind is
 * stopped first; what was committed is recovered. Throws DatabaseProblem 'platform', 'data-directory' or 'start-failed'.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new DatabaseProblem(
      'platform',
      '内置数据库不支持 Windows：请用环境变量 DATABASE_URL 指定一个 PostgreSQL 15 或更新的服务器。',
    );
  }
  const dataDirectory = path.resolve(options.dataDirectory);
  mkdirSync(dataDirectory, { recursive: true });
  const user = serverUser(options.log);
  const home = databaseHome(dataDirectory, user, options.log);
  const binaries = findBinaries(user, () => sharedFolder(user, dataDirectory));
  const place: Place = { home, data: path.join(home, 'postgres'), user, binaries };
  const keptFile = path.join(dataDirectory, 'postgres.json');
  const kept = readKept(keptFile) ?? { port: 0, ownerPassword: randomBytes(24).toString('base64url') };
  if (!existsSync(place.data)) {
    writeKept(keptFile, kept);
    initialise(place, kept.ownerPassword);
  }
  await stopLeftover(place.data, options.log);
  for (let attempt = 1; ; attempt += 1) {
    const port = await usablePort(kept.port);
    const server = launch(place, port, options.settings ?? {});
    if (await isReady(server, place.data)) {
      if (port !== kept.port) writeKept(keptFile, { ...kept, port });
      const url = ownerUrl({ ...kept, port });
      await createDatabase(url);
      return { url, port, pid: server.pid ?? 0, stop: () => stopServer(server.pid ?? 0) };
    }
    // Another program may have taken the port between our look and the server's start.
    kept.port = 0;
    if (attempt === startAttempts) throw startFailed(place);
  }
}

function readKept(file: string): Kept | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
}

function writeKept(file: string, kept: Kept): void {
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Makes the cluster under another name first, so that an interrupted start leaves none that is half made. */
function initialise({ home, data, user, binaries }: Place, password: string): void {
  const fresh = `${data}.new`;
  const passwordFile = path.join(home, 'postgres.password');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (user) for (const name of [fresh, passwordFile]) chownSync(name, user.uid, user.gid);
    const result = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${fresh}`,
        `--username=${ownerRole}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...user, encoding: 'utf8', cwd: '/', env: serverEnvironment() },
    );
    if (result.status !== 0) {
      throw new DatabaseProblem(
        'start-failed',
        `无法在 ${home} 建立数据库：${lastLine(result.stderr) || String(result.error?.message)}。请检查磁盘空间和目录权限后重试。`,
      );
    }
    renameSync(fresh, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Only what PostgreSQL needs: PG* variables of the caller would change its behaviour. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Spawned detached with its own log file: Ctrl-C at the terminal reaches us only, and our end closes no pipe of its. */
function launch(
  { home, data, user, binaries }: Place,
  port: number,
  settings: Record<string, string>,
): ChildProcess {
  const fixed: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    max_connections: '200',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    log_min_messages: 'warning',
    // A client that vanished in a transaction must not hold locks for ever.
    idle_in_transaction_session_timeout: '60s',
  };
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const logFile = openSync(path.join(home, 'postgres.log'), 'a', 0o600);
  try {
    const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', logFile, logFile],
      env: serverEnvironment(),
    });
    // Without a listener a failed spawn would be thrown at the process; isReady sees that it never came up.
    server.on('error', () => undefined);
    server.unref();
    return server;
  } finally {
    closeSync(logFile);
  }
}

/** Waits for the line "ready" that PostgreSQL writes into postmaster.pid; false if it ended before. */
async function isReady(server: ChildProcess, data: string): Promise<boolean> {
  const pidFile = path.join(data, 'postmaster.pid');
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 20) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return false;
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return true;
    await sleep(20);
  }
  await stopServer(server.pid ?? 0);
  return false;
}

async function usablePort(wanted: number): Promise<number> {
  return (wanted > 0 ? await tryPort(wanted) : undefined) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

function startFailed({ home }: Place): DatabaseProblem {
  const file = path.join(home, 'postgres.log');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const reason = lastLine(
    text
      .split('\n')
      .filter((line) => line.includes('FATAL:'))
      .join('\n'),
  );
  return new DatabaseProblem(
    'start-failed',
    `数据库没有启动成功：${reason || '没有留下日志'}。详情见 ${file}。`,
  );
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
