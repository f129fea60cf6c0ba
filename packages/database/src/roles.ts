// The roles of the database: the owner migrates, `gongji_app` is the program, `gongji_staff` sees one area only.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { ClientBase } from 'pg';
import { DatabaseProblem } from './problem.ts';

const oldestServerVersion = 150_000;
const roles = ['gongji_app', 'gongji_staff'] as const;

/**
 * Checks the server's version and creates the roles that are missing. Throws DatabaseProblem 'server-too-old' or
 * 'role-rights'. The roles cannot sign in: the program's connections change to `gongji_app` (see `applicationUrl`).
 */
export async function prepareRoles(client: ClientBase): Promise<void> {
  const { rows: versions } = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Number(versions[0]?.server_version_num);
  if (version < oldestServerVersion) {
    throw new DatabaseProblem(
      'server-too-old',
      `DATABASE_URL 指向的 PostgreSQL 是 ${Math.floor(version / 10_000)} 版，至少需要 15 版：请升级服务器，或去掉 DATABASE_URL 使用内置数据库。`,
    );
  }
  // Since version 16 who creates a role is its member but may not change to it.
  const mayChangeTo = version >= 160_000 ? 'set' : 'member';
  for (const role of roles) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await allowed(() => createRole(client, role));
    if (!(await hasRole(client, 'current_user', role, mayChangeTo)))
      await allowed(() => client.query(`grant ${role} to current_user`));
  }
  if (!(await hasRole(client, "'gongji_app'", 'gongji_staff', mayChangeTo))) {
    await allowed(() => client.query('grant gongji_staff to gongji_app'));
  }
}

async function hasRole(
  client: ClientBase,
  member: 'current_user' | "'gongji_app'",
  role: string,
  right: 'set' | 'member',
): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(`select pg_has_role(${member}, $1, $2) as has`, [
    role,
    right,
  ]);
  return rows[0]?.has === true;
}

async function createRole(client: ClientBase, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin nosuperuser nocreatedb nocreaterole noinherit`);
  } catch (error) {
    // Roles belong to the whole server: another database's start may have been faster.
    if (!(error instanceof pg.DatabaseError) || (error.code !== '42710' && error.code !== '23505'))
      throw error;
  }
}

async function allowed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    throw new DatabaseProblem(
      'role-rights',
      'DATABASE_URL 的用户没有建立角色的权利：请用有 CREATEROLE 权利的用户，或请管理员先建立角色 gongji_app 和 gongji_staff、把它们授予该用户、并把 gongji_staff 授予 gongji_app。',
      error,
    );
  }
}

/** On the embedded server the program signs in as `gongji_app` itself, with a password that lives as long as the program. */
export async function letApplicationSignIn(client: ClientBase, ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await client.query(`alter role gongji_app login password '${password}'`);
  const url = new URL(ownerUrl);
  url.username = 'gongji_app';
  url.password = password;
  return url.href;
}

/** On a server of one's own the connections sign in by DATABASE_URL and change to `gongji_app` at once. */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', `${options ? `${options} ` : ''}-c role=gongji_app`);
  // node-postgres decodes the query by percent signs only: a space written as "+" would stay a plus.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}
