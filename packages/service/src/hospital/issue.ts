// The codes that a signed-in person may show at a till: the own one and those of the children in the person's care.
import type { Credentials } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { findPerson } from '../person/store.ts';
import { childrenOf } from '../relation/children.ts';
import { electronicCredential } from './credential.ts';

/** Refused: `not-allowed`. */
export async function issueCredentials(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  { actor, at, today }: Context,
): Promise<Result<Credentials>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const own = await findPerson(pool, cipher, actor.personNo);
  if (!own) return refuse('not-found');
  const children = await childrenOf(pool, cipher, actor.personNo, today);
  const { validUntil } = electronicCredential(cipher, actor.personNo, at);
  return done({
    items: [own, ...children].map(({ personNo, name }) => ({
      ...{ personNo, name, isOwn: personNo === actor.personNo },
      credential: electronicCredential(cipher, personNo, at).credential,
    })),
    validUntil: instantText(validUntil),
    validSeconds: Math.floor((validUntil.getTime() - at.getTime()) / 1000),
  });
}
