// Designated institutions and staff in the database.
import type { StaffMark, StaffRole } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { Institution } from './service.ts';

/** One institution, by its code or by the access key of its signed requests. */
export async function findInstitution(
  client: Queryable,
  cipher: FieldCipher,
  by: { code: string } | { accessKey: string },
): Promise<Institution | undefined> {
  const [column, value] = 'code' in by ? ['code', by.code] : ['access_key', by.accessKey];
  const { rows } = await client.query<Omit<Institution, 'secret'> & { secretEnc: Buffer }>(
    `select code, area, name, kind, level, access_key as "accessKey", secret_enc as "secretEnc", state
     from gongji.institution where ${column} = $1`,
    [value],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { secretEnc, ...open } = row;
  return { ...open, secret: cipher.decryptText(secretEnc, place('institution.secret_enc', row.code)) };
}

/** One member of staff whose account may work, with the institution that they work for. */
export async function findStaff(
  client: Queryable,
  cipher: FieldCipher,
  staffNo: string,
): Promise<StaffMark | undefined> {
  const { rows } = await client.query<{
    name_enc: Buffer;
    role: StaffRole;
    area: string;
    institution_code: string | null;
  }>(
    "select name_enc, role, area, institution_code from gongji.staff where staff_no = $1 and state = 'active'",
    [staffNo],
  );
  const row = rows[0];
  if (!row) return undefined;
  const institution =
    row.institution_code === null
      ? undefined
      : await findInstitution(client, cipher, { code: row.institution_code });
  return {
    staffNo,
    name: cipher.decryptText(row.name_enc, place('staff.name_enc', staffNo)),
    role: row.role,
    area: row.area,
    areaName: areaName(row.area),
    institution: institution
      ? {
          code: institution.code,
          name: institution.name,
          kind: institution.kind,
          level: institution.level,
          area: institution.area,
        }
      : null,
  };
}
