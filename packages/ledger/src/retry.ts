// Tells failures of a transaction that go away when it is simply run again.
import pg from 'pg';

/** Serialization failure, deadlock, an account that another batch made at this moment. */
const retryableCodes = new Set(['40001', '40P01', '55P03']);

/** Any of the above, or a key that two batches answered at once. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return retryableCodes.has(error.code ?? '') || error.constraint === 'command_pkey';
}
