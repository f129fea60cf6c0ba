// Locks and opens accounts by arrays: one statement for a whole batch.
import type { PoolClient } from 'pg';
import type { AccountRef, AccountSide, AccountStatus, OwnerRef } from './account.ts';
import { accountRefOf } from './account-name.ts';
import type { AccountState } from './entry.ts';

/** A row of ledger.account. */
export interface AccountRow {
  id: number;
  area: string;
  kind: string;
  owner: string;
  part_year: number;
  side: AccountSide;
  status: AccountStatus;
  net_fen: number;
  held_fen: number;
  frozen_fen: number;
}

export function stateOf(row: AccountRow): AccountState {
  const { id, side, status } = row;
  return {
    id,
    exists: true,
    ref: accountRefOf(row),
    side,
    status,
    netFen: row.net_fen,
    heldFen: row.held_fen,
    frozenFen: row.frozen_fen,
  };
}

/** Names as the four arrays that the functions take; a personal account without a year stands for all of its parts. */
export function nameArrays(
  names: readonly (AccountRef | OwnerRef)[],
): [string[], string[], string[], (number | null)[]] {
  return [
    names.map(({ area }) => area),
    names.map(({ kind }) => kind),
    names.map(({ owner }) => owner),
    names.map((name) =>
      'partYear' in name && name.partYear !== undefined ? name.partYear : name.kind === 'personal' ? null : 0,
    ),
  ];
}

/** Locks, in the order of their ids, the accounts that exist of those named and those of `ids`. */
export async function lockAccounts(
  tx: PoolClient,
  names: readonly (AccountRef | OwnerRef)[],
  ids: readonly number[],
): Promise<AccountState[]> {
  const { rows } = await tx.query<AccountRow>({
    name: 'ledger-lock',
    text: 'select * from ledger.lock_accounts($1::bpchar[], $2::text[], $3::text[], $4::smallint[], $5::bigint[])',
    values: [...nameArrays(names), ids],
  });
  return rows.map(stateOf);
}

/** Makes the accounts that are missing; returns all of those named as they stand, locked. */
export async function openAccounts(tx: PoolClient, names: readonly AccountRef[]): Promise<AccountState[]> {
  const { rows } = await tx.query<AccountRow>({
    name: 'ledger-open',
    text: 'select * from ledger.open_accounts($1::bpchar[], $2::text[], $3::text[], $4::smallint[])',
    values: nameArrays(names),
  });
  return rows.map(stateOf);
}
