// The patient's own credential: the code that the citizen app shows, or an identity card; never a relative's.
import { timingSafeEqual } from 'node:crypto';
import type { FieldCipher } from '@gongji/database';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

/** As the institution read it. */
export interface Credential {
  kind: 'electronic' | 'id-card' | 'social-card';
  /** The code of the app, the identity number, or the social security number on the card, which is the identity number. */
  number: string;
  /** Of a social security card, read from its chip. */
  cardNumber?: string;
}
/** Whose credential it is. */
export type CredentialOwner = { personNo: string } | { idNumber: string };

const prefix = 'EC';
const expiryLength = 7;
const macLength = 18;
/** How long a code of the citizen app can be used, in ms. */
const validMs = 5 * 60_000;

const macOf = (cipher: FieldCipher, text: string): string =>
  cipher.lookupHash(`electronic credential ${text}`).toString('base64url').slice(0, macLength);

/** A code for this person, valid for five minutes from `at`: prefix, expiry in seconds (base 36), mac, person number. */
export function electronicCredential(
  cipher: FieldCipher,
  personNo: string,
  at: Date,
): { credential: string; validUntil: Date } {
  const validUntil = new Date(at.getTime() + validMs);
  const expiry = Math.ceil(validUntil.getTime() / 1000)
    .toString(36)
    .padStart(expiryLength, '0');
  const credential = `${prefix}${expiry}${macOf(cipher, `${expiry}${personNo}`)}${personNo}`;
  return { credential, validUntil };
}

/** Refused: `credential-wrong`, `credential-expired`. */
export function credentialOwner(
  cipher: FieldCipher,
  { kind, number, cardNumber }: Credential,
  at: Date,
): Result<CredentialOwner> {
  if (kind !== 'electronic') {
    if (kind === 'social-card' && !cardNumber) return refuse('card-number-missing');
    const idNumber = number.toUpperCase();
    if (!/^\d{17}[\dX]$/.test(idNumber)) return refuse('credential-wrong');
    return done({ idNumber });
  }
  if (!number.startsWith(prefix) || number.length <= prefix.length + expiryLength + macLength) {
    return refuse('credential-wrong');
  }
  const expiry = number.slice(prefix.length, prefix.length + expiryLength);
  const mac = Buffer.from(
    number.slice(prefix.length + expiryLength, prefix.length + expiryLength + macLength),
  );
  const personNo = number.slice(prefix.length + expiryLength + macLength);
  const expected = Buffer.from(macOf(cipher, `${expiry}${personNo}`));
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return refuse('credential-wrong');
  if (at.getTime() > Number.parseInt(expiry, 36) * 1000) return refuse('credential-expired');
  return done({ personNo });
}
