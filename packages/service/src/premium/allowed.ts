// What the giver's own limits allow for this premium: the payer may be a giver who set one for this member.
import type { Control } from '@gongji/contract';
import { done } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { controlLimitFen, controlObstacle } from '../relation/control.ts';
import { usedKey, usedUnderLimit } from '../relation/used.ts';
import type { Parties } from './parties.ts';

/** Most fen from the account, or undefined for no limit; refused where the giver paused, or permits no premium today. */
export async function allowedFor(
  client: Queryable,
  relation: { control: Control } | undefined,
  { payer, member }: Parties,
  today: string,
): Promise<Result<number | undefined>> {
  if (!relation) return done(undefined);
  const pair = { giverNo: payer.personNo, memberNo: member.personNo };
  const usedFen = (await usedUnderLimit(client, [pair], [today])).get(usedKey(pair, today)) ?? 0;
  const obstacle = controlObstacle(relation.control, { purpose: 'premium', today, usedFen });
  return obstacle ?? done(controlLimitFen(relation.control, { usedFen }));
}
