// The bank test: customers go on while server processes and PostgreSQL are killed; then history, books and balances must agree.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, openDatabase, readMigrations, startEmbedded } from '@gongji/database';
import { expect } from 'vitest';
import { accountNameOf } from '../account-name.ts';
import { createLedger, ledgerMigrations } from '../index.ts';
import type { Ledger } from '../index.ts';
import { accounts, createCustomers, source, suspense } from './customers.testing.ts';
import { replayed } from './replay.testing.ts';
import { startTellers } from './tellers.testing.ts';

interface BankOptions {
  /** It goes on longer until these commands were answered and something was killed. */
  seconds: number;
  leastCommands: number;
  customers: number;
  tellers: number;
  /** Mean ms between two kills. */
  tellerKillMs: number;
  databaseKillMs: number;
}

/** Runs the test and its checks; answers what happened. */
export async function runBank(options: BankOptions) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongji-bank-'));
  // The database's own user has to come in.
  chmodSync(folder, 0o755);
  const dataDirectory = path.join(folder, 'data');
  const log = () => undefined;
  const opened = await openDatabase({ dataDirectory, migrations: readMigrations(ledgerMigrations), log });
  const applicationUrl = new URL(opened.applicationUrl);
  await opened.stop();
  // Durable as in production: what was answered must survive the kill.
  let server = await startEmbedded({ dataDirectory, log });
  const urlNow = () => {
    applicationUrl.port = String(server.port);
    return applicationUrl.href;
  };
  const tellers = startTellers(options.tellers, urlNow());
  let pool = createPool(urlNow(), { max: 4 });
  const bank = createCustomers((command) => tellers.submit(command));
  let databaseKills = 0;
  let sumsSeen = 0;
  const endsAt = Date.now() + options.seconds * 1000;
  const isOver = () =>
    Date.now() >= endsAt &&
    bank.history.size >= options.leastCommands &&
    tellers.seen.killed > 0 &&
    databaseKills > 0;

  const killTellers = async () => {
    while (!isOver()) {
      await sleep(options.tellerKillMs * (0.5 + Math.random()));
      tellers.kill();
    }
  };
  const killDatabase = async () => {
    while (!isOver()) {
      await sleep(options.databaseKillMs * (0.5 + Math.random()));
      process.kill(server.pid, 'SIGKILL');
      databaseKills += 1;
      const { port } = server;
      server = await startEmbedded({ dataDirectory, log });
      if (server.port === port) continue;
      // What was left of the killed server still had its port.
      tellers.moveTo(urlNow());
      const old = pool;
      pool = createPool(urlNow(), { max: 4 });
      await old.end();
    }
  };
  /** At every moment all money is somewhere and nobody is overdrawn. */
  const watch = async () => {
    while (!isOver()) {
      const sums = await pool
        .query<{ sum: string; worst: number }>(
          'select sum(net_fen) as sum, min(net_fen - held_fen) filter (where least_fen = 0) as worst from ledger.balance',
        )
        .catch(() => undefined);
      if (sums) {
        sumsSeen += 1;
        expect(Number(sums.rows[0]!.sum)).toBe(0);
        expect(sums.rows[0]!.worst).toBeGreaterThanOrEqual(0);
      }
      await sleep(50);
    }
  };
  const work = async () => {
    while (!isOver()) await bank.act();
  };

  try {
    await bank.open();
    const chaos = [killTellers(), killDatabase(), watch()];
    await Promise.all([...Array.from({ length: options.customers }, work), ...chaos]);
    const ledger = createLedger({ pool });
    await expectSound(ledger, bank);
    await expectNothingLostOrTwice(pool, bank);
    await ledger.close();
    return { commands: bank.history.size, ...tellers.seen, databaseKills, sumsSeen };
  } finally {
    await tellers.close();
    await pool.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Bank = ReturnType<typeof createCustomers>;

/** Verify is green, and the balances are what the answers add up to. */
async function expectSound(ledger: Ledger, bank: Bank): Promise<void> {
  expect(bank.wrongs).toEqual([]);
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  const named = [source, suspense, ...accounts];
  const balances = await ledger.balances(named);
  const expected = replayed(bank.history);
  const figures = named.map((account, index) => {
    const { netFen = 0, heldFen = 0 } = balances[index] ?? {};
    return [accountNameOf(account), { netFen, heldFen }];
  });
  expect(figures).toEqual(
    named.map((account) => {
      const name = accountNameOf(account);
      return [name, expected.get(name) ?? { netFen: 0, heldFen: 0 }];
    }),
  );
}

/** Each key stands in the book once, and nothing does that nobody asked for. */
async function expectNothingLostOrTwice(pool: ReturnType<typeof createPool>, bank: Bank): Promise<void> {
  const { rows } = await pool.query<{ key: string }>('select key from ledger.record where key is not null');
  expect(rows.map(({ key }) => key).sort()).toEqual([...bank.history.keys()].sort());
  const followed = [...bank.history.values()].flatMap(({ command, outcome }) => {
    if (!outcome.ok || command.type === 'doubt') return [];
    if ('holdId' in command) return 'caseId' in outcome ? [`late ${command.holdId}`] : [command.holdId];
    return 'journalId' in command ? [command.journalId] : [];
  });
  expect(new Set(followed).size).toBe(followed.length);
}
