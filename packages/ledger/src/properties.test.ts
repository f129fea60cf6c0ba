// Invariants 1, 2, 4, 5 and 7 of the design, attacked with random commands on the real PostgreSQL, one ledger and several at once.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from './index.ts';
import type { AccountRef, Command, HoldId, JournalId, Ledger, Outcome } from './index.ts';
import { accountNameOf } from './account-name.ts';
import { ModelLedger } from './model.testing.ts';

const home = '340500';
const away = '211200';
const at = new Date('2024-10-15T09:00:00+08:00');
const late = new Date('2024-10-15T11:00:00+08:00');

let database: TestDatabase;
let ledgers: Ledger[];
let world = 0;

beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledgers = [1, 2, 3].map((connections) =>
    createLedger({ pool: database.appPool, batch: { connections, maxSize: 20 } }),
  );
});
afterAll(async () => {
  await Promise.all(ledgers.map((ledger) => ledger.close()));
  await database.drop();
});

/** The accounts of one small world; the first is where its money comes from. */
function accountsOf(name: string): AccountRef[] {
  const personal = (owner: string, partYear: number, area = home): AccountRef => ({
    area,
    kind: 'personal',
    owner: name + owner,
    partYear,
  });
  return [
    { area: home, kind: 'contributions', owner: name },
    personal('A', 2023),
    personal('A', 2024),
    personal('B', 2024),
    personal('C', 2024, away),
    { area: home, kind: 'payable', owner: name },
    { area: away, kind: 'payable', owner: name },
  ];
}

/** A command before it meets a world: accounts, holds and journals are numbers to be taken modulo what there is. */
const draft = fc.record({
  type: fc.constantFrom(
    ...([
      'post',
      'post',
      'post',
      'post',
      'hold',
      'hold',
      'capture',
      'capture',
      'void',
      'expire',
      'reverse',
      'reverse',
      'freeze',
    ] as const),
  ),
  key: fc.nat(60),
  from: fc.oneof(fc.constant(0), fc.nat(6)),
  to: fc.nat(6),
  also: fc.nat(6),
  amountFen: fc.integer({ min: 1, max: 300 }),
  past: fc.nat(1000),
});
type Draft = typeof draft extends fc.Arbitrary<infer D> ? D : never;

interface Past {
  holds: { id: HoldId; amountFen: number }[];
  journals: JournalId[];
}

function commandOf(
  name: string,
  { type, key, from, to, also, amountFen, past }: Draft,
  { holds, journals }: Past,
): Command {
  const accounts = accountsOf(name);
  const account = accounts[from]!;
  const base = {
    area: home,
    key: `${name}-${key}`,
    kind: 'test',
    reference: name,
    businessDate: '2024-10-15',
    at,
  };
  const hold = holds[past % Math.max(1, holds.length)] ?? { id: 'hld_1', amountFen: 1 };
  switch (type) {
    case 'post':
      return {
        ...base,
        type,
        legs: [
          { account, amountFen: -amountFen },
          { account: accounts[to]!, amountFen: amountFen - Math.floor(amountFen / 3) || 1 },
          ...(amountFen >= 3 ? [{ account: accounts[also]!, amountFen: Math.floor(amountFen / 3) }] : []),
        ],
      };
    case 'hold':
      return {
        ...base,
        type,
        expiresAt: late,
        legs: [
          { account, amountFen },
          { account: accounts[also]!, amountFen: 7 },
        ],
      };
    case 'capture':
      return {
        ...base,
        type,
        holdId: hold.id,
        to: [{ account: accounts[to]!, amountFen: hold.amountFen + (past % 7 === 0 ? 1 : 0) }],
      };
    case 'void':
      return { ...base, type, holdId: hold.id };
    case 'expire':
      return { ...base, type, at: late, holdId: hold.id };
    case 'reverse':
      return { ...base, type, journalId: journals[past % Math.max(1, journals.length)] ?? 'jrn_1' };
    case 'freeze':
      return { ...base, type, account, amountFen: past % 2 === 0 ? amountFen : -amountFen };
  }
}

