// What a person sees of the 亲情账户.
import type { FamilyAccount } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import type { FamilyDeps } from './create.ts';
import { linksOf } from './store.ts';
import type { FamilyLink } from './store.ts';

export async function familyView(
  { cipher, library }: Pick<FamilyDeps, 'cipher' | 'library'>,
  client: Queryable,
  { today }: Context,
  personNo: string,
): Promise<FamilyAccount> {
  const links = await linksOf(client, personNo);
  const people = await findPeople(client, cipher, [
    personNo,
    ...links.flatMap(({ holderNo, memberNo }) => [holderNo, memberNo]),
  ]);
  const seen = ({ linkId, state, since }: FamilyLink, otherNo: string) => {
    const other = people.get(otherNo);
    if (!other || (state !== 'asked' && state !== 'active')) return [];
    return [{ linkId, state, person: markOf(other), since: instantText(since) }];
  };
  const own = people.get(personNo);
  const limits = own && areaInfo(library, own.area, today)?.familyAccount;
  return {
    held: links.flatMap((link) => (link.holderNo === personNo ? seen(link, link.memberNo) : [])),
    heldBy: links.flatMap((link) => (link.memberNo === personNo ? seen(link, link.holderNo) : [])),
    limits: limits ? { ...limits, source: { ...limits.source } } : null,
  };
}
