// The keys by which an institution's software proves who it is.
import type { InstitutionMark } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { institutionsByAccessKey } from '../institution/key.ts';
import { gather } from '../kernel/gather.ts';

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

/**
 * Finds the key that a message names; undefined when nobody has it, or when it has ended. Messages of one moment are looked up
 * together, each as it stands when it comes: a key that is ended or an institution that is suspended counts at once.
 */
export function createKeyFinder({ pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>) {
  return gather<string, InstitutionKey | undefined>(async (accessKeys) => {
    const found = await institutionsByAccessKey(pool, cipher, accessKeys);
    return accessKeys.map((accessKey) => {
      const institution = found.get(accessKey);
      if (!institution) return undefined;
      const { code, name, kind, level, area, ...key } = institution;
      return { ...key, institution: { code, name, kind, level, area } };
    });
  });
}
