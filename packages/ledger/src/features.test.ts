// Promises of the later releases: holds in part, in doubt and late; quotas; sealed days; statements.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotaOwner } from './index.ts';
import type { AccountRef } from './index.ts';
import {
  area,
  at,
  day,
  hospital,
  move,
  newPerson,
  nextKey,
  openWorld,
  part,
  source,
  stamp,
  suspense,
  tax,
} from './world.testing.ts';
import type { World } from './world.testing.ts';

let world: World;
let database: World['database'];
let ledger: World['ledger'];
const post: World['post'] = (...given) => world.post(...given);
const posted: World['posted'] = (...given) => world.posted(...given);
const funded: World['funded'] = (...given) => world.funded(...given);
const held: World['held'] = (...given) => world.held(...given);
const capture: World['capture'] = (...given) => world.capture(...given);
const figures: World['figures'] = (...given) => world.figures(...given);

beforeAll(async () => {
  world = await openWorld();
  ({ database, ledger } = world);
});
afterAll(() => world.close());

describe('a hold', () => {
  it('is captured in part, and what is not taken is free again', async () => {
    const [older, newer] = [await funded(300, 2023), await funded(200)];
    const holdId = await held([
      { account: older, amountFen: 300 },
      { account: newer, amountFen: 200 },
    ]);
    const taken = [{ account: older, amountFen: 120 }];
    expect(await capture(holdId, [{ account: tax, amountFen: 120 }], { part: taken })).toMatchObject({
      ok: true,
      holdId,
    });
    expect([await figures(older), await figures(newer)]).toEqual([
      [180, 0],
      [200, 0],
    ]);
    expect(await capture(holdId, [{ account: tax, amountFen: 10 }], { part: taken })).toMatchObject({
      reason: 'already-captured',
    });
  });
  it('gives no more than it holds, on each account', async () => {
    const account = await funded(300);
    const holdId = await held([{ account, amountFen: 100 }]);
    expect(
      await capture(holdId, [{ account: tax, amountFen: 101 }], { part: [{ account, amountFen: 101 }] }),
    ).toMatchObject({ reason: 'exceeds-hold', heldFen: 100 });
    const other = await funded(300);
    expect(
      await capture(holdId, [{ account: tax, amountFen: 1 }], { part: [{ account: other, amountFen: 1 }] }),
    ).toMatchObject({ reason: 'exceeds-hold', heldFen: 0 });
    expect(await figures(account)).toEqual([300, 100]);
  });
  it("expires by the database's clock", async () => {
    const account = await funded(100);
    const soon = await held([{ account, amountFen: 40 }]);
    const later = await held([{ account, amountFen: 50 }], { expiresAt: new Date(Date.now() + 3_600_000) });
    expect(await ledger.expireDue(1000)).toContain(soon);
    expect(await ledger.hold(soon)).toMatchObject({ state: 'expired' });
    expect(await ledger.hold(later)).toMatchObject({ state: 'open' });
    expect(await figures(account)).toEqual([100, 50]);
  });
  it('in doubt neither expires nor is marked twice, and is settled by what the other side says', async () => {
    const account = await funded(100);
    const holdId = await held([{ account, amountFen: 60 }]);
    const doubt = { type: 'doubt' as const, ...stamp, key: nextKey(), holdId };
    expect(await ledger.submit(doubt)).toEqual({ ok: true, holdId });
    expect(await ledger.submit(doubt)).toEqual({ ok: true, holdId });
    expect(await ledger.submit({ ...doubt, key: nextKey() })).toMatchObject({ reason: 'outcome-unknown' });
    expect(await ledger.hold(holdId)).toMatchObject({ state: 'unknown' });
    expect(await ledger.expireDue(1000)).not.toContain(holdId);
    const late = new Date('2025-01-01T00:00:00+08:00');
    expect(await ledger.submit({ ...stamp, type: 'expire', key: nextKey(), at: late, holdId })).toMatchObject(
      { reason: 'outcome-unknown' },
    );
    expect(await figures(account)).toEqual([100, 60]);
    expect(await capture(holdId, [{ account: tax, amountFen: 60 }])).toMatchObject({ ok: true });
    expect(await figures(account)).toEqual([40, 0]);
  });
  it('whose success comes after expiry opens a case on suspense, once, and leaves the member alone', async () => {
    const account = await funded(100);
    const holdId = await held([{ account, amountFen: 60 }]);
    await ledger.expireDue(1000);
    const to = [{ account: tax, amountFen: 60 }];
    expect(await capture(holdId, to)).toMatchObject({ reason: 'already-expired' });
    const key = nextKey();
    const answer = await capture(holdId, to, { ifExpired: suspense, key });
    const caseId = answer.ok ? answer.caseId! : 'cas_0';
    expect(answer).toMatchObject({ ok: true, holdId });
    expect(await capture(holdId, to, { ifExpired: suspense, key })).toEqual(answer);
    expect(await capture(holdId, to, { ifExpired: suspense })).toMatchObject({ reason: 'already-captured' });
    expect(await figures(account)).toEqual([100, 0]);
    expect(await ledger.lateCases(area)).toContainEqual(
      expect.objectContaining({ caseId, holdId, suspenseFen: -60, resolvedBy: undefined }),
    );
    const resolve = move(account, suspense, 60);
    expect(await post(resolve, { resolves: caseId })).toMatchObject({ ok: true });
    expect(await post(resolve, { resolves: caseId })).toMatchObject({ reason: 'case-resolved' });
    expect(await post(resolve, { resolves: 'cas_5' })).toMatchObject({ reason: 'unknown-case' });
    expect(await figures(suspense)).toEqual([0, 0]);
  });
  it('open when its relation ends follows the rule that it carries', async () => {
    const account = await funded(100);
    const relation = `rel_${nextKey()}`;
    const goesOn = await held([{ account, amountFen: 10 }], { relation, whenRelationEnds: 'finish' });
    const ends = await held([{ account, amountFen: 20 }], { relation, whenRelationEnds: 'release' });
    const asked = await held([{ account, amountFen: 30 }], { relation, whenRelationEnds: 'release' });
    await ledger.submit({ ...stamp, type: 'doubt', key: nextKey(), holdId: asked });
    const answer = { released: [ends], kept: [goesOn, asked] };
    expect(await ledger.endRelation(relation, { businessDate: day, at })).toEqual(answer);
    expect(await figures(account)).toEqual([100, 40]);
    expect(await capture(goesOn, [{ account: tax, amountFen: 10 }])).toMatchObject({ ok: true });
  });
});

