// Whatever a superuser alters by hand, verification finds it and names it, while the ledger goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTransaction } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import {
  clearMonth,
  createLedger,
  creditMany,
  ledgerMigrations,
  readPeriodStatement,
  runYearEnd,
} from './index.ts';
import type { AccountRef, InterestTerms, Ledger } from './index.ts';

let database: TestDatabase;
let ledger: Ledger;
const area = '340500';
const at = new Date('2025-01-03T09:00:00+08:00');
const giver: AccountRef = { area, kind: 'personal', owner: 'G00', partYear: 2023 };
const hospital: AccountRef = { area: '340100', kind: 'payable', owner: 'H1' };

beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
  const owners = Array.from({ length: 20 }, (_, index) => `G${String(index).padStart(2, '0')}`);
  await withTransaction(database.appPool, (tx) =>
    creditMany(tx, {
      ...{ area, from: { kind: 'contributions', owner: 'employee' }, owners, at, kind: 'contribution' },
      ...{ partYears: owners.map(() => 2023), amountsFen: owners.map(() => 100_000) },
      ...{ reference: 'file', key: 'file:1', businessDate: '2023-06-01' },
    }),
  );
  const stamp = { area, kind: 'settlement', at } as const;
  const held = await ledger.submit({
    ...{ ...stamp, type: 'hold', key: 'hold', reference: 'pre_1', businessDate: '2024-06-01' },
    ...{ expiresAt: new Date('2030-01-01T00:00:00+08:00'), legs: [{ account: giver, amountFen: 500 }] },
  });
  const paid = await ledger.submit({
    ...{ ...stamp, type: 'post', key: 'post', reference: 'set_1', businessDate: '2024-12-02' },
    legs: [
      { account: giver, amountFen: -700 },
      { account: hospital, amountFen: 700 },
    ],
  });
  expect([held.ok, paid.ok]).toEqual([true, true]);
  const terms: InterestTerms = {
    method: 'closing-balance',
    priorYearPerMillion: 10_000,
    currentYearPerMillion: 0,
    daysOfYear: 360,
    rounding: 'half-up',
  };
  const moment = { businessDate: '2025-01-03', at };
  await runYearEnd(database.appPool, { area, year: 2024, terms, ...moment });
  await clearMonth(database.appPool, { month: '2024-12', ...moment });
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

