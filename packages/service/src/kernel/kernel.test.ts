// The kernel on a real database: chained append-only records, and one answer for one key.
import { testDatabase } from '@gongji/database/testing';
import type { TestDatabase } from '@gongji/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrations: [new URL('../../migrations/', import.meta.url)] });
});
afterAll(() => database.drop());

test('migrates', async () => {
  const { rows } = await database.appPool.query('select count(*)::int as n from gongji.person');
  expect(rows).toEqual([{ n: 0 }]);
});
