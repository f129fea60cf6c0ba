// The keys by which an institution's software proves who it is.
import type { InstitutionMark } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { institutionByAccessKey } from '../institution/key.ts';

export interface InstitutionKey {
  institution: InstitutionMark;
  accessKey: string;
  /** Secret of the header's HMAC, and of an SM3 digest in `cainfo`. */
  secret: string;
  /** A suspended institution is told so; nothing is done for it. */
  state: 'open' | 'suspended';
  /** The institution's SM2 public key (hex, 04 and 128 digits), or null: its SM2 signatures are refused. */
  sm2PublicKey: string | null;
  /** Whether every message must carry a signature or digest in `cainfo`. */
  cainfo: 'optional' | 'required';
  /** How many messages its software may send in a second. */
  messagesPerSecond: number;
}

/** The key that a message names; undefined when nobody has it, or when it has ended. */
export async function findInstitutionKey(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  accessKey: string,
): Promise<InstitutionKey | undefined> {
  const found = await institutionByAccessKey(pool, cipher, accessKey);
  if (!found) return undefined;
  const { code, name, kind, level, area, ...key } = found;
  return { ...key, institution: { code, name, kind, level, area } };
}
