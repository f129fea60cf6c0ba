// The batcher's promises: requests gather while a batch runs, and one failing item fails alone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { createBatcher } from './index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ migrations: [] });
  await database.ownerPool.query(
    'create table written (item integer primary key); grant all on written to gongji_app',
  );
});
afterAll(() => database.drop());

const written = async () =>
  (await database.ownerPool.query<{ item: number }>('select item from written order by item')).rows.map(
    ({ item }) => item,
  );

it('takes what has gathered while a batch ran, never more than allowed, and answers each its own', async () => {
  const sizes: number[] = [];
  const batcher = createBatcher<number, number>({
    pool: database.appPool,
    maxBatch: 10,
    connections: 1,
    process: async (tx, items) => {
      sizes.push(items.length);
      await tx.query('select pg_sleep(0.01)');
      return items.map((item) => item * 2);
    },
  });
  const first = batcher.submit(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const rest = Array.from({ length: 25 }, (_, index) => batcher.submit(index));
  expect(await first).toBe(2);
  expect(await Promise.all(rest)).toEqual(rest.map((_, index) => index * 2));
  expect(sizes).toEqual([1, 10, 10, 5]);
  await batcher.close();
  await expect(batcher.submit(1)).rejects.toThrow('closed');
});

it('lets a failing item fail alone and writes all others once', async () => {
  const batcher = createBatcher<number, string>({
    pool: database.appPool,
    maxBatch: 100,
    connections: 2,
    process: async (tx, items) => {
      await tx.query('insert into written select unnest($1::integer[])', [items]);
      if (items.includes(13)) throw new Error('thirteen');
      return items.map(String);
    },
  });
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, item) => batcher.submit(item)));
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual(answers.map((_, item) => item !== 13));
  expect(await written()).toEqual(answers.map((_, item) => item).filter((item) => item !== 13));
  await batcher.close();
});

it('goes on after the database has cut the connection in the middle of a batch', async () => {
  let attempts = 0;
  const batcher = createBatcher<number, string>({
    pool: database.appPool,
    maxBatch: 100,
    connections: 1,
    process: async (tx, items) => {
      await tx.query('insert into written select unnest($1::integer[])', [items]);
      attempts += 1;
      if (attempts === 1)
        await database.ownerPool.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
        );
      return items.map(String);
    },
  });
  expect(await Promise.all([batcher.submit(100), batcher.submit(101)])).toEqual(['100', '101']);
  expect(await written()).toEqual(expect.arrayContaining([100, 101]));
  await batcher.close();
});