function remember({ holds, journals }: Past, command: Command, outcome: Outcome): void {
  if (!outcome.ok) return;
  if (command.type === 'hold' && 'holdId' in outcome && !holds.some(({ id }) => id === outcome.holdId)) {
    holds.push({
      id: outcome.holdId,
      amountFen: command.legs.reduce((sumFen, leg) => sumFen + leg.amountFen, 0),
    });
  }
  if ('journalId' in outcome && !journals.includes(outcome.journalId)) journals.push(outcome.journalId);
}

const reasonOf = (outcome: Outcome): string => (outcome.ok ? 'ok' : outcome.reason);

async function figuresOf(name: string) {
  const accounts = accountsOf(name);
  const balances = await ledgers[0]!.balances(accounts);
  return accounts.map((account, index) => {
    const balance = balances[index];
    return [
      accountNameOf(account),
      balance && { net: balance.netFen, held: balance.heldFen, frozen: balance.frozenFen },
    ];
  });
}

it('answers every command of every batch as a ledger of plain memory does, and ends with the same balances', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(draft, { minLength: 1, maxLength: 12 }), { minLength: 4, maxLength: 14 }),
      async (batches) => {
        const name = `m${(world += 1)}`;
        const model = new ModelLedger();
        const past: Past = { holds: [], journals: [] };
        const answers = new Map<string, Outcome>();
        for (const drafts of batches) {
          const commands = drafts.map((each) => commandOf(name, each, past));
          const outcomes: Outcome[] = await Promise.all(
            commands.map((command) => ledgers[0]!.submit(command)),
          );
          commands.forEach((command, index) => {
            const outcome = outcomes[index]!;
            expect(model.apply(command, outcome)).toContain(reasonOf(outcome));
            remember(past, command, outcome);
            if (reasonOf(outcome) === 'key-reused-with-other-content') return;
            expect(outcome).toEqual(answers.get(command.key) ?? outcome);
            answers.set(command.key, outcome);
          });
        }
        expect(await figuresOf(name)).toEqual(
          accountsOf(name).map((account) => [
            accountNameOf(account),
            model.figures.get(accountNameOf(account)),
          ]),
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('keeps its invariants when several ledgers, each with several connections, work on the same accounts at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(draft, { minLength: 10, maxLength: 40 }), { minLength: 3, maxLength: 6 }),
      async (rounds) => {
        const name = `c${(world += 1)}`;
        const past: Past = { holds: [], journals: [] };
        const answers = new Map<string, Outcome>();
        const accepted = new Map<string, Command>();
        for (const drafts of rounds) {
          const commands = drafts.map((each) => commandOf(name, each, past));
          const outcomes: Outcome[] = await Promise.all(
            commands.map((command, index) => ledgers[index % ledgers.length]!.submit(command)),
          );
          commands.forEach((command, index) => {
            const outcome = outcomes[index]!;
            remember(past, command, outcome);
            if (reasonOf(outcome) === 'key-reused-with-other-content') return;
            // The same key is answered once, however many asked at the same time.
            expect(outcome).toEqual(answers.get(command.key) ?? outcome);
            answers.set(command.key, outcome);
            if (outcome.ok) accepted.set(command.key, command);
          });
        }
        // Exactly what was accepted has happened: replayed in any order that the holds and reversals allow, it gives the balances.
        const expected = expectedFigures(name, accepted, answers);
        expect(await figuresOf(name)).toEqual(
          accountsOf(name).map((account) => [accountNameOf(account), expected.get(accountNameOf(account))]),
        );
        const followed = [...accepted.values()].map((command) =>
          'holdId' in command ? command.holdId : 'journalId' in command ? command.journalId : command.key,
        );
        expect(new Set(followed).size).toBe(followed.length);
      },
    ),
    { numRuns: 40 },
  );
});

