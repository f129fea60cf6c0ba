// The end of a year: exact interest for everybody, once, whatever happens in between, with settlement going on.
import { beforeEach, describe, expect, it } from 'vitest';
import { withTransaction } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, creditMany, ledgerMigrations, readYearEnd, runYearEnd } from './index.ts';
import type { AccountRef, InterestTerms, Ledger } from './index.ts';

let database: TestDatabase;
let ledger: Ledger;
const area = '340500';
const at = new Date('2025-01-03T09:00:00+08:00');
const terms: InterestTerms = {
  method: 'closing-balance',
  priorYearPerMillion: 11_000,
  currentYearPerMillion: 3_500,
  daysOfYear: 360,
  rounding: 'half-up',
};
const part = (owner: string, partYear: number): AccountRef => ({ area, kind: 'personal', owner, partYear });
const payable: AccountRef = { area, kind: 'payable', owner: 'H1' };

let serial = 0;
async function post(day: string, from: AccountRef, to: AccountRef, fen: number): Promise<void> {
  serial += 1;
  const outcome = await ledger.submit({
    ...{
      type: 'post',
      area,
      key: `k${serial}`,
      kind: 'test',
      reference: `r${serial}`,
      businessDate: day,
      at,
    },
    legs: [
      { account: from, amountFen: -fen },
      { account: to, amountFen: fen },
    ],
  });
  expect(outcome).toMatchObject({ ok: true });
}
const contributions: AccountRef = { area, kind: 'contributions', owner: 'employee' };
const netOf = async (account: AccountRef) => (await ledger.balances([account]))[0]?.netFen ?? 0;
const run = (over: object = {}) =>
  runYearEnd(database.appPool, { area, year: 2024, terms, businessDate: '2025-01-03', at, ...over });

beforeEach(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
  return async () => {
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    await ledger.close();
    await database.drop();
  };
});

describe('interest', () => {
  it('is reckoned on what stood there at the end of the year, for each part by its own rate, rounded once for each person', async () => {
    await post('2023-05-01', contributions, part('A', 2023), 100_000);
    await post('2024-05-01', contributions, part('A', 2024), 10_143);
    // Spent after the year: the interest of the year does not change.
    await post('2025-01-02', part('A', 2023), payable, 60_000);
    await post('2024-05-01', contributions, part('B', 2024), 100);
    expect(await run()).toMatchObject({ people: 1, accounts: 3, interestFen: 1_136, isEnded: true });
    // 100,000 x 1.1 % + 10,143 x 0.35 % = 1,135.5005
    expect(await netOf(part('A', 2024))).toBe(10_143 + 1_136);
    expect(await netOf(part('A', 2023))).toBe(40_000);
    expect(await netOf(part('B', 2024))).toBe(100);
    expect(await netOf({ area, kind: 'interest', owner: 'personal' })).toBe(-1_136);
  });

  it('can be reckoned on every fen for every day', async () => {
    await post('2023-05-01', contributions, part('A', 2023), 360_000);
    await post('2024-12-22', part('A', 2023), payable, 36_000);
    await post('2024-12-02', contributions, part('A', 2024), 100_000);
    // 2023: (360,000 x 366 - 36,000 x 10) x 1.1 % / 360 = 4,015; 2024: 100,000 x 30 x 0.35 % / 360 = 29.17
    expect(await run({ terms: { ...terms, method: 'daily-product' } })).toMatchObject({ interestFen: 4_044 });
  });

  it('opens the part of the year for who had none, and pays nothing twice', async () => {
    await post('2023-05-01', contributions, part('A', 2023), 100_000);
    const first = await run();
    expect(await netOf(part('A', 2024))).toBe(1_100);
    expect(await run({ terms: { ...terms, priorYearPerMillion: 90_000 } })).toEqual(first);
    expect(await netOf(part('A', 2024))).toBe(1_100);
  });

  it('leaves a payment of the ended year to be reversed into the year its money came from, once, on an open day', async () => {
    await post('2023-05-01', contributions, part('A', 2023), 100_000);
    await post('2024-05-01', contributions, part('A', 2024), 10_000);
    const paid = await ledger.submit({
      ...{
        type: 'post',
        area,
        key: 'paid',
        kind: 'settlement',
        reference: 'set_1',
        businessDate: '2024-12-30',
        at,
      },
      legs: [
        { account: part('A', 2023), amountFen: -40_000 },
        { account: part('A', 2024), amountFen: -1_000 },
        { account: payable, amountFen: 41_000 },
      ],
    });
    expect(await run()).toMatchObject({ isEnded: true, interestFen: 692 });
    const reverse = (key: string, businessDate: string) =>
      ledger.submit({
        ...{ type: 'reverse', area, key, kind: 'settlement-reversal', reference: 'set_1', businessDate, at },
        journalId: paid.ok && 'journalId' in paid ? paid.journalId : 'jrn_0',
      });
    expect(await reverse('sealed', '2024-12-30')).toMatchObject({ reason: 'day-sealed' });
    expect(await reverse('open', '2025-01-04')).toMatchObject({ ok: true });
    expect(await reverse('again', '2025-01-04')).toMatchObject({ reason: 'already-reversed' });
    // 60,000 x 1.1 % + 9,000 x 0.35 % = 691.5 went to the part of 2024; what was given back earns nothing for that year.
    expect(await netOf(part('A', 2023))).toBe(100_000);
    expect(await netOf(part('A', 2024))).toBe(10_000 + 692);
    expect((await ledger.parts('A')).map(({ partYear }) => partYear)).toEqual([2023, 2024]);
  });

  it('seals the year: nothing is posted into it any more', async () => {
    await post('2024-05-01', contributions, part('A', 2024), 100_000);
    await run();
    await expect(post('2024-12-31', contributions, part('A', 2024), 1)).rejects.toThrow();
    await post('2025-01-01', contributions, part('A', 2025), 1);
  });
});

