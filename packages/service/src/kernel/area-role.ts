// Work of staff runs under a database role that sees one area only (row-level security), not only under our own checks.
import { actAsStaffOf } from '@gongji/database';
import type { Pool, PoolClient } from 'pg';
import type { Result } from './result.ts';
import { transact } from './transact.ts';

/** A transaction that sees and writes rows of `area` only. */
export function transactAsStaff<Value>(
  pool: Pool,
  area: string,
  work: (client: PoolClient) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return transact(pool, async (client) => {
    await actAsStaffOf(client, area);
    return work(client);
  });
}

/** Does what follows from a decision and may touch people of other areas as the system, then is staff of `area` again. */
export async function asSystem<Value>(
  client: PoolClient,
  area: string,
  work: () => Promise<Value>,
): Promise<Value> {
  await client.query('set local role gongji_app');
  const value = await work();
  await actAsStaffOf(client, area);
  return value;
}
