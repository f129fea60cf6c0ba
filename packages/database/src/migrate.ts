// Brings a database forward: each migration once, in a transaction of its own, never backward, never changed.
import type { ClientBase } from 'pg';
import type { Migration } from './migration.ts';
import { DatabaseProblem } from './problem.ts';

/** Any constant: the advisory lock under which one start at a time migrates. */
const migrationLock = 7_241_001;

/**
 * Applies what is missing, in the order given, and returns the names applied. Throws DatabaseProblem 'migration-changed' (a
 * file differs from what was applied), 'migration-unknown' (the database is newer than the program), 'migration-failed'.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    await client.query(`create table if not exists public.gongji_migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.gongji_migration order by name',
    );
    refuseDifferences(rows, migrations);
    const applied = new Set(rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  }
}

function refuseDifferences(
  applied: readonly { name: string; checksum: string }[],
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new DatabaseProblem(
        'migration-unknown',
        `数据库已经升级到更新的版本（${name} 不在本程序里）：请使用与数据相同或更新版本的程序。`,
      );
    }
    if (expected !== checksum) {
      throw new DatabaseProblem(
        'migration-changed',
        `数据库结构文件 ${name} 在执行之后被改动：请恢复原来的文件，改动要写成新的结构文件。`,
      );
    }
  }
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into public.gongji_migration (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new DatabaseProblem(
      'migration-failed',
      `数据库结构文件 ${name} 没有执行成功（${cause instanceof Error ? cause.message : String(cause)}）：数据没有改动。`,
      cause,
    );
  }
}
