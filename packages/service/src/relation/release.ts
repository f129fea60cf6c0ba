// When a relation has ended, what is still set aside under it follows the rule of the area that its hold carries.
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { dayText } from '../kernel/instant.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'ledger'>;

/** What was sent already is in doubt and stays: it is settled by asking. */
export async function releaseHolds(
  { ledger }: Deps,
  relationId: string,
  { at, today }: Pick<Context, 'at' | 'today'>,
): Promise<void> {
  await ledger.endRelation(relationId, { at, businessDate: today });
}

/** For relations that ended in any other way, or just before the program died. */
export async function releaseEnded(deps: Deps, at: Date): Promise<void> {
  const relations = await deps.ledger.relationsWithHolds();
  if (relations.length === 0) return;
  const { rows } = await deps.pool.query<{ relationId: string }>(
    `select relation_id as "relationId" from gongji.relation where relation_id = any($1::text[]) and state = 'ended'`,
    [relations],
  );
  for (const { relationId } of rows) await releaseHolds(deps, relationId, { at, today: dayText(at) });
}
