// What the database itself refuses, whoever asks: the application's role, and the owner where a constraint holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actAsStaffOf, withTransaction } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from './index.ts';
import type { AccountRef, Ledger } from './index.ts';

let database: TestDatabase;
let ledger: Ledger;

const area = '340500';
const giver: AccountRef = { area, kind: 'personal', owner: 'G1', partYear: 2024 };
const contributions: AccountRef = { area, kind: 'contributions', owner: 'all' };

beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
  for (const [key, legArea] of [
    ['one', area],
    ['two', area],
    ['three', '211200'],
  ] as const) {
    const outcome = await ledger.submit({
      type: 'post',
      area: legArea,
      key,
      kind: 'contribution',
      reference: key,
      businessDate: '2024-10-15',
      at: new Date('2024-10-15T09:00:00+08:00'),
      legs: [
        { account: { ...contributions, area: legArea }, amountFen: -1_000 },
        { account: { ...giver, area: legArea }, amountFen: 1_000 },
      ],
    });
    expect(outcome.ok).toBe(true);
  }
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const refusedBy = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason as { code?: string; constraint?: string },
  );
  return `${error?.code ?? 'allowed'} ${error?.constraint ?? ''}`.trim();
};
const asApplication = (sql: string, values: unknown[] = []) => refusedBy(database.appPool.query(sql, values));
const permissionDenied = '42501';

describe('the application', () => {
  const appendOnly = ['journal', 'posting', 'command', 'chain', 'account', 'chain_head', 'open_hold'];
  it.each(appendOnly)('cannot delete from or truncate ledger.%s', async (table) => {
    expect(await asApplication(`delete from ledger.${table}`)).toBe(permissionDenied);
    expect(await asApplication(`truncate ledger.${table}`)).toBe(permissionDenied);
  });
  it.each([
    ['journal', "kind = 'other'"],
    ['posting', 'amount_fen = 0'],
    ['command', "outcome = '{}'"],
    ['chain', "hash = ''"],
    ['account', 'net_fen = net_fen + 1'],
    ['chain_head', 'number = 0'],
    ['open_hold', "area = '000000'"],
  ])('cannot update ledger.%s', async (table, change) => {
    expect(await asApplication(`update ledger.${table} set ${change}`)).toBe(permissionDenied);
  });
  it('cannot overdraw an account, nor write a journal that does not balance, nor one without accounts', async () => {
    const { rows } = await database.ownerPool.query<{ id: number; kind: string }>(
      'select id, kind from ledger.account where area = $1 order by id',
      [area],
    );
    const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? 0;
    const insert = async (postings: [number, string, number, number][]) =>
      refusedBy(
        withTransaction(database.appPool, async (tx) => {
          await tx.query(`insert into ledger.journal (id, area, type, kind, reference, business_date, posted_at, key)
            values (7, '340500', 'post', 'x', 'x', '2024-10-15', now(), 'x')`);
          await tx.query(
            `insert into ledger.posting (journal_id, sequence, area, account_id, amount_fen, held_fen, frozen_fen, balance_after_fen)
              select 7, row_number() over (), area, account, amount, held, 0, 0
              from unnest($1::bigint[], $2::bpchar[], $3::bigint[], $4::bigint[]) as line (account, area, amount, held)`,
            [0, 1, 2, 3].map((column) => postings.map((posting) => posting[column])),
          );
          throw new Error('it was allowed');
        }),
      );
    const personal = idOf('personal');
    const source = idOf('contributions');
    expect(
      await insert([
        [personal, area, -2_001, 0],
        [source, area, 2_001, 0],
      ]),
    ).toBe('23514 no_overdraft');
    expect(
      await insert([
        [source, area, 2_001, 0],
        [personal, area, -2_001, 0],
      ]),
    ).toBe('23514 no_overdraft');
    expect(await insert([[personal, area, 0, 2_001]])).toBe('23514 no_overdraft');
    expect(await insert([[personal, area, 0, -1]])).toMatch(/^23514/);
    expect(await insert([[personal, area, -1, 0]])).toBe('23514 journal_balances');
    expect(
      await insert([
        [personal, area, -1, 0],
        [source, '211200', 1, 0],
      ]),
    ).toBe('23514 journal_balances');
    expect(await insert([[personal, '211200', 0, 1]])).toBe('23503 posting_account');
    expect(await insert([[0, area, 0, 1]])).toBe('23503 posting_account');
    expect(
      await insert([
        [personal, area, -1, 0],
        [source, area, 1, 0],
      ]),
    ).toBe('allowed');
  });
  it('cannot add to the chain but at its head', async () => {
    const forge = (previous: number) =>
      asApplication(
        "insert into ledger.chain values ($1, 99999999, $2, decode(repeat('00', 32), 'hex'), '')",
        [area, previous],
      );
    expect(await forge(12345)).toBe('23514 chain_follows_head');
    expect(await forge(0)).toMatch(/^(23505|23514)/);
  });
});

