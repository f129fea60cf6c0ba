// The ledger's promises, one by one, on the real PostgreSQL.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from './index.ts';
import type { AccountRef, HoldId, JournalId, Ledger, Leg } from './index.ts';

const maanshan = '340500';
const tieling = '211200';
const at = new Date('2024-10-15T09:00:00+08:00');
const later = new Date('2024-10-15T10:00:00+08:00');

let database: TestDatabase;
let ledger: Ledger;
let serial = 0;

beforeAll(async () => {
  database = await testDatabase({ migrations: [ledgerMigrations] });
  ledger = createLedger({ pool: database.appPool });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const personal = (owner: string, partYear = 2024, area = maanshan): AccountRef => ({
  area,
  kind: 'personal',
  owner,
  partYear,
});
const contributions: AccountRef = { area: maanshan, kind: 'contributions', owner: 'all' };
const payable = (area = maanshan): AccountRef => ({ area, kind: 'payable', owner: 'H1' });
const tax: AccountRef = { area: maanshan, kind: 'tax-payable', owner: 'bureau' };
const cash: AccountRef = { area: maanshan, kind: 'cash-transit', owner: 'wechat' };

const base = (key: string, area = maanshan) => ({
  area,
  key,
  kind: 'test',
  reference: `ref-${key}`,
  businessDate: '2024-10-15',
  at,
});
const nextKey = () => `key-${(serial += 1)}`;
const newPerson = () => `P${(serial += 1)}`;
const move = (from: AccountRef, to: AccountRef, amountFen: number): Leg[] => [
  { account: from, amountFen: -amountFen },
  { account: to, amountFen },
];

const post = (legs: Leg[], key = nextKey(), area = maanshan) =>
  ledger.submit({ type: 'post', ...base(key, area), legs });
const hold = (account: AccountRef, amountFen: number, key = nextKey()) =>
  ledger.submit({ type: 'hold', ...base(key), expiresAt: later, legs: [{ account, amountFen }] });
const capture = (holdId: HoldId, to: Leg[], key = nextKey()) =>
  ledger.submit({ type: 'capture', ...base(key), holdId, to });
const release = (holdId: HoldId) => ledger.submit({ type: 'void', ...base(nextKey()), holdId });
const reverse = (journalId: JournalId, key = nextKey()) =>
  ledger.submit({ type: 'reverse', ...base(key), journalId });

async function funded(amountFen: number, partYear = 2024): Promise<AccountRef> {
  const account = personal(newPerson(), partYear);
  expect(await post(move(contributions, account, amountFen))).toMatchObject({ ok: true });
  return account;
}
async function availableFen(account: AccountRef): Promise<number | undefined> {
  return (await ledger.balances([account]))[0]?.availableFen;
}
async function heldId(account: AccountRef, amountFen: number): Promise<HoldId> {
  const held = await hold(account, amountFen);
  if (!held.ok) throw new Error(held.reason);
  return held.holdId;
}
async function journalId(legs: Leg[], area = maanshan): Promise<JournalId> {
  const posted = await post(legs, nextKey(), area);
  if (!posted.ok) throw new Error(posted.reason);
  return posted.journalId;
}

describe('posting', () => {
  it('moves money and makes the accounts that are credited first', async () => {
    const account = await funded(10_000);
    expect(await post(move(account, payable(), 4_000))).toMatchObject({ ok: true });
    expect(await availableFen(account)).toBe(6_000);
  });
  it('refuses more than there is, with what there is', async () => {
    const account = await funded(100);
    expect(await post(move(account, payable(), 101))).toEqual({
      ok: false,
      reason: 'insufficient',
      account,
      availableFen: 100,
      neededFen: 101,
    });
    expect(await availableFen(account)).toBe(100);
  });
  it('refuses to take from an account that does not exist, and makes none', async () => {
    const account = personal(newPerson());
    expect(await post(move(account, payable(), 1))).toEqual({
      ok: false,
      reason: 'unknown-account',
      account,
    });
    expect(await availableFen(account)).toBeUndefined();
  });
  it.each([
    [
      'unbalanced',
      [
        { account: contributions, amountFen: -2 },
        { account: personal('U'), amountFen: 1 },
      ],
    ],
    ['no-legs', []],
    ['bad-amount', move(contributions, personal('U'), 0.5)],
    ['bad-amount', move(contributions, personal('U'), Number.NaN)],
    ['bad-amount', move(contributions, personal('U'), 0)],
    ['bad-account', move(contributions, { area: maanshan, kind: 'personal', owner: 'U' }, 1)],
    ['bad-account', move(contributions, { area: '3405', kind: 'payable', owner: 'U' }, 1)],
    ['bad-account', move(contributions, { area: maanshan, kind: 'payable', owner: 'U', partYear: 2024 }, 1)],
    ['insufficient', move(payable(), contributions, 1_000_000_000)],
  ])('refuses %s', async (reason, legs) => {
    expect(await post(legs as Leg[])).toMatchObject({ ok: false, reason });
  });
  it('balances in each area by clearing legs', async () => {
    const account = await funded(5_000);
    const id = await journalId(move(account, payable(tieling), 3_000));
    const clearing = async () =>
      (
        await ledger.balances([
          { area: maanshan, kind: 'clearing', owner: `${maanshan}->${tieling}` },
          { area: tieling, kind: 'clearing', owner: `${tieling}->${maanshan}` },
        ])
      ).map((balance) => balance?.netFen);
    expect(await clearing()).toEqual([3_000, -3_000]);
    expect(await reverse(id)).toMatchObject({ ok: true });
    expect(await clearing()).toEqual([0, 0]);
  });
  it('keeps statements in order with the balance after each movement', async () => {
    const account = await funded(500);
    await post(move(account, payable(), 100));
    await post(move(account, payable(), 50));
    const lines = await ledger.statement({ area: maanshan, owner: account.owner });
    expect(lines.map(({ amountFen, balanceAfterFen }) => [amountFen, balanceAfterFen])).toEqual([
      [-50, 350],
      [-100, 400],
      [500, 500],
    ]);
    const older = await ledger.statement({
      area: maanshan,
      owner: account.owner,
      before: lines[0]!.journalId,
      limit: 1,
    });
    expect(older.map((line) => line.amountFen)).toEqual([-100]);
    expect(lines[0]!.postedAt).toBe('2024-10-15T09:00:00.000+08:00');
    expect(await ledger.statement({ area: maanshan, owner: account.owner, to: '2024-10-14' })).toEqual([]);
  });
});

describe('idempotency', () => {
  it('answers the same key and content the same, once, also later and also a refusal', async () => {
    const account = await funded(1_000);
    const key = nextKey();
    const first = await post(move(account, payable(), 600), key);
    const again = await ledger.submit({
      type: 'post',
      ...base(key),
      at: later,
      legs: move(account, payable(), 600),
    });
    expect(again).toEqual(first);
    expect(await availableFen(account)).toBe(400);
    const refusedKey = nextKey();
    const refused = await post(move(account, payable(), 600), refusedKey);
    await post(move(contributions, account, 600));
    expect(await post(move(account, payable(), 600), refusedKey)).toEqual(refused);
  });
  it('refuses a key with other content', async () => {
    const account = await funded(1_000);
    const key = nextKey();
    await post(move(account, payable(), 1), key);
    expect(await post(move(account, payable(), 2), key)).toEqual({
      ok: false,
      reason: 'key-reused-with-other-content',
      key,
    });
    expect(await availableFen(account)).toBe(999);
  });
  it('pays once when the same key comes many times in one batch and in several ledgers at once', async () => {
    const account = await funded(1_000);
    const key = nextKey();
    const others = [1, 2, 3].map(() => createLedger({ pool: database.appPool }));
    const answers = await Promise.all(
      [ledger, ...others].flatMap((each) =>
        [1, 2, 3].map(() => each.submit({ type: 'post', ...base(key), legs: move(account, payable(), 10) })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await availableFen(account)).toBe(990);
    await Promise.all(others.map((each) => each.close()));
  });
});

describe('holds', () => {
  it('keep money from being spent, and give it to the capture, with cash beside it', async () => {
    const account = await funded(300);
    const holdId = await heldId(account, 300);
    expect(await post(move(account, payable(), 1))).toMatchObject({
      reason: 'insufficient',
      availableFen: 0,
    });
    const captured = await capture(holdId, [
      { account: tax, amountFen: 400 },
      { account: cash, amountFen: -100 },
    ]);
    expect(captured).toMatchObject({ ok: true, holdId });
    expect((await ledger.balances([account]))[0]).toMatchObject({ netFen: 0, heldFen: 0 });
    expect(await ledger.hold(holdId)).toMatchObject({
      state: 'captured',
      legs: [{ account, amountFen: 300 }],
    });
  });
  it('refuse a capture that does not give exactly what was held', async () => {
    const holdId = await heldId(await funded(300), 300);
    expect(await capture(holdId, [{ account: tax, amountFen: 299 }])).toEqual({
      ok: false,
      reason: 'unbalanced',
      differenceFen: -1,
    });
    expect(await ledger.hold(holdId)).toMatchObject({ state: 'open' });
  });
  it('have one outcome when several callers capture and void at once', async () => {
    const account = await funded(300);
    const holdId = await heldId(account, 300);
    const other = createLedger({ pool: database.appPool });
    const to = [{ account: tax, amountFen: 300 }];
    const answers = await Promise.all([
      capture(holdId, to),
      other.submit({ type: 'capture', ...base(nextKey()), holdId, to }),
      other.submit({ type: 'void', ...base(nextKey()), holdId }),
      capture(holdId, to),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer.reason).toMatch(/^already-(captured|voided)$/);
    expect((await ledger.balances([account]))[0]?.heldFen).toBe(0);
    await other.close();
  });
  it('release the money when voided, once', async () => {
    const account = await funded(300);
    const holdId = await heldId(account, 200);
    expect(await release(holdId)).toEqual({ ok: true, holdId });
    expect(await release(holdId)).toEqual({ ok: false, reason: 'already-voided', holdId });
    expect(await availableFen(account)).toBe(300);
  });
  it('expire when their time is over and not before', async () => {
    const account = await funded(300);
    const holdId = await heldId(account, 200);
    const early = await ledger.submit({ type: 'expire', ...base(nextKey()), holdId });
    expect(early).toMatchObject({ ok: false, reason: 'not-yet-expired' });
    const due = await ledger.holdsToExpire(later, 1000);
    expect(due).toContainEqual({ area: maanshan, holdId });
    expect(await ledger.submit({ type: 'expire', ...base(nextKey()), at: later, holdId })).toEqual({
      ok: true,
      holdId,
    });
    expect(await capture(holdId, [{ account: tax, amountFen: 200 }])).toEqual({
      ok: false,
      reason: 'already-expired',
      holdId,
    });
    expect(await ledger.holdsToExpire(later, 1000)).not.toContainEqual({ area: maanshan, holdId });
    expect(await availableFen(account)).toBe(300);
  });
  it('are unknown by another id or area', async () => {
    const holdId = await heldId(await funded(10), 10);
    expect(await ledger.submit({ type: 'void', ...base(nextKey(), tieling), holdId })).toMatchObject({
      reason: 'unknown-hold',
    });
    expect(await release('hld_1')).toMatchObject({ reason: 'unknown-hold' });
    expect(await release('hld_x' as HoldId)).toMatchObject({ reason: 'unknown-hold' });
  });
});

describe('reversal', () => {
  it('restores every source to its year, once, also when the year has passed', async () => {
    const prior = await funded(300, 2023);
    const current = { ...prior, partYear: 2024 };
    await post(move(contributions, current, 500));
    const id = await journalId([
      { account: prior, amountFen: -300 },
      { account: current, amountFen: -200 },
      { account: payable(), amountFen: 500 },
    ]);
    const first = await reverse(id);
    expect(first).toMatchObject({ ok: true, reverses: id });
    expect(
      (await ledger.parts(prior.owner)).map(({ partYear, availableFen: fen }) => [partYear, fen]),
    ).toEqual([
      [2023, 300],
      [2024, 500],
    ]);
    expect(await reverse(id)).toEqual({
      ok: false,
      reason: 'already-reversed',
      journalId: id,
      reversedBy: first.ok ? first.journalId : undefined,
    });
  });
  it('happens once when asked many times at once', async () => {
    const account = await funded(100);
    const id = await journalId(move(account, payable(), 100));
    const other = createLedger({ pool: database.appPool });
    const answers = await Promise.all(
      [ledger, other, ledger, other].map((each) =>
        each.submit({ type: 'reverse', ...base(nextKey()), journalId: id }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await availableFen(account)).toBe(100);
    await other.close();
  });
  it('undoes a capture but neither a hold nor a reversal nor what is unknown', async () => {
    const account = await funded(100);
    const holdId = await heldId(account, 100);
    expect(await reverse(holdId.replace('hld', 'jrn') as JournalId)).toMatchObject({
      reason: 'not-reversible',
    });
    const captured = await capture(holdId, [{ account: tax, amountFen: 100 }]);
    const reversed = await reverse(captured.ok ? captured.journalId : 'jrn_0');
    expect(reversed).toMatchObject({ ok: true });
    expect(await availableFen(account)).toBe(100);
    expect(await reverse(reversed.ok ? reversed.journalId : 'jrn_0')).toMatchObject({
      reason: 'not-reversible',
    });
    expect(await reverse('jrn_7')).toMatchObject({ reason: 'unknown-journal' });
  });
});

describe('frozen quota and status', () => {
  const freeze = (account: AccountRef, amountFen: number) =>
    ledger.submit({ type: 'freeze', ...base(nextKey()), account, amountFen });
  const setStatus = (account: AccountRef, status: 'open' | 'frozen' | 'closed') =>
    ledger.submit({ type: 'set-status', ...base(nextKey()), account, status });

  it('keeps a frozen quota from being spent and never lets it below zero', async () => {
    const account = await funded(100);
    expect(await freeze(account, 80)).toMatchObject({ ok: true });
    expect(await freeze(account, 21)).toMatchObject({ reason: 'insufficient', availableFen: 20 });
    expect(await post(move(account, payable(), 21))).toMatchObject({
      reason: 'insufficient',
      availableFen: 20,
    });
    expect(await freeze(account, -81)).toMatchObject({ reason: 'insufficient', availableFen: 80 });
    expect(await freeze(account, -80)).toMatchObject({ ok: true });
    expect(await availableFen(account)).toBe(100);
  });
  it('lets nothing be taken from a frozen account but what is held already', async () => {
    const account = await funded(100);
    const holdId = await heldId(account, 40);
    await setStatus(account, 'frozen');
    expect(await post(move(account, payable(), 1))).toEqual({ ok: false, reason: 'frozen', account });
    expect(await post(move(contributions, account, 1))).toMatchObject({ ok: true });
    expect(await capture(holdId, [{ account: tax, amountFen: 40 }])).toMatchObject({ ok: true });
  });
  it('closes an account only when it is empty, and lets nothing move then', async () => {
    const account = await funded(100);
    expect(await setStatus(account, 'closed')).toEqual({ ok: false, reason: 'not-empty', account });
    await post(move(account, payable(), 100));
    expect(await setStatus(account, 'closed')).toMatchObject({ ok: true });
    expect(await post(move(contributions, account, 1))).toEqual({ ok: false, reason: 'closed', account });
    expect(await setStatus(account, 'open')).toMatchObject({ ok: true });
    expect(await post(move(contributions, account, 1))).toMatchObject({ ok: true });
  });
});

it('leaves books that verify', async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
});
