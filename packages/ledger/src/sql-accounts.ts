// Reads and opens accounts by arrays: one statement for a whole batch.
import type { Pool, PoolClient } from 'pg';
import { accountKinds } from './account.ts';
import type { AccountKind, AccountRef, OwnerRef } from './account.ts';
import { accountRefOf } from './account-name.ts';
import { statusNumbers } from './account-status.ts';
import { int8Column } from '@gongji/database';
import type { AccountState } from './entry.ts';

/** An account and its balance. */
export interface AccountRow {
  id: number;
  area: string;
  kind: string;
  owner: string;
  part_year: number;
  status: number;
  net_fen: number;
  held_fen: number;
  frozen_fen: number;
  last_record: number;
}

/** Columns of an `AccountRow`, of `ledger.account a join ledger.balance b on b.account_id = a.id`. */
export const accountColumns =
  'a.id, a.area, a.kind, a.owner, a.part_year, b.status, b.net_fen, b.held_fen, b.frozen_fen, b.last_record';

export function stateOf(row: AccountRow): AccountState {
  return {
    id: row.id,
    exists: true,
    ref: accountRefOf(row),
    side: accountKinds[row.kind as AccountKind],
    status: statusNumbers[row.status] ?? 'open',
    netFen: row.net_fen,
    heldFen: row.held_fen,
    frozenFen: row.frozen_fen,
    recordedFen: row.net_fen,
    lastRecord: row.last_record,
  };
}

/** Names as the four arrays that statements take; a personal account or quota without a year stands for all of its parts. */
export function nameArrays(
  names: readonly (AccountRef | OwnerRef)[],
): [string[], string[], string[], (number | null)[]] {
  return [
    names.map(({ area }) => area),
    names.map(({ kind }) => kind),
    names.map(({ owner }) => owner),
    names.map((name) =>
      'partYear' in name && name.partYear !== undefined
        ? name.partYear
        : name.kind === 'personal' || name.kind === 'quota'
          ? null
          : 0,
    ),
  ];
}

/** The accounts that exist of those named and those of `ids`, once each. The caller has locked the books of their areas, or will
 * find out when it writes that they moved. */
export async function readAccounts(
  tx: PoolClient | Pool,
  names: readonly (AccountRef | OwnerRef)[],
  ids: readonly number[],
): Promise<AccountState[]> {
  const states = new Map<number, AccountState>();
  if (names.length > 0) {
    const { rows } = await tx.query<AccountRow>({
      name: 'ledger-accounts',
      // `offset 0` keeps this a look-up by index for each name, however small or new the tables.
      text: `select ${accountColumns}
        from unnest($1::bpchar[], $2::text[], $3::text[], $4::smallint[]) as wanted (area, kind, owner, part_year)
        cross join lateral (select * from ledger.account a
          where a.owner = wanted.owner and a.kind = wanted.kind and a.area = wanted.area
            and (wanted.part_year is null or a.part_year = wanted.part_year) offset 0) as a
        cross join lateral (select * from ledger.balance b where b.account_id = a.id offset 0) as b`,
      values: nameArrays(names),
    });
    for (const row of rows) states.set(row.id, stateOf(row));
  }
  const others = ids.filter((id) => !states.has(id));
  if (others.length > 0) {
    const { rows } = await tx.query<AccountRow>({
      name: 'ledger-accounts-by-id',
      text: `select ${accountColumns} from unnest($1::bigint[]) as wanted (id)
        cross join lateral (select * from ledger.account a where a.id = wanted.id offset 0) as a
        cross join lateral (select * from ledger.balance b where b.account_id = a.id offset 0) as b`,
      values: [int8Column(others)],
    });
    for (const row of rows) states.set(row.id, stateOf(row));
  }
  return [...states.values()];
}

interface OpenedRow {
  id: number;
  area: string;
  kind: string;
  owner: string;
  part_year: number;
  net_fen: number;
  last_record: number;
}

/** Makes the accounts that are missing; returns all of those named as they stand. */
export async function openAccounts(tx: PoolClient, names: readonly AccountRef[]): Promise<OpenedRow[]> {
  const { rows } = await tx.query<OpenedRow>({
    name: 'ledger-open',
    text: 'select * from ledger.open_accounts($1::bpchar[], $2::text[], $3::text[], $4::smallint[])',
    values: nameArrays(names),
  });
  return rows;
}
