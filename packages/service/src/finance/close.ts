// Closes days: seals them in the ledger, where nothing can be posted into them any more, and keeps who did it.
import type { FinanceDay } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { readDay } from './day.ts';

/** Closing a day twice answers the same; one action is kept. */
export async function closeDay(
  { pool, cipher, ledger }: Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>,
  context: StaffContext,
  day: string,
): Promise<Result<FinanceDay>> {
  const { area } = context.actor;
  if (day >= context.today) return refuse('day-not-over', { day });
  const seal = await ledger.sealDay(area, day);
  return transactAsStaff(pool, area, async (client) => {
    const subject = { subjectKind: 'day' as const, subjectId: `${area}-${day}` };
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7310))', [subject.subjectId]);
    const { rowCount } = await client.query(
      'select 1 from gongji.action where subject_kind = $1 and subject_id = $2 limit 1',
      [subject.subjectKind, subject.subjectId],
    );
    if (seal && rowCount === 0) {
      const payload = { day, root: seal.root };
      await appendAction(client, cipher, context, { ...subject, area, kind: 'closed', payload });
    }
    return done(await readDay(client, area, day, context.today));
  });
}
