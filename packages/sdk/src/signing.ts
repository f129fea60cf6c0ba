// Signing: the headers that every message carries, and the stronger signature in `cainfo` that an institution may use.
import { createHmac } from 'node:crypto';

export interface Credentials {
  accessKey: string;
  secret: string;
}

/** The five headers for one transaction: HMAC-SHA1 over key, name, timestamp (ms) and version, in this order. */
export function headersFor(
  { accessKey, secret }: Credentials,
  infno: string,
  timestampMs: number,
  version = '1.0.0',
): Record<string, string> {
  const text =
    `_api_access_key=${accessKey}&_api_name=${infno}` +
    `&_api_timestamp=${timestampMs}&_api_version=${version}`;
  return {
    _api_access_key: accessKey,
    _api_name: infno,
    _api_timestamp: String(timestampMs),
    _api_version: version,
    _api_signature: createHmac('sha1', secret).update(text).digest('base64'),
  };
}

/**
 * SM3: a digest keyed with the institution's secret. SM2: a signature that the caller makes with its own private key (a
 * key device or an SM2 library, with SM3 and the default user id), as hex of r and s, DER, or Base64 of either.
 */
export type StrongSignature = { type: 'SM3' } | { type: 'SM2'; sign: (text: string) => string };

/** Hex of the HMAC-SM3 of the text. */
export const sm3Digest = (text: string, secret: string): string =>
  createHmac('sm3', secret).update(text, 'utf8').digest('hex');

/** The body with `cainfo` filled: what is signed is the body with `cainfo` empty. */
export function stronglySigned(
  envelope: Record<string, unknown>,
  strong: StrongSignature | undefined,
  secret: string,
): string {
  if (!strong) return JSON.stringify({ ...envelope, cainfo: '', signtype: '' });
  const plain = { ...envelope, cainfo: '', signtype: strong.type };
  const text = JSON.stringify(plain);
  const cainfo = strong.type === 'SM3' ? sm3Digest(text, secret) : strong.sign(text);
  return JSON.stringify({ ...plain, cainfo });
}
