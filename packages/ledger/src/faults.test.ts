// Faults known from the issues of other ledgers, each tried on this one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLedger } from './index.ts';
import { area, day, hospital, move, nextKey, openWorld, part, source, stamp, tax } from './world.testing.ts';
import type { World } from './world.testing.ts';

let world: World;
let database: World['database'];
let ledger: World['ledger'];
const post: World['post'] = (...given) => world.post(...given);
const posted: World['posted'] = (...given) => world.posted(...given);
const funded: World['funded'] = (...given) => world.funded(...given);
const held: World['held'] = (...given) => world.held(...given);
const figures: World['figures'] = (...given) => world.figures(...given);

beforeAll(async () => {
  world = await openWorld();
  ({ database, ledger } = world);
});
afterAll(() => world.close());

it('a credit is not lost when many sources give to one account at once, through several ledgers', async () => {
  const sources = await Promise.all(Array.from({ length: 20 }, () => funded(100)));
  const target = await funded(1);
  const others = [1, 2].map(() => createLedger({ pool: database.appPool }));
  const all = [ledger, ...others];
  await Promise.all(
    sources.flatMap((account) =>
      [1, 2, 3, 4, 5].map((_, index) =>
        all[index % 3]!.submit({ type: 'post', ...stamp, key: nextKey(), legs: move(account, target, 20) }),
      ),
    ),
  );
  expect(await figures(target)).toEqual([2_001, 0]);
  await Promise.all(others.map((each) => each.close()));
});
it('the same key with another amount or another account is never answered with success', async () => {
  const [one, two] = [await funded(100), await funded(100)];
  const key = nextKey();
  await posted(move(one, hospital, 10), { key });
  for (const legs of [move(one, hospital, 11), move(two, hospital, 10), move(one, tax, 10)])
    expect(await post(legs, { key })).toMatchObject({ reason: 'key-reused-with-other-content' });
  expect([await figures(one), await figures(two)]).toEqual([
    [90, 0],
    [100, 0],
  ]);
});
it('the same key twice in one batch, once with other content, pays once', async () => {
  const account = await funded(100);
  const key = nextKey();
  const [first, again, other] = await Promise.all([
    post(move(account, hospital, 10), { key }),
    post(move(account, hospital, 10), { key }),
    post(move(account, hospital, 20), { key }),
  ]);
  expect(again).toEqual(first);
  expect(other).toMatchObject({ reason: 'key-reused-with-other-content' });
  expect(await figures(account)).toEqual([90, 0]);
});
it('the same hold captured by two callers through two ledgers is captured once', async () => {
  const holdId = await held([{ account: await funded(50), amountFen: 50 }]);
  const other = createLedger({ pool: database.appPool });
  const answers = await Promise.all(
    [ledger, other].map((each) =>
      each.submit({
        type: 'capture',
        ...stamp,
        key: nextKey(),
        holdId,
        to: [{ account: tax, amountFen: 50 }],
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await other.close();
});
it('one account cannot be overdrawn by taking from it twice in one entry, nor by two funding orders', async () => {
  const account = await funded(100);
  expect(await post([...move(account, hospital, 60), ...move(account, tax, 60)])).toMatchObject({
    reason: 'insufficient',
    neededFen: 120,
  });
  const answers = await Promise.all([1, 2, 3].map(() => post(move(account, hospital, 60))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await figures(account)).toEqual([40, 0]);
});
it('plans made on empty tables stay look-ups by index when the tables have grown', async () => {
  const client = await database.appPool.connect();
  await client.query('set plan_cache_mode = force_generic_plan');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain select found.id from unnest(array['a', 'b']::text[]) as asked (key)
      cross join lateral (select * from ledger.record r where r.key = asked.key and r.area = '340500' offset 0) as found`,
  );
  client.release();
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('record_key');
});
it('a batch decided upon a book that has moved writes nothing and is decided again', async () => {
  const account = await funded(100);
  const ledgers = [1, 2, 3].map(() => createLedger({ pool: database.appPool, batch: { connections: 2 } }));
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      ledgers[index % 3]!.submit({
        type: 'post',
        ...stamp,
        key: nextKey(),
        legs: move(account, hospital, 3),
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(33);
  expect(await figures(account)).toEqual([1, 0]);
  await Promise.all(ledgers.map((each) => each.close()));
});

it('funding from the fullest account and then from the next overdraws neither, however many callers chose the same order', async () => {
  const [fuller, next] = [await funded(100), await funded(50)];
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      post([
        { account: fuller, amountFen: -100 },
        { account: next, amountFen: -20 },
        { account: hospital, amountFen: 120 },
      ]),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect([await figures(fuller), await figures(next)]).toEqual([
    [0, 0],
    [30, 0],
  ]);
});
it('locks are taken one area after the other in one order, so that connections with opposite orders end without a deadlock', async () => {
  const far = (owner: string) => part(owner, 2024, '211200');
  const near = await funded(1_000);
  await posted(move(source, far('L1'), 1_000));
  const before = await deadlocks();
  const ledgers = [1, 2, 3].map(() =>
    createLedger({ pool: database.appPool, batch: { connections: 4, maxSize: 5 } }),
  );
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      ledgers[index % 3]!.submit({
        ...{ type: 'post', ...stamp, key: nextKey(), area: index % 2 === 0 ? area : '211200' },
        legs: index % 2 === 0 ? move(near, far('L1'), 1) : move(far('L1'), near, 1),
      }),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect([await figures(near), await figures(far('L1'))]).toEqual([
    [1_000, 0],
    [1_000, 0],
  ]);
  expect(await deadlocks()).toBe(before);
  await Promise.all(ledgers.map((each) => each.close()));
});
async function deadlocks(): Promise<number> {
  const { rows } = await database.ownerPool.query<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return rows[0]!.deadlocks;
}
it('no statement locks accounts by "= any(array)", whose plans collapse when several connections wait', async () => {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'ledger'::regnamespace
       and prosrc ~* '=\\s*any\\s*\\([^;]*for (no key )?update'`,
  );
  // The books, one row an area, are all that is locked so; accounts are never locked row by row.
  expect(rows).toEqual([{ name: 'lock_books' }]);
});
it('sums are taken of a sealed day, which stays one moment while entries go on, and add up to zero', async () => {
  const account = await funded(1_000);
  await ledger.sealDay(area, day);
  const sums = async () =>
    (await ledger.dayParts(area, day)).map(({ kind, partYear, closingFen }) => [kind, partYear, closingFen]);
  const first = await sums();
  const later = Array.from({ length: 40 }, () =>
    post(move(account, hospital, 1), { businessDate: '2024-10-16' }),
  );
  const during = await Promise.all([sums(), sums()]);
  expect((await Promise.all(later)).every(({ ok }) => ok)).toBe(true);
  expect([...during, await sums()]).toEqual([first, first, first]);
  expect(first.reduce((sum, [, , closingFen]) => sum + Number(closingFen), 0)).toBe(0);
});

it('leaves books that verify', async () => {
  expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
});
