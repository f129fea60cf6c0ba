// The key of a signed message: whose it is, and what its institution's messages must carry.
import type { FieldCipher } from '@gongji/database';
import type { Institution } from '../person/service.ts';
import type { Queryable } from '../kernel/transact.ts';
import { secretPlace } from './row.ts';

/** The institution of a key that is valid now, in real time; undefined when nobody has it or it has ended. */
export async function institutionByAccessKey(
  client: Queryable,
  cipher: FieldCipher,
  accessKey: string,
): Promise<Institution | undefined> {
  const { rows } = await client.query<Omit<Institution, 'secret'> & { secretEnc: Buffer }>(
    `select i.code, i.area, i.name, i.kind, i.level, i.state, i.sm2_public_key as "sm2PublicKey", i.cainfo,
       i.messages_per_second as "messagesPerSecond", k.access_key as "accessKey", k.secret_enc as "secretEnc"
     from gongji.institution_key k join gongji.institution i on i.code = k.institution_code
     where k.access_key = $1 and (k.valid_until is null or k.valid_until > now())`,
    [accessKey],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { secretEnc, ...institution } = row;
  return { ...institution, secret: cipher.decryptText(secretEnc, secretPlace(row.code)) };
}
