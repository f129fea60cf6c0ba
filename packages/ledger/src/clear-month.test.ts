// Clearing: every fen between areas is in exactly one month's positions, and the positions of all areas sum to zero.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { clearMonth, createLedger, ledgerMigrations, readClearingEntries, readPositions } from './index.ts';
import type { AccountRef, JournalId, Ledger } from './index.ts';

let database: TestDatabase;
let ledger: Ledger;
const [tieling, shenyang, maanshan] = ['211200', '210100', '340500'];
const at = new Date('2026-11-02T09:00:00+08:00');
beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
  for (const area of [tieling, shenyang, maanshan]) {
    await post('2026-01-05', { area, kind: 'contributions', owner: 'all' }, fund(area), 1_000_000);
  }
});
afterAll(async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  await ledger.close();
  await database.drop();
});

const fund = (area: string): AccountRef => ({ area, kind: 'fund', owner: 'employee' });
const hospital = (area: string): AccountRef => ({ area, kind: 'payable', owner: `H${area}` });
let serial = 0;
async function post(day: string, from: AccountRef, to: AccountRef, fen: number): Promise<JournalId> {
  serial += 1;
  const outcome = await ledger.submit({
    ...{ type: 'post', area: from.area, key: `k${serial}`, kind: 'settlement', reference: `set_${serial}` },
    ...{ businessDate: day, at },
    legs: [
      { account: from, amountFen: -fen },
      { account: to, amountFen: fen },
    ],
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.journalId;
}
const clear = (month: string, businessDate: string) =>
  clearMonth(database.appPool, { month, businessDate, at });
const brief = (positions: Awaited<ReturnType<typeof clear>>) =>
  positions.map(({ area, otherArea, scope, entries, fen }) => [area, otherArea, scope, entries, fen]);

it('settles what each area owes each other one, once, and the sum over areas is zero', async () => {
  await post('2026-10-03', fund(tieling), hospital(shenyang), 5_000);
  await post('2026-10-31', fund(shenyang), hospital(tieling), 1_200);
  await post('2026-10-15', fund(tieling), hospital(maanshan), 700);
  const late = await post('2026-10-20', fund(maanshan), hospital(shenyang), 90);
  await post('2026-11-01', fund(tieling), hospital(shenyang), 33);

  const positions = await clear('2026-10', '2026-11-02');
  expect(brief(positions)).toEqual([
    [shenyang, tieling, 'in-province', 2, -3_800],
    [shenyang, maanshan, 'cross-province', 1, -90],
    [tieling, shenyang, 'in-province', 2, 3_800],
    [tieling, maanshan, 'cross-province', 1, 700],
    [maanshan, shenyang, 'cross-province', 1, 90],
    [maanshan, tieling, 'cross-province', 1, -700],
  ]);
  expect(positions.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
  expect(positions.every(({ journalId }) => journalId !== null)).toBe(true);
  expect(await clear('2026-10', '2026-11-09')).toEqual(positions);
  const balances = await ledger.balances([
    { area: tieling, kind: 'clearing', owner: `${tieling}->${shenyang}` },
    { area: tieling, kind: 'clearing', owner: `${tieling}=>${shenyang}` },
  ]);
  expect(balances.map((balance) => balance?.netFen)).toEqual([33, 3_800]);

  // A reversal after the cut-off joins the next month, in full.
  const reversed = await ledger.submit({
    ...{
      type: 'reverse',
      area: maanshan,
      key: 'reverse',
      kind: 'settlement-reversal',
      reference: 'set_late',
    },
    ...{ businessDate: '2026-11-05', at, journalId: late },
  });
  expect(reversed.ok).toBe(true);
  expect(brief(await clear('2026-11', '2026-12-01'))).toEqual([
    [shenyang, tieling, 'in-province', 1, -33],
    [shenyang, maanshan, 'cross-province', 1, 90],
    [tieling, shenyang, 'in-province', 1, 33],
    [maanshan, shenyang, 'cross-province', 1, -90],
  ]);
  expect(brief(await readPositions(database.appPool, { month: '2026-10' }))).toEqual(brief(positions));
});

it('leads from a position to its entries', async () => {
  const of = { month: '2026-10', area: tieling, otherArea: shenyang };
  const entries = await readClearingEntries(database.appPool, of);
  expect(entries.map(({ businessDate, kind, fen }) => [businessDate, kind, fen])).toEqual([
    ['2026-10-03', 'settlement', 5_000],
    ['2026-10-31', 'settlement', -1_200],
  ]);
  const [first] = entries;
  expect(await readClearingEntries(database.appPool, of, { after: first!.journalId })).toEqual(
    entries.slice(1),
  );
});

it('lets nothing be posted into a month that is cleared, nor an earlier month be cleared after it', async () => {
  await expect(post('2026-11-30', fund(tieling), hospital(shenyang), 1)).rejects.toThrow();
  await expect(clear('2026-09', '2026-12-02')).rejects.toMatchObject({ constraint: 'clearing_order' });
});
