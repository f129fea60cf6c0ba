// Names of staff by number, as far as the database role sees them.
import type { FieldCipher } from '@gongji/database';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';

/** Answers the number itself for somebody who has moved to another area. */
export async function staffNamesOf(
  client: Queryable,
  cipher: FieldCipher,
  staffNos: readonly string[],
): Promise<(staffNo: string) => string> {
  const { rows } = await client.query<{ staffNo: string; nameEnc: Buffer }>(
    `select staff_no as "staffNo", name_enc as "nameEnc" from gongji.staff where staff_no = any($1::text[])`,
    [[...new Set(staffNos)]],
  );
  const names = new Map(
    rows.map(({ staffNo, nameEnc }) => [
      staffNo,
      cipher.decryptText(nameEnc, place('staff.name_enc', staffNo)),
    ]),
  );
  return (staffNo) => names.get(staffNo) ?? staffNo;
}
