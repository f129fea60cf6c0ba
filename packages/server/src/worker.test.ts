// The ledger's chores: what is due goes back, days that are over are sealed, on the real calendar only.
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import type { AccountRef, Ledger } from '@gongji/ledger';
import type { Services } from '@gongji/service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realMoment } from './clock.ts';
import { doLedgerChores, sealOver } from './worker.ts';

let database: TestDatabase;
let ledger: Ledger;
const calls: string[] = [];
// Only these two calls are made here; what they do is tested beside them.
const services = {
  relation: { releaseEnded: async () => void calls.push('releaseEnded') },
  premium: { resume: async () => void calls.push('resume') },
} as unknown as Services;
const clockAt = (text: string, demo = false) => ({
  demo,
  now: () => realMoment(new Date(`${text}+08:00`)),
  setDemoDate: async () => undefined,
});

beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
});
afterAll(async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true });
  await ledger.close();
  await database.drop();
});

const account: AccountRef = { area: '340500', kind: 'personal', owner: 'P1', partYear: 2026 };
const source: AccountRef = { area: '340500', kind: 'contributions', owner: 'all' };
const stamp = (key: string, businessDate: string) => ({
  ...{ area: '340500', key, kind: 'test', reference: 'ref', businessDate },
  at: new Date('2026-03-01T09:00:00+08:00'),
});
const post = (key: string, day: string) =>
  ledger.submit({
    ...stamp(key, day),
    type: 'post',
    legs: [
      { account: source, amountFen: -100 },
      { account, amountFen: 100 },
    ],
  });

test('a hold whose time is over by the clock of the database is free again, and the premiums follow', async () => {
  await post('a', '2026-03-01');
  const hold = { ...stamp('hold', '2026-03-01'), type: 'hold' as const, legs: [{ account, amountFen: 60 }] };
  await ledger.submit({ ...hold, expiresAt: new Date('2026-03-02T09:00:00+08:00') });
  await ledger.submit({
    ...hold,
    key: 'open',
    legs: [{ account, amountFen: 10 }],
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  // The business clock stands long before the expiry: it does not count.
  await doLedgerChores({ services, ledger, clock: clockAt('2024-10-15T09:00:00') });
  expect(calls).toEqual(['releaseEnded', 'resume']);
  expect((await ledger.balances([account]))[0]).toMatchObject({ netFen: 100, heldFen: 10 });
  await doLedgerChores({ services, ledger, clock: clockAt('2024-10-15T09:00:00') });
  expect(calls).toEqual(['releaseEnded', 'resume', 'releaseEnded']);
});

test('yesterday is sealed an hour after midnight, never in a demonstration', async () => {
  const days = async () =>
    (await ledger.seals({ area: '340500', from: '2026-01-01', to: '2027-12-31' })).map(({ day }) => day);
  await post('b', '2027-03-03');
  await sealOver({ ledger, clock: clockAt('2027-03-05T03:00:00', true) });
  expect(await days()).toEqual([]);
  await sealOver({ ledger, clock: clockAt('2027-03-05T00:59:00') });
  expect((await days()).at(-1)).toBe('2027-03-03');
  expect(await post('late', '2027-03-03')).toMatchObject({ reason: 'day-sealed' });
  expect(await post('c', '2027-03-04')).toMatchObject({ ok: true });
  await sealOver({ ledger, clock: clockAt('2027-03-05T01:00:00') });
  expect((await days()).at(-1)).toBe('2027-03-04');
  await sealOver({ ledger, clock: clockAt('2027-03-05T02:00:00') });
  expect(new Set(await days()).size).toBe((await days()).length);
});
