// Puts the ledger together: commands go through the batcher of their area, reading and verifying go to the pool.
import type { PoolClient } from 'pg';
import type { AccountRef, CaseId, HoldId, JournalId, OwnerRef } from './account.ts';
import { accountNameOf } from './account-name.ts';
import { endRelation, expireDue, readLateCases, readQuotas, readRelationsWithHolds } from './chores.ts';
import { readDayParts, readSeals, sealAll, sealDay } from './days.ts';
import { readAccountStatement, readBalanceAt, readBalanceOn } from './period.ts';
import { createBatcher } from './batcher.ts';
import type { Batcher } from './batcher.ts';
import type { Command, Outcome, OutcomeOf } from './command.ts';
import type { Ledger, LedgerOptions } from './ledger.ts';
import { openBooks } from './open-books.ts';
import {
  readBalances,
  readDayOfKey,
  readHold,
  readHoldsToExpire,
  readParts,
  readStatement,
} from './reading.ts';
import { quotaOwner } from './rules-quota.ts';
import { verifyBooks } from './verify.ts';
import { createWriteAhead } from './write-ahead.ts';

/** A ledger on the database of `pool`, which connects as `gongji_app`. */
export function createLedger({ pool, batch = {} }: LedgerOptions): Ledger {
  const maxBatch = batch.maxSize ?? 1000;
  // One batch is decided and sent while the one before it is being written; measured, a third only waits.
  const connections = batch.connections ?? 2;
  const batchers = new Map<string, Batcher<Command, Outcome>>();
  const batcherOf = (area: string): Batcher<Command, Outcome> => {
    const known = batchers.get(area);
    if (known) return known;
    const attempt = createWriteAhead(pool, area);
    const made = createBatcher({ pool, maxBatch, connections, process: processCommands, attempt });
    batchers.set(area, made);
    return made;
  };
  let isClosed = false;
  // The batch answers each command by its type (see `Books.apply`).
  const submit = <C extends Command>(command: C): Promise<OutcomeOf<C>> => {
    if (isClosed) return Promise.reject(new Error('the ledger is closed'));
    // What names no area at all has a batcher in common.
    const area = /^\d{6}$/.test(command.area) ? command.area : '';
    return batcherOf(area).submit(command) as Promise<OutcomeOf<C>>;
  };
  return {
    submit,
    balances: (accounts) => readBalances(pool, accounts),
    parts: (owner) => readParts(pool, owner),
    statement: (query) => readStatement(pool, query),
    hold: (holdId) => readHold(pool, holdId),
    balanceOn: (account, day) => readBalanceOn(pool, account, day),
    balanceAt: (account, instant) => readBalanceAt(pool, account, instant),
    accountStatement: (query) => readAccountStatement(pool, query),
    dayOfKey: (key) => readDayOfKey(pool, key),
    sealDay: (area, day) => sealDay(pool, area, day),
    sealAll: (day) => sealAll(pool, day),
    seals: ({ area, from, to }) => readSeals(pool, area, from, to),
    dayParts: (area, day) => readDayParts(pool, area, day),
    expireDue: (limit) => expireDue(pool, submit, limit),
    endRelation: (relation, stamp) => endRelation(pool, submit, relation, stamp),
    relationsWithHolds: () => readRelationsWithHolds(pool),
    lateCases: (area) => readLateCases(pool, area),
    quotas: (owner) => readQuotas(pool, owner),
    holdsToExpire: (now, limit) => readHoldsToExpire(pool, now, limit),
    verify: (onProgress) => verifyBooks(pool, onProgress),
    close: async () => {
      isClosed = true;
      await Promise.all([...batchers.values()].map((batcher) => batcher.close()));
    },
  };
}

async function processCommands(tx: PoolClient, commands: readonly Command[]): Promise<Outcome[]> {
  const books = openBooks(tx);
  const accounts = new Map<string, AccountRef | OwnerRef>();
  const holds = new Set<HoldId>();
  const journals = new Set<JournalId>();
  const cases = new Set<CaseId>();
  for (const command of commands) {
    for (const account of accountsOf(command)) accounts.set(accountNameOf(account), account);
    if ('holdId' in command) holds.add(command.holdId);
    if ('journalId' in command) journals.add(command.journalId);
    if (command.type === 'post' && command.resolves) cases.add(command.resolves);
  }
  await books.lock([...accounts.values()], {
    holds: [...holds],
    journals: [...journals],
    cases: [...cases],
    areas: [...new Set(commands.map(({ area }) => area))],
  });
  await books.idempotent(commands);
  const outcomes = commands.map((command) => books.apply(command));
  await books.flush();
  return outcomes;
}

function accountsOf(command: Command): (AccountRef | OwnerRef)[] {
  switch (command.type) {
    case 'post':
    case 'hold':
      return command.legs.map(({ account }) => account);
    case 'capture':
      return [...command.to.map(({ account }) => account), ...(command.ifExpired ? [command.ifExpired] : [])];
    case 'freeze':
    case 'set-status':
      return [command.account];
    case 'quota': {
      const { area, owner, relation } = command;
      return [
        { area, kind: 'personal', owner },
        { area, kind: 'quota', owner: quotaOwner(owner, relation) },
      ];
    }
    case 'void':
    case 'doubt':
    case 'expire':
    case 'reverse':
      return [];
  }
}
