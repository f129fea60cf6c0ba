// Accounts as an officer sees them: by id, with a name where the owner is an institution or another area.
import type { BookAccount, LedgerAccountKind } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import type { Queryable } from '../kernel/transact.ts';

export interface AccountRow {
  id: number;
  kind: LedgerAccountKind;
  owner: string;
  partYear: number;
}

/** Columns of an account joined as `account`. */
export const accountColumns = `account.id, account.kind, account.owner, account.part_year as "partYear"`;

const accountIdOf = (id: number): string => `acc_${id}`;
export const journalIdOf = (id: number): string => `jrn_${id}`;

/** The number in `acc_7`, `jrn_7` or `hld_7`; undefined if it is none. */
export function numberIn(publicId: string, ...prefixes: ('acc' | 'jrn' | 'hld')[]): number | undefined {
  const [, prefix, digits] = /^(acc|jrn|hld)_(\d{1,16})$/.exec(publicId) ?? [];
  const value = Number(digits);
  return prefixes.some((allowed) => allowed === prefix) && Number.isSafeInteger(value) ? value : undefined;
}

const ownerNames: Readonly<Record<string, string>> = {
  employee: '职工医保',
  resident: '城乡居民医保',
  opening: '期初导入',
  'tax-bureau': '税务部门',
  'cash-channel': '支付渠道',
};

/** Who stands behind the other end of a clearing account: `211200->210100` is still owed, `211200=>210100` was settled. */
function clearingName(owner: string): string {
  const other = areaName(owner.slice(8));
  return owner.slice(6, 8) === '=>' ? `与${other}（已清算）` : `与${other}（未清算）`;
}

/** Accounts with their names; the connection may be staff's. */
export async function describeAccounts(
  client: Queryable,
  rows: readonly AccountRow[],
): Promise<Map<number, BookAccount>> {
  const codes = rows.filter(({ kind }) => kind === 'payable').map(({ owner }) => owner);
  const { rows: institutions } = await client.query<{ code: string; name: string }>(
    'select code, name from gongji.institution where code = any($1::text[])',
    [[...new Set(codes)]],
  );
  const names = new Map(institutions.map(({ code, name }) => [code, name]));
  const nameOf = ({ kind, owner }: AccountRow) => {
    if (kind === 'payable') return names.get(owner) ?? null;
    if (kind === 'clearing') return clearingName(owner);
    return kind === 'personal' || kind === 'quota' ? null : (ownerNames[owner] ?? null);
  };
  return new Map(
    rows.map((row) => [
      row.id,
      {
        accountId: accountIdOf(row.id),
        kind: row.kind,
        owner: row.owner,
        ownerName: nameOf(row),
        partYear: row.partYear === 0 ? null : row.partYear,
      },
    ]),
  );
}

/** Accounts of the area by their numbers. */
export async function readAccounts(
  client: Queryable,
  ids: readonly number[],
): Promise<Map<number, BookAccount>> {
  const { rows } = await client.query<AccountRow>(
    `select ${accountColumns} from ledger.account where account.id = any($1::bigint[])`,
    [[...new Set(ids)]],
  );
  return describeAccounts(client, rows);
}
