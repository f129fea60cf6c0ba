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
  const tables = ['record', 'balance', 'account', 'batch', 'book', 'hold_open'];
  it.each(tables)('cannot insert into, delete from or truncate ledger.%s', async (table) => {
    expect(await asApplication(`insert into ledger.${table} default values`)).toBe(permissionDenied);
    expect(await asApplication(`delete from ledger.${table}`)).toBe(permissionDenied);
    expect(await asApplication(`truncate ledger.${table}`)).toBe(permissionDenied);
  });
  it.each([
    ['record', "kind = 'other'"],
    ['balance', 'net_fen = net_fen + 1'],
    ['account', "owner = 'X'"],
    ['batch', "hash = ''"],
    ['book', "hash = ''"],
    ['hold_open', "area = '000000'"],
  ])('cannot update ledger.%s', async (table, change) => {
    expect(await asApplication(`update ledger.${table} set ${change}`)).toBe(permissionDenied);
  });

  /** Calls the one function that writes, with a batch of one record, and takes it back if it was allowed. */
  const write = async ({ debit, credit, fen, effect, ofArea }: Forged, batches?: number): Promise<string> => {
    const expected = batches ?? (await batchesOf(ofArea ?? area));
    return refusedBy(
      withTransaction(database.appPool, async (tx) => {
        await tx.query(
          `select ledger.write_batch($1, $2, null, array[$3::bigint], array[$4::bigint], array[$5::bigint], array[0], array[0],
            array[0], array[0], null, array[now()], array['2024-10-15'::date], array[$6::smallint], array[1::smallint],
            array[0::smallint], array['x'], array['x'], array['forged'], array['\\x00'::bytea], null)`,
          [ofArea ?? area, expected, debit, credit, fen, effect ?? 1],
        );
        throw new Error('it was allowed');
      }),
    );
  };
  interface Forged {
    debit: number | null;
    credit: number | null;
    fen: number;
    effect?: number;
    ofArea?: string;
  }
  const batchesOf = async (ofArea: string) =>
    (
      await database.ownerPool.query<{ batches: number }>('select batches from ledger.book where area = $1', [
        ofArea,
      ])
    ).rows[0]!.batches;
  const idOf = async (kind: string) =>
    (
      await database.ownerPool.query<{ id: number }>(
        'select id from ledger.account where area = $1 and kind = $2',
        [area, kind],
      )
    ).rows[0]!.id;

  it('cannot overdraw an account, write half a transfer, or one on accounts that are not of the area', async () => {
    const personal = await idOf('personal');
    const source = await idOf('contributions');
    expect(await write({ debit: source, credit: personal, fen: 1 })).toBe('allowed');
    expect(await write({ debit: personal, credit: source, fen: 2_001 })).toBe('23514 no_overdraft');
    expect(await write({ debit: personal, credit: null, fen: 2_001, effect: 2 })).toBe('23514 no_overdraft');
    expect(await write({ debit: personal, credit: null, fen: 1, effect: 3 })).toBe('23514 no_overdraft');
    expect(await write({ debit: personal, credit: null, fen: 1 })).toBe('23514 record_shape');
    expect(await write({ debit: null, credit: personal, fen: 1 })).toBe('23514 record_shape');
    expect(await write({ debit: source, credit: personal, fen: -1 })).toBe('23514 record_shape');
    expect(await write({ debit: source, credit: personal, fen: 1, ofArea: '211200' })).toBe(
      '23503 record_account',
    );
    expect(await write({ debit: 0, credit: personal, fen: 1 })).toBe('23503 record_account');
  });
  it('cannot add to the chain but at its head', async () => {
    const forged = { debit: await idOf('contributions'), credit: await idOf('personal'), fen: 1 };
    expect(await write(forged, 12345)).toBe('40001 book_moved');
    expect(await write(forged, 0)).toBe('40001 book_moved');
  });
});

it('lets the owner make no overdraft by a direct update', async () => {
  const update = (change: string) =>
    refusedBy(database.ownerPool.query(`update ledger.balance set ${change} where least_fen = 0`));
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
    return [await count('balance'), await count('record'), await count('entry')];
  });
  expect(seen).toEqual([['211200'], ['211200'], ['211200']]);
  const write = withTransaction(database.appPool, async (tx) => {
    await actAsStaffOf(tx, '211200');
    await tx.query("select ledger.lock_books(array['211200'])");
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
    const set = (kind: string) => `update ledger.record set kind = '${kind}' where key = 'one'`;
    expect(await problemsAfter(set('forged'), set('contribution'))).toEqual(['content-altered']);
  });
  it('finds changed amounts', async () => {
    const scale = (factor: string) => `update ledger.record set amount_fen = amount_fen ${factor}`;
    expect(await problemsAfter(scale('* 2'), scale('/ 2'))).toEqual([
      'balance-after-differs',
      'balance-differs',
      'content-altered',
    ]);
  });
  it('finds a changed balance', async () => {
    const add = (fen: string) => `update ledger.balance set net_fen = net_fen ${fen} where least_fen = 0`;
    expect(await problemsAfter(add('+ 5'), add('- 5'))).toEqual(['balance-after-differs', 'balance-differs']);
  });
  it('finds a list of records that leaves one out', async () => {
    const newest = `update ledger.balance set last_record = `;
    expect(
      await problemsAfter(
        `create table kept as select account_id, last_record from ledger.balance; ${newest} 0`,
        `${newest} kept.last_record from kept where kept.account_id = balance.account_id; drop table kept`,
      ),
    ).toEqual(['list-broken']);
  });
  it('finds a removed batch, at the end as well as in the middle', async () => {
    const remove = (order: string) =>
      `create table kept as select * from ledger.batch where area = '340500' order by number ${order} limit 1;
       delete from ledger.batch using kept where batch.area = kept.area and batch.number = kept.number`;
    const restore = 'insert into ledger.batch select * from kept; drop table kept';
    expect(await problemsAfter(remove('asc'), restore)).toEqual([
      'chain-broken',
      'content-altered',
      'outside-chain',
    ]);
    expect(await problemsAfter(remove('desc'), restore)).toEqual(['chain-broken', 'outside-chain']);
  });
  it('finds a removed record', async () => {
    const remove = `create table kept as select * from ledger.record where key = 'one';
       delete from ledger.record where key = 'one'`;
    expect(
      await problemsAfter(remove, 'insert into ledger.record select * from kept; drop table kept'),
    ).toEqual([
      'balance-after-differs',
      'balance-differs',
      'content-altered',
      'list-broken',
      'outside-chain',
    ]);
  });
});
