// Promises of the seals: whatever is taken away or put in between is found, also when a whole subject vanishes with its chain.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { on, openWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { appendAction } from './action.ts';
import { newId } from './ids.ts';
import { sealRecords } from './record-seal.ts';
import { done } from './result.ts';
import { transact } from './transact.ts';
import { verifySeals } from './verify-seals.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const at = new Date('2024-10-15T10:30:00+08:00');
const areas = ['340500', '211200'] as const;

/** Appends one action of a new subject; its id. */
async function write(area: string): Promise<string> {
  const subjectId = newId('premium');
  await transact(world.database.appPool, async (client) => {
    await appendAction(client, world.cipher, on('2024-10-15', { kind: 'system', name: 'test' }), {
      ...{ area, subjectKind: 'premium', subjectId, kind: 'tried' },
    });
    return done(undefined);
  });
  return subjectId;
}

const seal = () => sealRecords(world.database.appPool, at);
const count = async () => {
  const { rows } = await world.database.ownerPool.query<{ area: string; number: number; actions: number }>(
    'select area, number, actions from gongji.record_seal order by area, number',
  );
  return rows.map((row) => `${row.area}/${row.number}:${row.actions}`);
};
/** Runs as whoever owns the database, looks, and takes it back. */
async function problemsAfter(sql: string, parameters: unknown[] = []) {
  const client = await world.database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(sql, parameters);
    return (await verifySeals(client)).map(({ row, code }) => `${row} ${code}`);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('each area has seals of its own rows, in the order of writing, and nothing is sealed twice', async () => {
  for (const area of areas) await write(area);
  await write(areas[0]);
  expect(await seal()).toBe(false);
  expect(await count()).toEqual(['211200/1:1', '340500/1:2']);
  await seal();
  expect(await count()).toHaveLength(2);
  await write(areas[0]);
  await seal();
  expect(await count()).toEqual(['211200/1:1', '340500/1:2', '340500/2:1']);
  expect(await world.services.verifyRecords()).toEqual([]);
});

test('a subject that was taken away whole is found by its seal, though no chain is broken', async () => {
  const subject = await write(areas[0]);
  await seal();
  expect(await problemsAfter('delete from gongji.action where subject_id = $1', [subject])).toEqual([
    '340500/3 rows-missing',
    '340500/none rows-missing',
  ]);
});

test('a row that is put in between, an altered hash, an altered seal and a missing seal are found', async () => {
  const copy = `insert into gongji.action (subject_kind, subject_id, seq, area, kind, actor_kind, actor_id, channel, at,
      business_date, payload, hash, record_no) overriding system value
    select subject_kind, 'pre_forged', 1, area, kind, actor_kind, actor_id, channel, at, business_date, payload, hash, record_no
    from gongji.action where area = '211200' limit 1`;
  expect(await problemsAfter(copy)).toEqual(['211200/1 rows-added', '211200/none rows-added']);
  expect(
    await problemsAfter(`update gongji.action set hash = sha256(hash) where area = '211200'`),
  ).toContainEqual('211200/1 content-altered');
  expect(
    await problemsAfter(`update gongji.record_seal set actions_to = 99 where area = '211200'`),
  ).not.toEqual([]);
  expect(
    await problemsAfter(`delete from gongji.record_seal where area = '340500' and number = 2`),
  ).toContainEqual('340500/3 chain-broken');
});

test('rows of writers who are still at it are never passed over', async () => {
  const writers = Array.from({ length: 30 }, (_, index) => write(areas[index % 2] ?? areas[0]));
  const sealers = Array.from({ length: 5 }, () => seal());
  await Promise.all([...writers, ...sealers]);
  await seal();
  expect(await world.services.verifyRecords()).toEqual([]);
  const { rows } = await world.database.ownerPool.query<{ sealed: number; kept: number }>(
    `select (select sum(actions)::int from gongji.record_seal) as sealed, (select count(*)::int from gongji.action) as kept`,
  );
  expect(rows[0]?.sealed).toBe(rows[0]?.kept);
});

test('the program may neither change nor remove a seal', async () => {
  for (const sql of ['delete from gongji.record_seal', 'update gongji.record_seal set actions = 0']) {
    await expect(world.database.appPool.query(sql)).rejects.toThrow(/permission denied/);
  }
});
