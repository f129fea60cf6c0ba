// Institutions' signatures hold exactly as the interface defines them.
import { expect, test } from 'vitest';
import { checkSignature, readSignedHeaders, sign } from './signature.ts';

const unsigned = { accessKey: 'AK123', name: '1101', timestamp: '1721789415123', version: '1.0.0' };
const headers = { ...unsigned, signature: 'AvNFH7AVAd/0x4Od6UjUdr0FZq4=' };
const now = new Date(1721789415123);

test('the vector of the interface is signed as given', () => {
  expect(sign('SK456', unsigned)).toBe(headers.signature);
  expect(checkSignature(headers, 'SK456', '1101', now)).toBeNull();
});

test('a timestamp in seconds is accepted too', () => {
  const seconds = { ...unsigned, timestamp: '1721789415' };
  expect(checkSignature({ ...seconds, signature: sign('SK456', seconds) }, 'SK456', '1101', now)).toBeNull();
});

test('thirty minutes off are accepted, a moment more is not, nor is a timestamp that is none', () => {
  const at = (ms: number) => checkSignature(headers, 'SK456', '1101', new Date(1721789415123 + ms));
  expect(at(30 * 60_000)).toBeNull();
  expect(at(-30 * 60_000)).toBeNull();
  expect(at(30 * 60_000 + 1)).toBe('签名时间戳超时');
  expect(at(-30 * 60_000 - 1)).toBe('签名时间戳超时');
  expect(checkSignature({ ...headers, timestamp: 'now' }, 'SK456', '1101', now)).toBe('签名时间戳超时');
});

test('an unknown key, another secret, another endpoint and a cut signature are refused', () => {
  expect(checkSignature(headers, undefined, '1101', now)).toBe('非法用户');
  expect(checkSignature(headers, 'SK457', '1101', now)).toBe('签名不一致');
  expect(checkSignature(headers, 'SK456', 'settleBill', now)).toBe('签名不一致');
  expect(checkSignature({ ...headers, signature: 'AvNF' }, 'SK456', '1101', now)).toBe('签名不一致');
});

test('headers are all there, all absent, or a problem', () => {
  const sent: Record<string, string> = {
    _api_access_key: 'AK123',
    _api_name: '1101',
    _api_timestamp: '1721789415123',
    _api_version: '1.0.0',
    _api_signature: headers.signature,
  };
  expect(readSignedHeaders((name) => sent[name])).toEqual(headers);
  expect(readSignedHeaders(() => undefined)).toBeUndefined();
  expect(readSignedHeaders((name) => (name === '_api_name' ? undefined : sent[name]))).toBe(
    '缺少服务网关的请求头',
  );
});
