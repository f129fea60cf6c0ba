// The signature by which an institution's software proves who it is, as the designated-institution interface defines it.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the sender's clock may be off, in ms: the interface says thirty minutes. */
const toleranceMs = 30 * 60 * 1000;

export interface SignedHeaders {
  accessKey: string;
  name: string;
  timestamp: string;
  version: string;
  signature: string;
}

export type SignatureProblem = '缺少服务网关的请求头' | '签名时间戳超时' | '非法用户' | '签名不一致';

/** The five headers; undefined when not one of them was sent, a problem when only some were. */
export function readSignedHeaders(
  header: (name: string) => string | undefined,
): SignedHeaders | SignatureProblem | undefined {
  const [accessKey, name, timestamp, version, signature] = [
    '_api_access_key',
    '_api_name',
    '_api_timestamp',
    '_api_version',
    '_api_signature',
  ].map(header);
  if (!accessKey && !name && !timestamp && !version && !signature) return undefined;
  if (!accessKey || !name || !timestamp || !version || !signature) return '缺少服务网关的请求头';
  return { accessKey, name, timestamp, version, signature };
}

/** Base64(HmacSHA1(secret, "_api_access_key=..&_api_name=..&_api_timestamp=..&_api_version=..")). */
export function sign(secret: string, headers: Omit<SignedHeaders, 'signature'>): string {
  const text =
    `_api_access_key=${headers.accessKey}&_api_name=${headers.name}` +
    `&_api_timestamp=${headers.timestamp}&_api_version=${headers.version}`;
  return createHmac('sha1', secret).update(text).digest('base64');
}

/** Milliseconds of a timestamp of 13 digits (ms) or 10 digits (seconds); NaN for anything else. */
function timestampMs(text: string): number {
  if (/^\d{13}$/.test(text)) return Number(text);
  return /^\d{10}$/.test(text) ? Number(text) * 1000 : Number.NaN;
}

/**
 * Checks headers against the sender's secret; null when they hold.
 * @param expectedName the endpoint that is called, which the signature must name.
 * @param now the real time; a demonstration's day plays no part here.
 */
export function checkSignature(
  headers: SignedHeaders,
  secret: string | undefined,
  expectedName: string,
  now: Date,
): SignatureProblem | null {
  const differenceMs = Math.abs(now.getTime() - timestampMs(headers.timestamp));
  if (!(differenceMs <= toleranceMs)) return '签名时间戳超时';
  if (secret === undefined) return '非法用户';
  const expected = Buffer.from(sign(secret, headers));
  const given = Buffer.from(headers.signature);
  const same = expected.length === given.length && timingSafeEqual(expected, given);
  return same && headers.name === expectedName ? null : '签名不一致';
}
