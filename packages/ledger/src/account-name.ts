// Checks and compares the names of accounts.
import { accountKinds } from './account.ts';
import type { AccountKind, AccountRef } from './account.ts';

/** Equal for equal names. The owner comes last because it may hold any character. */
export function accountNameOf(account: {
  area: string;
  kind: string;
  owner: string;
  partYear?: number;
}): string {
  return `${account.area}|${account.kind}|${account.partYear ?? 0}|${account.owner}`;
}

/** A six-digit area, a known kind, an owner, and a year exactly on personal accounts and quotas. */
export function isAccountName(account: AccountRef): boolean {
  const { area, kind, owner, partYear } = account;
  const yearIsRight =
    kind === 'personal' || kind === 'quota'
      ? Number.isInteger(partYear) && partYear! > 0 && partYear! <= 9999
      : partYear === undefined;
  return (
    /^\d{6}$/.test(area) &&
    Object.hasOwn(accountKinds, kind) &&
    owner !== '' &&
    !owner.includes('\0') &&
    yearIsRight
  );
}

/** The name as it stands in a row, where 0 means "no part". */
export function accountRefOf(row: {
  area: string;
  kind: string;
  owner: string;
  part_year: number;
}): AccountRef {
  const { area, owner } = row;
  const kind = row.kind as AccountKind;
  return row.part_year === 0 ? { area, kind, owner } : { area, kind, owner, partYear: row.part_year };
}
