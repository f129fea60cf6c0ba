// Transactions: committed when the outcome is ok, rolled back when it is a refusal, so that a refusal writes nothing.
import type { Pool, PoolClient } from 'pg';
import type { Refusal, Result } from './result.ts';

/** What only reads: a pool or the client of a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

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
    if (fault instanceof Refused) return fault.refusal;
    throw fault;
  } finally {
    client.release(broken);
  }
}

/** Ends the transaction from deep inside: `transact` rolls back and answers the refusal. */
export function abandon(refusal: Refusal): never {
  throw new Refused(refusal);
}