describe('verification finds', () => {
  it.each([
    [
      'a balance',
      'balance set net_fen = net_fen + 1 where account_id = (select min(account_id) from ledger.balance)',
      'balance-differs',
      /^acc_/,
    ],
    ['what is held', 'balance set held_fen = held_fen - 100 where held_fen > 0', 'balance-differs', /^acc_/],
    [
      'the amount of an entry',
      'record set amount_fen = amount_fen + 1 where id = (select max(id) from ledger.record where effect = 1)',
      'content-altered',
      /^batch \d+$/,
    ],
    [
      'whom an entry is for',
      "record set reference = 'other' where key = 'post'",
      'content-altered',
      /^batch \d+$/,
    ],
    [
      'the day of an entry',
      "record set day = '2024-12-03' where key = 'post'",
      'content-altered',
      /^batch \d+$/,
    ],
    ['the end of a hold', "hold_open set expires_at = '2024-01-01'", 'hold-differs', /^hld_/],
    ['a link of the chain', 'batch set hash = sha256(hash) where number = 1', 'content-altered', /^batch 1$/],
    [
      'the interest of a year',
      'year_end set interest_fen = interest_fen + 1',
      'year-end-differs',
      /^year 2024$/,
    ],
    [
      'a position between areas',
      "clearing_position set fen = fen + 1 where area = '340500'",
      'clearing-differs',
      /^clearing 2024-12 340500->340100$/,
    ],
  ])('%s altered by hand, and names it', async (_what, change, code, subject) => {
    const client = await database.ownerPool.connect();
    try {
      await client.query('begin');
      // As somebody with every right would do it: triggers and foreign keys asleep.
      await client.query("set local session_replication_role = 'replica'");
      const { rowCount } = await client.query(`update ledger.${change}`);
      expect(rowCount).toBeGreaterThan(0);
      await client.query('commit');
      const { ok, problems } = await ledger.verify();
      expect(ok).toBe(false);
      expect(problems.filter((problem) => problem.code === code).map((problem) => problem.subject)).toEqual(
        expect.arrayContaining([expect.stringMatching(subject)]),
      );
    } finally {
      client.release();
      await restore(change);
    }
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it.each([
    ['an open hold that was taken away', 'hold_open', 'hold-differs'],
    [
      'the newest batch taken away',
      "batch where number = (select max(number) from ledger.batch) and area = '340500'",
      'chain-broken',
    ],
    [
      'the newest record taken away',
      'record where id = (select max(id) from ledger.record)',
      'content-altered',
    ],
    [
      'an account taken away from its balance',
      'account where id = (select max(id) from ledger.account)',
      'balance-differs',
    ],
  ])('%s', async (_what, rows, code) => {
    const table = rows.split(' ')[0]!;
    const as = rows.includes(' where ') ? rows : `${rows} where true`;
    await database.ownerPool.query(
      `set session_replication_role = replica;
       create table kept as select * from ledger.${as}; delete from ledger.${as}; set session_replication_role = origin`,
    );
    const { problems } = await ledger.verify();
    await database.ownerPool.query(
      `set session_replication_role = replica;
       insert into ledger.${table} overriding system value select * from kept; drop table kept; set session_replication_role = origin`,
    );
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  /** Takes the change back by its opposite. */
  async function restore(change: string): Promise<void> {
    const undo: Record<string, string> = {
      'net_fen + 1': 'net_fen - 1',
      'held_fen - 100': 'held_fen + 100',
      'amount_fen + 1': 'amount_fen - 1',
      "'other'": "'set_1'",
      "'2024-12-03'": "'2024-12-02'",
      "'2024-01-01'": "'2030-01-01T00:00:00+08:00'",
      'interest_fen + 1': 'interest_fen - 1',
      'fen = fen + 1': 'fen = fen - 1',
    };
    const [from, to] = Object.entries(undo).find(([text]) => change.includes(text)) ?? [];
    const sql = from
      ? `update ledger.${change.replace(from, to!)}`
      : `update ledger.batch b set hash = (ledger.recomputed(coalesce((select hash from ledger.batch p where p.area = b.area
           and p.number = b.number - 1), decode(repeat('00', 32), 'hex')), b)).hash where number = 1`;
    await database.ownerPool.query(
      `set session_replication_role = replica; ${sql}; set session_replication_role = origin`,
    );
  }
});

it('verifies one moment of books that are being written', async () => {
  let isOver = false;
  const writing = (async () => {
    for (let count = 0; !isOver; count += 1) {
      await ledger.submit({
        ...{
          type: 'post',
          area,
          key: `w${count}`,
          kind: 'test',
          reference: 'w',
          businessDate: '2025-01-04',
          at,
        },
        legs: [
          { account: giver, amountFen: -1 },
          { account: { area, kind: 'fund', owner: 'employee' }, amountFen: 1 },
        ],
      });
    }
  })();
  const seen: number[] = [];
  for (let times = 0; times < 5; times += 1)
    expect(await ledger.verify((batches) => seen.push(batches))).toMatchObject({ ok: true });
  isOver = true;
  await writing;
  expect(seen.length).toBeGreaterThan(5);
});

it('states an account for a period: opening + in - out = closing', async () => {
  const statement = await readPeriodStatement(database.appPool, {
    area,
    owner: 'G00',
    from: '2024-01-01',
    to: '2025-01-03',
  });
  expect(statement).toMatchObject({ openingFen: 100_000, inFen: 993, outFen: 700, closingFen: 100_293 });
  expect(statement.parts).toEqual([
    { partYear: 2023, openingFen: 100_000, closingFen: 99_300 },
    { partYear: 2024, openingFen: 0, closingFen: 993 },
  ]);
  expect(statement.lines.map(({ kind, amountFen, balanceFen }) => [kind, amountFen, balanceFen])).toEqual([
    ['settlement', -700, 99_300],
    ['interest', 993, 993],
  ]);
  const before = await readPeriodStatement(database.appPool, {
    area,
    owner: 'G00',
    from: '2022-01-01',
    to: '2022-12-31',
  });
  expect(before).toMatchObject({ openingFen: 0, closingFen: 0, lines: [] });
});
