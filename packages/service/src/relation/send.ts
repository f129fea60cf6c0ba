// A short message to both sides of a relation.
import type { ServiceDeps } from '../deps.ts';
import type { NoticeSender } from '../notice/sender.ts';
import { findPeople } from '../person/store.ts';

/** Sent after the transaction; `reference` names the event. */
export async function sendToBoth(
  { pool, cipher, notices }: Pick<ServiceDeps, 'pool' | 'cipher'> & { notices: NoticeSender },
  { giverNo, memberNo }: { giverNo: string; memberNo: string },
  reference: string,
  text: string,
): Promise<void> {
  const people = await findPeople(pool, cipher, [giverNo, memberNo]);
  for (const [side, personNo] of [
    ['giver', giverNo],
    ['member', memberNo],
  ] as const) {
    notices.send({ reference: `${reference}:${side}`, phone: people.get(personNo)?.phone ?? null, text });
  }
}
