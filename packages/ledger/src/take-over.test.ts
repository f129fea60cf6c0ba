// Books that an older release wrote are taken over whole: balances, holds, answers and reversals go on where they stopped.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from './index.ts';
import { contentHashOf } from './content-hash.ts';
import type { AccountRef, Ledger } from './index.ts';

let database: TestDatabase;
let ledger: Ledger;

const home = '340500';
const away = '211200';
const stamp = { area: home, kind: 'test', reference: 'old', businessDate: '2024-10-15' };
const at = new Date('2024-10-16T09:00:00+08:00');
const personal = (partYear: number): AccountRef => ({ area: home, kind: 'personal', owner: 'P', partYear });
const payable: AccountRef = { area: home, kind: 'payable', owner: 'H' };
const paid = {
  ...stamp,
  type: 'post' as const,
  key: 'paid',
  legs: [
    { account: personal(2023), amountFen: -300 },
    { account: personal(2024), amountFen: -200 },
    { account: payable, amountFen: 400 },
    { account: { ...payable, owner: 'I' }, amountFen: 100 },
  ],
};

const migration = (name: string) => readFileSync(new URL(name, ledgerMigrations), 'utf8');
const run = (sql: string) => database.ownerPool.query(sql);

beforeAll(async () => {
  database = await testDatabase({ migrations: [] });
  await run(migration('0001-books.sql'));
  await run(migration('0002-guards.sql'));
  await run(`
    insert into ledger.account (area, kind, owner, part_year) values
      ('${home}', 'contributions', 'all', 0), ('${home}', 'personal', 'P', 2023), ('${home}', 'personal', 'P', 2024),
      ('${home}', 'payable', 'H', 0), ('${home}', 'payable', 'I', 0), ('${home}', 'clearing', '${home}->${away}', 0),
      ('${away}', 'clearing', '${away}->${home}', 0), ('${away}', 'payable', 'X', 0)`);
  let batch = 0;
  const entry = async (
    id: number,
    type: string,
    key: string,
    lines: string,
    more = 'null, null, null',
    outcome = `{"ok": true, "journalId": "jrn_${id}"}`,
    hash = 'ab',
  ) => {
    await run(`insert into ledger.journal values (${id}, '${home}', '${type}', 'test', 'old', '2024-10-15',
      '2024-10-15T09:00:00+08:00', '${key}', ${more})`);
    await run(`insert into ledger.posting (journal_id, sequence, area, account_id, amount_fen, held_fen, frozen_fen, balance_after_fen)
      select ${id}, line.* from (values ${lines}) as line`);
    await run(`insert into ledger.command values ('${home}', '${key}', '${hash}', '${outcome}')`);
    batch += 1;
  };
  await entry(
    10001,
    'post',
    'funded',
    `(0, '${home}', 1, -1500, 0, 0, -1500), (1, '${home}', 2, 500, 0, 0, 500), (2, '${home}', 3, 1000, 0, 0, 1000)`,
  );
  await entry(
    20001,
    'post',
    'paid',
    `(0, '${home}', 2, -300, 0, 0, 200), (1, '${home}', 3, -200, 0, 0, 800), (2, '${home}', 4, 400, 0, 0, 400), (3, '${home}', 5, 100, 0, 0, 100)`,
    'null, null, null',
    '{"ok": true, "journalId": "jrn_20001"}',
    contentHashOf(paid),
  );
  await entry(
    30001,
    'hold',
    'held',
    `(0, '${home}', 2, 0, 150, 0, 200), (1, '${home}', 3, 0, 50, 0, 800)`,
    "null, null, '2024-10-20T00:00:00+08:00'",
  );
  await entry(
    40001,
    'hold',
    'held-too',
    `(0, '${home}', 3, 0, 60, 0, 800)`,
    "null, null, '2024-10-20T00:00:00+08:00'",
  );
  await entry(
    40002,
    'capture',
    'captured',
    `(0, '${home}', 2, -150, -150, 0, 50), (1, '${home}', 3, -50, -50, 0, 750), (2, '${away}', 8, 200, 0, 0, 200), (3, '${away}', 7, -200, 0, 0, -200), (4, '${home}', 6, 200, 0, 0, 200)`,
    '30001, null, null',
  );
  await entry(50001, 'freeze', 'frozen', `(0, '${home}', 3, 0, 0, 90, 750)`);
  await run(
    `insert into ledger.command values ('${home}', 'refused', 'cd', '{"ok": false, "reason": "no-legs"}')`,
  );
  for (const name of [
    '0010-records.sql',
    '0011-take-over.sql',
    '0012-readers-and-rights.sql',
    '0013-days-and-cases.sql',
    '0021-many.sql',
    '0022-clearing.sql',
    '0023-year-end-seals.sql',
  ]) {
    const client = await database.ownerPool.connect();
    await client.query(`begin; ${migration(name)}; commit`);
    client.release();
  }
  expect(batch).toBe(6);
  ledger = createLedger({ pool: database.appPool });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

it('keeps balances, parts and statements', async () => {
  const balances = await ledger.balances([personal(2023), personal(2024), payable]);
  expect(balances).toMatchObject([
    { netFen: 50, heldFen: 0, frozenFen: 0 },
    { netFen: 750, heldFen: 60, frozenFen: 90, availableFen: 600 },
    { netFen: 400 },
  ]);
  const lines = await ledger.statement({ area: home, owner: 'P' });
  expect(
    lines.map(({ journalId, account, amountFen, balanceAfterFen }) => [
      journalId,
      account.partYear,
      amountFen,
      balanceAfterFen,
    ]),
  ).toEqual([
    ['jrn_40002', 2023, -150, 50],
    ['jrn_40002', 2024, -50, 750],
    ['jrn_20001', 2023, -300, 200],
    ['jrn_20001', 2024, -200, 800],
    ['jrn_10001', 2023, 500, 500],
    ['jrn_10001', 2024, 1000, 1000],
  ]);
});

it('answers what was asked before as it did', async () => {
  expect(await ledger.submit({ ...paid, at })).toEqual({ ok: true, journalId: 'jrn_20001' });
  expect(await ledger.submit({ ...paid, at, reference: 'other' })).toMatchObject({
    reason: 'key-reused-with-other-content',
  });
});

it('captures and voids holds, and reverses journals, of before', async () => {
  const end = { ...stamp, at };
  expect(await ledger.hold('hld_30001')).toMatchObject({ state: 'captured', journalId: 'jrn_40002' });
  expect(await ledger.submit({ ...end, type: 'void', key: 'v1', holdId: 'hld_30001' })).toMatchObject({
    reason: 'already-captured',
  });
  expect(await ledger.submit({ ...end, type: 'void', key: 'v2', holdId: 'hld_40001' })).toMatchObject({
    ok: true,
  });
  expect(await ledger.submit({ ...end, type: 'reverse', key: 'r1', journalId: 'jrn_40002' })).toMatchObject({
    ok: true,
  });
  expect(await ledger.submit({ ...end, type: 'reverse', key: 'r2', journalId: 'jrn_20001' })).toMatchObject({
    ok: true,
  });
  expect(await ledger.balances([personal(2023), personal(2024), payable])).toMatchObject([
    { netFen: 500, heldFen: 0 },
    { netFen: 1000, heldFen: 0, frozenFen: 90 },
    { netFen: 0 },
  ]);
});

it('verifies, old and new, and finds an old row that is altered', async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  await run("update ledger.record set kind = 'forged' where id = 20001");
  expect((await ledger.verify()).problems).toMatchObject([{ code: 'content-altered', subject: 'batch 0' }]);
});
