// Designated institutions and staff in the database.
import type { InstitutionMark, StaffMark, StaffRole } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';

/** One institution by its code. */
async function findInstitution(client: Queryable, code: string): Promise<InstitutionMark | undefined> {
  const { rows } = await client.query<InstitutionMark>(
    'select code, name, kind, level, area from gongji.institution where code = $1',
    [code],
  );
  return rows[0];
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
    row.institution_code === null ? undefined : await findInstitution(client, row.institution_code);
  return {
    staffNo,
    name: cipher.decryptText(row.name_enc, place('staff.name_enc', staffNo)),
    role: row.role,
    area: row.area,
    areaName: areaName(row.area),
    institution: institution ?? null,
  };
}