describe('a frozen quota', () => {
  const setQuota = (owner: string, relation: string, totalFen: number, key = nextKey()) =>
    ledger.submit({ type: 'quota', ...stamp, key, owner, relation, totalFen });
  it('is set from the oldest money, used, changed, and its unused part returned to its years', async () => {
    const owner = newPerson();
    await posted([...move(source, part(owner, 2023), 100), ...move(source, part(owner), 200)]);
    const key = nextKey();
    const first = await setQuota(owner, 'rel_1', 150, key);
    expect(first).toMatchObject({ ok: true });
    expect(await setQuota(owner, 'rel_1', 150, key)).toEqual(first);
    const quotas = async () =>
      (await ledger.quotas(owner)).map(({ relation, partYear, availableFen }) => [
        relation,
        partYear,
        availableFen,
      ]);
    expect(await quotas()).toEqual([
      ['rel_1', 2023, 100],
      ['rel_1', 2024, 50],
    ]);
    const aside = (partYear: number): AccountRef => ({
      ...part(quotaOwner(owner, 'rel_1'), partYear),
      kind: 'quota',
    });
    expect(await post(move(part(owner), hospital, 151))).toMatchObject({
      reason: 'insufficient',
      availableFen: 150,
    });
    const used = await posted(move(aside(2023), hospital, 80));
    expect(await post(move(aside(2023), hospital, 21))).toMatchObject({ reason: 'insufficient' });
    expect(await setQuota(owner, 'rel_1', 30)).toMatchObject({ ok: true });
    expect(await setQuota(owner, 'rel_1', 100_000)).toMatchObject({ reason: 'insufficient' });
    expect(await setQuota(owner, 'rel_1', -1)).toMatchObject({ reason: 'bad-amount' });
    expect(await setQuota(owner, 'rel_1', 0)).toMatchObject({ ok: true });
    // What a reversal gives back after the relation has ended goes to the quota, and is returned like the rest.
    await ledger.submit({ type: 'reverse', ...stamp, key: nextKey(), journalId: used });
    expect(await setQuota(owner, 'rel_1', 0)).toMatchObject({ ok: true });
    expect(await quotas()).toEqual([
      ['rel_1', 2023, 0],
      ['rel_1', 2024, 0],
    ]);
    expect((await ledger.parts(owner)).map(({ partYear, netFen }) => [partYear, netFen])).toEqual([
      [2023, 100],
      [2024, 200],
    ]);
  });
});

