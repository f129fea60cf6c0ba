// Tells listeners (the server's event stream) whose pages have something new; delivered when the transaction commits.
import type { PoolClient } from 'pg';

/** Everyone is named by person number, institution code, or `area:<code>` for the agency's queue. */
export async function notifyChanged(client: PoolClient, names: readonly string[]): Promise<void> {
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return;
  await client.query(`select pg_notify('gongji_changed', name) from unnest($1::text[]) as name`, [distinct]);
}
