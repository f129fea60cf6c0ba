// Transactions: committed when the outcome is ok, rolled back when it is a refusal, so that a refusal writes nothing.
import type { Pool, PoolClient } from 'pg';
import type { Result } from './result.ts';

/** What only reads: a pool or the client of a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

/** Runs `work` in one transaction; a refusal or a fault leaves nothing behind. */
export async function transact<Value>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query(result.ok ? 'commit' : 'rollback');
    return result;
  } catch (fault) {
    await client.query('rollback').catch((error: Error) => (broken = error));
    throw fault;
  } finally {
    client.release(broken);
  }
}
