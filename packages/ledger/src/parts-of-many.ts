// The money of many people with one statement, read without locks: for showing what each could pay.
import { textColumn } from '@gongji/database';
import type { Pool, PoolClient } from 'pg';
import { availableOf } from './entry.ts';
import { accountColumns, stateOf } from './sql-accounts.ts';
import type { AccountRow } from './sql-accounts.ts';

interface OwnedPart {
  area: string;
  partYear: number;
  availableFen: number;
}

/** Parts over all areas by owner, the oldest year first; owners without an account are absent. */
export async function readPartsOfMany(
  client: Pick<Pool | PoolClient, 'query'>,
  owners: readonly string[],
): Promise<Map<string, OwnedPart[]>> {
  const { rows } = await client.query<AccountRow>({
    name: 'ledger-parts-of-many',
    // `offset 0` keeps this a look-up by index for each owner.
    text: `select ${accountColumns}
      from unnest($1::text[]) as wanted (name)
      cross join lateral (
        select * from ledger.account n where n.owner = wanted.name and n.kind = 'personal' offset 0) as a
      join ledger.balance b on b.account_id = a.id
      order by a.part_year, a.area`,
    values: [textColumn([...new Set(owners)])],
  });
  const found = new Map<string, OwnedPart[]>();
  for (const row of rows) {
    const part = { area: row.area, partYear: row.part_year, availableFen: availableOf(stateOf(row)) };
    const parts = found.get(row.owner);
    if (parts) parts.push(part);
    else found.set(row.owner, [part]);
  }
  return found;
}
