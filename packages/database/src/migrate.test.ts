// The promises of migrations: forward only, each once and whole, never changed.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration.ts';
import type { Migration } from './migration.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const one = migration('a/0001-one.sql', 'create table one (id integer)');
const two = migration('a/0002-two.sql', 'create table two (id integer); insert into one values (1)');

let database: TestDatabase;
let client: pg.Client;
beforeEach(async () => {
  database = await testDatabase({ migrations: [] });
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

it('applies what is missing, in order, once', async () => {
  expect(await migrate(client, [one])).toEqual([one.name]);
  expect(await migrate(client, [one, two])).toEqual([two.name]);
  expect(await migrate(client, [one, two])).toEqual([]);
  expect((await client.query('select * from one')).rowCount).toBe(1);
});
it('applies once when two programs start at the same time', async () => {
  const other = new pg.Client({ connectionString: database.ownerUrl });
  await other.connect();
  const applied = await Promise.all([migrate(client, [one, two]), migrate(other, [one, two])]);
  expect(applied.flat().sort()).toEqual([one.name, two.name]);
  await other.end();
});
it('refuses a file that was changed after it was applied, by its name', async () => {
  await migrate(client, [one]);
  const changed = migration(one.name, `${one.sql};`);
  await expect(migrate(client, [changed])).rejects.toMatchObject({
    code: 'migration-changed',
    message: expect.stringContaining(one.name) as string,
  });
});
it('refuses a database that is newer than the program', async () => {
  await migrate(client, [one, two]);
  await expect(migrate(client, [one])).rejects.toMatchObject({
    code: 'migration-unknown',
    message: expect.stringContaining(two.name) as string,
  });
});
it('leaves nothing of a migration that fails, and lets it be mended', async () => {
  const bad = migration('a/0002-bad.sql', 'create table half (id integer); select 1/0');
  await expect(migrate(client, [one, bad])).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining(bad.name) as string,
  });
  expect((await client.query("select to_regclass('half') as found, to_regclass('one') as one")).rows).toEqual(
    [{ found: null, one: 'one' }],
  );
  expect(await migrate(client, [one, two])).toEqual([two.name]);
});
it('reads the files of a package by name, whatever their line endings', () => {
  const migrations = readMigrations(new URL('../../ledger/migrations/', import.meta.url));
  expect(migrations.map(({ name }) => name).slice(0, 2)).toEqual([
    'ledger/0001-books.sql',
    'ledger/0002-guards.sql',
  ]);
  for (const { sql, checksum } of migrations) {
    expect(sql).not.toContain('\r');
    expect(checksum).toBe(createHash('sha256').update(sql).digest('hex'));
  }
});