describe('lots', () => {
  async function people(count: number): Promise<void> {
    const owners = Array.from({ length: count }, (_, index) => `P${String(index).padStart(5, '0')}`);
    await withTransaction(database.appPool, (tx) =>
      creditMany(tx, {
        ...{ area, from: { kind: 'contributions', owner: 'employee' }, owners, at },
        partYears: owners.map(() => 2023),
        amountsFen: owners.map((_, index) => 10_000 + index),
        ...{ kind: 'contribution', reference: 'file', key: 'file:1', businessDate: '2023-06-01' },
      }),
    );
  }
  const expected = (count: number) =>
    Array.from({ length: count }, (_, index) => Math.round(((10_000 + index) * 11_000) / 1e6)).reduce(
      (sum, fen) => sum + fen,
      0,
    );

  it('are taken up again where they were stopped, also when what was due was lost', async () => {
    await people(950);
    const stop = new AbortController();
    const seen: number[] = [];
    const half = await run({
      lotSize: 100,
      signal: stop.signal,
      onProgress: ({ lotsPosted }: { lotsPosted: number }) => {
        seen.push(lotsPosted);
        if (lotsPosted === 4) stop.abort();
      },
    });
    expect(half).toMatchObject({ lots: 10, isEnded: false, people: 950 });
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    // What a crash of the database does to unlogged tables.
    await database.ownerPool.query('truncate ledger.year_end_lot');
    await post('2025-01-02', part('P00001', 2023), payable, 10_001);
    expect(await readYearEnd(database.appPool, area, 2024)).toMatchObject({ lotsPosted: 5 });
    expect(await run({ lotSize: 100 })).toMatchObject({ isEnded: true, interestFen: expected(950) });
    expect(await netOf({ area, kind: 'interest', owner: 'personal' })).toBe(-expected(950));
    expect(await netOf(part('P00949', 2024))).toBe(120);
  });

  it('are posted while settlement goes on', async () => {
    await people(2_000);
    let isOver = false;
    let settled = 0;
    const settling = (async () => {
      while (!isOver) {
        await post('2025-01-03', part(`P${String(settled % 2_000).padStart(5, '0')}`, 2023), payable, 7);
        settled += 1;
      }
    })();
    const ended = await run({ lotSize: 50 });
    isOver = true;
    await settling;
    expect(ended).toMatchObject({ isEnded: true, interestFen: expected(2_000) });
    expect(settled).toBeGreaterThan(0);
    expect(await netOf(payable)).toBe(settled * 7);
  });
});