describe('a sealed day', () => {
  const sealed = '211200';
  const here = { area: sealed };
  const on = (businessDate: string) => ({ ...here, businessDate });
  const someone = part('S1', 2024, sealed);
  const pot = { ...source, area: sealed };
  const till = { ...hospital, area: sealed };
  it('closes with what it opened, in and out, keeps a root, and takes nothing more', async () => {
    await posted(move(pot, someone, 1_000), on('2024-10-01'));
    const bought = await posted(move(someone, till, 300), on('2024-10-02'));
    await posted(move(someone, till, 50), on('2024-10-04'));
    // Late, but into a day that is still open.
    await posted(move(someone, till, 20), on('2024-10-02'));
    const first = await ledger.sealDay(sealed, '2024-10-02');
    expect(first).toMatchObject({ area: sealed, day: '2024-10-02' });
    expect(await ledger.sealDay(sealed, '2024-10-02')).toEqual(first);
    expect(await ledger.dayParts(sealed, '2024-10-02')).toContainEqual({
      ...{ kind: 'personal', partYear: 2024 },
      ...{ openingFen: 1_000, inFen: 0, outFen: 320, closingFen: 680 },
    });
    expect(await post(move(someone, till, 1), on('2024-10-02'))).toMatchObject({
      reason: 'day-sealed',
      sealedThrough: '2024-10-02',
    });
    // A reversal of a sealed day's entry is posted on an open day.
    expect(
      await ledger.submit({
        type: 'reverse',
        ...stamp,
        ...on('2024-10-03'),
        key: nextKey(),
        journalId: bought,
      }),
    ).toMatchObject({ ok: true });
    const second = await ledger.sealDay(sealed, '2024-10-04');
    expect(second?.root).not.toBe(first?.root);
    expect(
      (await ledger.seals({ area: sealed, from: '2024-10-01', to: '2024-10-31' })).map(
        ({ day: each }) => each,
      ),
    ).toEqual(['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04']);
    expect(
      await Promise.all(
        ['2024-09-30', '2024-10-01', '2024-10-02', '2024-10-03', '2024-10-05'].map((each) =>
          ledger.balanceOn(someone, each),
        ),
      ),
    ).toEqual([0, 1_000, 680, 980, 930]);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });
  it('shows in the verification when a closing or a root is altered', async () => {
    const codesAfter = async (change: string, back: string) => {
      await database.ownerPool.query(change);
      const { problems } = await ledger.verify();
      await database.ownerPool.query(back);
      return problems.map(({ code }) => code);
    };
    const closing = (sign: string) =>
      `update ledger.day_balance set closing_fen = closing_fen ${sign} 1 where area = '${sealed}' and day = '2024-10-04' and closing_fen > 0`;
    expect(await codesAfter(closing('+'), closing('-'))).toContain('day-differs');
    const total = (sign: string) =>
      `update ledger.day_part set in_fen = in_fen ${sign} 1, out_fen = out_fen ${sign} 1 where day = '2024-10-04'`;
    expect(await codesAfter(total('+'), total('-'))).toContain('seal-altered');
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });
  it('is refused by the database itself, whatever the program thinks', async () => {
    const forged = database.appPool.query(
      `select ledger.write_batch('${sealed}', (select batches from ledger.book where area = '${sealed}'), null, null, null, array[0],
        null, null, null, null, null, array[now()], array['2024-10-02'::date], array[0::smallint], array[9::smallint],
        array[0::smallint], null, null, array['sealed'], array['\\x00'::bytea], null)`,
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'day_is_sealed' });
  });
});

describe('a statement', () => {
  it('has opening, entries with what they belong to, and closing, of any account and period', async () => {
    const account = await funded(1_000);
    await posted(move(account, hospital, 100), {
      kind: 'settlement',
      reference: 'set_1',
      businessDate: '2024-10-16',
    });
    const second = await posted(
      [...move(account, hospital, 200), { account, amountFen: -5 }, { account: tax, amountFen: 5 }],
      {
        ...{ kind: 'settlement', reference: 'set_2', businessDate: '2024-10-17' },
      },
    );
    await ledger.submit({
      type: 'reverse',
      ...stamp,
      businessDate: '2024-10-18',
      key: nextKey(),
      journalId: second,
    });
    const statement = await ledger.accountStatement({ account, from: '2024-10-16', to: '2024-10-17' });
    expect(statement).toMatchObject({ openingFen: 1_000, closingFen: 695 });
    expect(
      statement?.entries.map(({ kind, reference, amountFen, balanceAfterFen }) => [
        kind,
        reference,
        amountFen,
        balanceAfterFen,
      ]),
    ).toEqual([
      ['settlement', 'set_1', -100, 900],
      ['settlement', 'set_2', -205, 695],
    ]);
    expect(statement?.entries[0]?.happenedAt).toBe('2024-10-15T09:00:00.000+08:00');
    const whole = await ledger.accountStatement({ account, from: '2024-01-01', to: '2024-12-31' });
    expect(whole).toMatchObject({ openingFen: 0, closingFen: 900 });
    expect(whole?.entries.at(-1)).toMatchObject({ type: 'reverse', reverses: second, amountFen: 205 });
    const broad = await ledger.accountStatement({ account: hospital, from: '2024-10-16', to: '2024-10-16' });
    expect(broad?.entries).toHaveLength(1);
    expect(await ledger.accountStatement({ account: part('nobody'), from: day, to: day })).toBeUndefined();
  });
  it('answers the balance as the books showed it at any instant', async () => {
    const account = await funded(500);
    const { rows } = await database.ownerPool.query<{ now: Date }>(
      "select clock_timestamp() + interval '1 ms' as now",
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await posted(move(account, hospital, 100));
    expect(await ledger.balanceAt(account, rows[0]!.now)).toBe(500);
    expect(await ledger.balanceAt(account, new Date(Date.now() + 60_000))).toBe(400);
    expect(await ledger.balanceAt(account, new Date('2020-01-01T00:00:00+08:00'))).toBe(0);
  });
});

it('leaves books that verify', async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
});
