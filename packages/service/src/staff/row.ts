// Accounts of staff in the database: rows are opened here, under the database role of the administrator's area.
import type { StaffAccount, StaffRole } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';

export type AccountRow = Omit<StaffAccount, 'isOwn'>;

interface StoredRow {
  staffNo: string;
  area: string;
  nameEnc: Buffer;
  role: StaffRole;
  state: 'active' | 'disabled';
  version: number;
  institutionCode: string | null;
  institutionName: string | null;
}

const select = `select s.staff_no as "staffNo", s.area, s.name_enc as "nameEnc", s.role, s.state, s.version,
  s.institution_code as "institutionCode", i.name as "institutionName"
  from gongji.staff s left join gongji.institution i on i.code = s.institution_code`;

const opened = (cipher: FieldCipher, row: StoredRow): AccountRow => ({
  staffNo: row.staffNo,
  name: cipher.decryptText(row.nameEnc, place('staff.name_enc', row.staffNo)),
  role: row.role,
  area: row.area,
  areaName: areaName(row.area),
  institution:
    row.institutionCode === null
      ? null
      : { code: row.institutionCode, name: row.institutionName ?? row.institutionCode },
  state: row.state,
  version: row.version,
});

/** Every account that the database role sees, by number. */
export async function accountsSeen(client: Queryable, cipher: FieldCipher): Promise<AccountRow[]> {
  const { rows } = await client.query<StoredRow>(`${select} order by s.staff_no`);
  return rows.map((row) => opened(cipher, row));
}

export async function findAccount(
  client: Queryable,
  cipher: FieldCipher,
  staffNo: string,
): Promise<AccountRow | undefined> {
  const { rows } = await client.query<StoredRow>(`${select} where s.staff_no = $1`, [staffNo]);
  return rows[0] && opened(cipher, rows[0]);
}

/** Locks the area's administrators and this account, in the order of their numbers; numbers of the active administrators. */
export async function lockAdministrators(client: Queryable, staffNo: string): Promise<string[]> {
  const { rows } = await client.query<{ staff_no: string; administers: boolean }>(
    `select staff_no, role = 'administrator' and state = 'active' as administers from gongji.staff
     where role = 'administrator' or staff_no = $1 order by staff_no for update`,
    [staffNo],
  );
  return rows.filter((row) => row.administers).map((row) => row.staff_no);
}

/** Open institutions of the area. */
export async function institutionsSeen(client: Queryable): Promise<{ code: string; name: string }[]> {
  const { rows } = await client.query<{ code: string; name: string }>(
    `select code, name from gongji.institution where state = 'open' order by code`,
  );
  return rows;
}

/** Areas whose administrators can let a moved account work; asked as the system. */
export async function areasWithAdministrator(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ area: string }>(
    `select distinct area from gongji.staff where role = 'administrator' and state = 'active' order by area`,
  );
  return rows.map((row) => row.area);
}