it('lets the owner make no overdraft by a direct update', async () => {
  const update = (change: string) =>
    refusedBy(database.ownerPool.query(`update ledger.account set ${change} where kind = 'personal'`));
  expect(await update('net_fen = -1')).toBe('23514 no_overdraft');
  expect(await update('held_fen = net_fen + 1')).toBe('23514 no_overdraft');
  expect(await update('frozen_fen = -1')).toMatch(/^23514/);
});

it('shows staff the rows of their area only, and lets them write nothing', async () => {
  const seen = await withTransaction(database.appPool, async (tx) => {
    await actAsStaffOf(tx, '211200');
    const count = async (table: string) =>
      (await tx.query<{ area: string }>(`select distinct area from ledger.${table}`)).rows.map(
        (row) => row.area,
      );
    return [await count('account'), await count('journal'), await count('posting')];
  });
  expect(seen).toEqual([['211200'], ['211200'], ['211200']]);
  const write = withTransaction(database.appPool, async (tx) => {
    await actAsStaffOf(tx, '211200');
    await tx.query("insert into ledger.command values ('211200', 'x', '', '{}')");
  });
  expect(await refusedBy(write)).toBe(permissionDenied);
});

describe('verification', () => {
  /** Damages the books as only the owner can, verifies, and mends them. */
  const problemsAfter = async (damage: string, mend: string): Promise<string[]> => {
    await database.ownerPool.query(
      `set session_replication_role = replica; ${damage}; set session_replication_role = origin`,
    );
    const report = await ledger.verify();
    await database.ownerPool.query(
      `set session_replication_role = replica; ${mend}; set session_replication_role = origin`,
    );
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    return [...new Set(report.problems.map(({ code }) => code))].sort();
  };
  it('finds a changed journal', async () => {
    const set = (kind: string) => `update ledger.journal set kind = '${kind}' where key = 'one'`;
    expect(await problemsAfter(set('forged'), set('contribution'))).toEqual(['content-altered']);
  });
  it('finds changed amounts, even where they balance', async () => {
    const scale = (factor: string) => `update ledger.posting set amount_fen = amount_fen ${factor}`;
    expect(await problemsAfter(scale('* 2'), scale('/ 2'))).toEqual([
      'balance-after-differs',
      'balance-differs',
      'content-altered',
    ]);
  });
  it('finds a changed balance', async () => {
    const add = (fen: string) => `update ledger.account set net_fen = net_fen ${fen} where kind = 'personal'`;
    expect(await problemsAfter(add('+ 5'), add('- 5'))).toEqual(['balance-after-differs', 'balance-differs']);
  });
  it('finds a removed batch, at the end as well as in the middle', async () => {
    const remove = (order: string) =>
      `create table kept as select * from ledger.chain where area = '340500' order by number ${order} limit 1;
       delete from ledger.chain using kept where chain.area = kept.area and chain.number = kept.number`;
    const restore = 'insert into ledger.chain select * from kept; drop table kept';
    expect(await problemsAfter(remove('asc'), restore)).toEqual(['chain-broken', 'outside-chain']);
    expect(await problemsAfter(remove('desc'), restore)).toEqual(['chain-broken', 'outside-chain']);
  });
});
