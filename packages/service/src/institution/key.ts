// The key of a signed message: whose it is, and what its institution's messages must carry.
import { textColumn } from '@gongji/database';
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
  return (await institutionsByAccessKey(client, cipher, [accessKey])).get(accessKey);
}

/** The same for many, with one statement. */
export async function institutionsByAccessKey(
  client: Queryable,
  cipher: FieldCipher,
  accessKeys: readonly string[],
): Promise<Map<string, Institution>> {
  const { rows } = await client.query<Omit<Institution, 'secret'> & { secretEnc: Buffer }>({
    name: 'institution-keys',
    // `offset 0` keeps this a look-up by index for each key.
    text: `select i.code, i.area, i.name, i.kind, i.level, i.state, i.sm2_public_key as "sm2PublicKey", i.cainfo,
        i.messages_per_second as "messagesPerSecond", k.access_key as "accessKey", k.secret_enc as "secretEnc"
      from unnest($1::text[]) as named (access_key)
      cross join lateral (
        select * from gongji.institution_key o where o.access_key = named.access_key offset 0) as k
      join gongji.institution i on i.code = k.institution_code
      where k.valid_until is null or k.valid_until > now()`,
    values: [textColumn([...new Set(accessKeys)])],
  });
  return new Map(
    rows.map(({ secretEnc, ...institution }) => [
      institution.accessKey,
      { ...institution, secret: cipher.decryptText(secretEnc, secretPlace(institution.code)) },
    ]),
  );
}