/** Sums of what accepted commands did to each account, without any order or limit. */
function expectedFigures(name: string, accepted: Map<string, Command>, answers: Map<string, Outcome>) {
  const figures = new Map<string, { net: number; held: number; frozen: number }>();
  const add = (account: AccountRef, net: number, held: number, frozen: number) => {
    const old = figures.get(accountNameOf(account)) ?? { net: 0, held: 0, frozen: 0 };
    figures.set(accountNameOf(account), {
      net: old.net + net,
      held: old.held + held,
      frozen: old.frozen + frozen,
    });
  };
  const commandOfId = new Map<string, Command>();
  for (const [key, command] of accepted) {
    const outcome = answers.get(key);
    if (outcome?.ok && 'journalId' in outcome) commandOfId.set(outcome.journalId, command);
    else if (outcome?.ok && command.type === 'hold' && 'holdId' in outcome)
      commandOfId.set(outcome.holdId, command);
  }
  const apply = (command: Command, sign: 1 | -1, releases: boolean) => {
    if (command.type === 'post')
      for (const { account, amountFen } of command.legs) add(account, sign * amountFen, 0, 0);
    if (command.type === 'hold')
      for (const { account, amountFen } of command.legs) add(account, 0, amountFen, 0);
    if (command.type === 'freeze') add(command.account, 0, 0, command.amountFen);
    if (command.type === 'capture')
      for (const { account, amountFen } of command.to) add(account, sign * amountFen, 0, 0);
    if (command.type === 'capture' || command.type === 'void' || command.type === 'expire') {
      const hold = commandOfId.get(command.holdId);
      if (hold?.type !== 'hold') throw new Error(`no hold behind ${name}`);
      for (const { account, amountFen } of hold.legs) {
        add(account, command.type === 'capture' ? -sign * amountFen : 0, releases ? -amountFen : 0, 0);
      }
    }
    if (command.type === 'reverse') apply(commandOfId.get(command.journalId)!, -1, false);
  };
  for (const command of accepted.values()) apply(command, 1, true);
  return figures;
}

it('refuses nobody whose money is there, however many take from and give to the same accounts at once', async () => {
  const name = `r${(world += 1)}`;
  const [source, ...others] = accountsOf(name);
  const send = (key: string, from: AccountRef, to: AccountRef, amountFen: number, index: number) =>
    ledgers[index % ledgers.length]!.submit({
      ...{
        type: 'post',
        area: home,
        key: name + key,
        kind: 'test',
        reference: name,
        businessDate: '2024-10-15',
        at,
      },
      legs: [
        { account: from, amountFen: -amountFen },
        { account: to, amountFen },
      ],
    });
  const funded = await Promise.all(
    others.map((account, index) => send(`f${index}`, source!, account, 1_000, index)),
  );
  expect(funded.map(reasonOf)).toEqual(funded.map(() => 'ok'));
  const outcomes = await Promise.all(
    Array.from({ length: 900 }, (_, index) =>
      send(
        `p${index}`,
        others[index % others.length]!,
        others[(index * 7 + 1) % others.length]!,
        1 + (index % 3),
        index,
      ),
    ),
  );
  expect(new Set(outcomes.map(reasonOf))).toEqual(new Set(['ok']));
});

it('has books that verify after all of that: sums zero, balances equal postings, no overdraft, the chain unbroken', async () => {
  const report = await ledgers[0]!.verify();
  expect(report.problems).toEqual([]);
  expect(report.postings).toBeGreaterThan(1_000);
  const { rows } = await database.ownerPool.query<{ sum: string; worst: number }>(
    'select sum(net_fen) as sum, min(net_fen - held_fen - frozen_fen) filter (where least_fen = 0) as worst from ledger.balance',
  );
  expect(Number(rows[0]!.sum)).toBe(0);
  expect(rows[0]!.worst).toBeGreaterThanOrEqual(0);
});
