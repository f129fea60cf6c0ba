// Institutions and their keys in the database, under the database role of the administrator's area.
import { randomBytes } from 'node:crypto';
import type { InstitutionAccount } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { instantText } from '../kernel/instant.ts';
import { newId } from '../kernel/ids.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';

interface Row {
  code: string;
  name: string;
  kind: 'hospital' | 'pharmacy';
  level: 1 | 2 | 3 | null;
  area: string;
  state: 'open' | 'suspended';
  uscc: string | null;
  sm2PublicKey: string | null;
  cainfo: 'optional' | 'required';
  messagesPerSecond: number;
  noticeUrl: string | null;
  version: number;
}

const select = `select code, name, kind, level, area, state, uscc, sm2_public_key as "sm2PublicKey", cainfo,
  messages_per_second as "messagesPerSecond", notice_url as "noticeUrl", version from gongji.institution`;

/** Institutions that the database role sees, by code; with `code` that one only. */
export async function institutionAccounts(client: Queryable, code?: string): Promise<InstitutionAccount[]> {
  const { rows } = await client.query<Row>(`${select} where $1::text is null or code = $1 order by code`, [
    code ?? null,
  ]);
  const { rows: keys } = await client.query<{
    code: string;
    accessKey: string;
    createdAt: Date;
    validUntil: Date | null;
  }>(
    `select institution_code as code, access_key as "accessKey", created_at as "createdAt",
       valid_until as "validUntil"
     from gongji.institution_key
     where ($1::text is null or institution_code = $1) and (valid_until is null or valid_until > now())
     order by created_at desc, access_key`,
    [code ?? null],
  );
  return rows.map(({ uscc, sm2PublicKey, cainfo, messagesPerSecond, noticeUrl, ...row }) => ({
    ...row,
    areaName: areaName(row.area),
    settings: { uscc, sm2PublicKey, cainfo, messagesPerSecond, noticeUrl },
    keys: keys
      .filter((key) => key.code === row.code)
      .map(({ accessKey, createdAt, validUntil }) => ({
        accessKey,
        createdAt: instantText(createdAt),
        validUntil: validUntil && instantText(validUntil),
      })),
  }));
}

/** Locks the institution against other changes; false when the database role does not see it. */
export async function lockInstitution(client: Queryable, code: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from gongji.institution where code = $1 for update', [
    code,
  ]);
  return rowCount === 1;
}

/** Every secret of an institution is bound to the institution, so that it can't be moved to another one's key. */
export const secretPlace = (institutionCode: string) => place('institution.secret_enc', institutionCode);

/** A new key with a secret of 256 random bits. */
export async function insertKey(
  client: Queryable,
  cipher: FieldCipher,
  institution: { code: string; area: string },
): Promise<{ accessKey: string; secret: string }> {
  const accessKey = newId('institutionKey');
  const secret = randomBytes(32).toString('base64url');
  await addKey(client, cipher, institution, { accessKey, secret });
  return { accessKey, secret };
}

/** Adds a key that is known already; one that is there stays as it is. */
export async function addKey(
  client: Queryable,
  cipher: FieldCipher,
  { code, area }: { code: string; area: string },
  { accessKey, secret }: { accessKey: string; secret: string },
): Promise<void> {
  await client.query(
    `insert into gongji.institution_key (access_key, area, institution_code, secret_enc) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [accessKey, area, code, cipher.encrypt(secret, secretPlace(code))],
  );
}

/** Ends keys that are valid, `hours` from now in real time, never later than they end already. */
export async function endKeys(
  client: Queryable,
  code: string,
  which: { accessKey: string } | { except: string },
  hours: number,
): Promise<number> {
  const [comparison, key] = 'except' in which ? ['<>', which.except] : ['=', which.accessKey];
  const { rowCount } = await client.query(
    `update gongji.institution_key set valid_until = least(valid_until, now() + make_interval(hours => $3))
     where institution_code = $1 and access_key ${comparison} $2 and (valid_until is null or valid_until > now())`,
    [code, key, hours],
  );
  return rowCount ?? 0;
}
