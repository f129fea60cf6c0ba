// The stronger signature in `cainfo`: a keyed SM3 digest or an SM2 signature over the body, checked where a message carries one.
import { timingSafeEqual } from 'node:crypto';
import type { InstitutionKey } from '@gongji/service';
import { sm2, sm3 } from 'sm-crypto-v2';
import type { Envelope } from './envelope.ts';

/**
 * What is signed: the body as sent, with the value of `cainfo` emptied, so that a sender writes the body first, signs it and
 * then puts the value in.
 */
export function cainfoText(body: string, cainfo: string): string {
  return body.replace(`"${cainfo}"`, '""');
}

/** Hex of the HMAC-SM3 of the text with the institution's secret. */
export function sm3Digest(text: string, secret: string): string {
  const key = Buffer.from(secret, 'utf8').toString('hex');
  return sm3(Buffer.from(text, 'utf8'), { key, mode: 'hmac' });
}

function isDigest(given: string, text: string, secret: string): boolean {
  const expected = Buffer.from(sm3Digest(text, secret));
  const found = Buffer.from(given.toLowerCase());
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Plain (r and s, 128 hex digits) or DER; hex or Base64; with SM3 and the standard's default user id. */
function isSignature(given: string, text: string, publicKey: string): boolean {
  const hex = /^[0-9a-fA-F]+$/.test(given) ? given : Buffer.from(given, 'base64').toString('hex');
  try {
    return sm2.doVerifySignature(Buffer.from(text, 'utf8'), hex.toLowerCase(), publicKey, {
      hash: true,
      der: hex.length !== 128,
    });
  } catch {
    return false;
  }
}

/** One sentence about what is wrong with `cainfo`; null when it holds, or when there is none and none is needed. */
export function cainfoProblem(
  { cainfo, signtype }: Pick<Envelope, 'cainfo' | 'signtype'>,
  body: string,
  key: Pick<InstitutionKey, 'secret' | 'sm2PublicKey' | 'cainfo'>,
): string | null {
  if (cainfo === '') {
    return key.cainfo === 'required'
      ? '本机构的报文必须在 cainfo 里带 SM2 签名或 SM3 摘要，请接口厂商加上。'
      : null;
  }
  const text = cainfoText(body, cainfo);
  if (signtype === 'SM3') {
    return isDigest(cainfo, text, key.secret)
      ? null
      : 'cainfo 里的 SM3 摘要与报文不符，请核对密钥和摘要的算法。';
  }
  if (signtype === 'SM2') {
    if (key.sm2PublicKey === null) {
      return '本机构没有登记 SM2 公钥，不能核对签名，请向当地医保经办机构登记。';
    }
    return isSignature(cainfo, text, key.sm2PublicKey)
      ? null
      : 'cainfo 里的 SM2 签名与报文不符，请核对私钥和签名的算法。';
  }
  if (signtype === '' && key.cainfo === 'optional') return null;
  return `签名类型 signtype 是 ${signtype.slice(0, 10) || '空'}，应是 SM2 或 SM3。`;
}
