// The calls of finance, wired: each under the right, in the officer's own area.
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { runReconciliation } from '../reconciliation/run.ts';
import { numberIn } from './account.ts';
import { isDay, isMonth, isPeriod, wrongDay } from './calendar.ts';
import { closeDay } from './close.ts';
import { readDay, readMonth } from './day.ts';
import { readEntries, readJournal } from './entries.ts';
import { readHolds, readRefunds } from './holds.ts';
import { readMovedAccounts } from './moved-accounts.ts';
import { readClearing, readClearingPosition, readPayables } from './payables.ts';
import type { FinanceService } from './service.ts';
import { readStatementOf } from './statement.ts';

export function createFinanceService(
  deps: Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'ports'>,
): FinanceService {
  const { pool, cipher } = deps;
  const right = 'money.work';
  /** Reads as staff of the officer's area; what is not there is `not-found`. */
  const read = <Value>(
    { actor }: StaffContext,
    work: (client: PoolClient, area: string) => Promise<Value | undefined>,
  ): Promise<Result<Value>> =>
    transactAsStaff(pool, actor.area, async (client) => {
      const value = await work(client, actor.area);
      return value === undefined ? refuse('not-found') : done(value);
    });
  return {
    day: withRight(right, async (context, day: string) =>
      isDay(day) ? read(context, (client, area) => readDay(client, area, day, context.today)) : wrongDay(day),
    ),
    close: withRight(right, async (context, day: string) =>
      isDay(day) ? closeDay(deps, context, day) : wrongDay(day),
    ),
    reconcile: withRight(right, async (context, day: string, source: 'tax' | 'cash') => {
      if (!isDay(day)) return wrongDay(day);
      const outcome = await runReconciliation(deps, source, day, context.at);
      if (!outcome.ok) return refuse('daily-file-missing', { what: outcome.what });
      return read(context, (client, area) => readDay(client, area, day, context.today));
    }),
    month: withRight(right, async (context, month: string) =>
      isMonth(month)
        ? read(context, (client, area) => readMonth(client, area, month, context.today))
        : wrongDay(month),
    ),
    movedAccounts: withRight(right, async (context, day: string, part: string) =>
      isDay(day)
        ? read(context, (client, area) => readMovedAccounts(client, area, day, part))
        : wrongDay(day),
    ),
    entries: withRight(right, async (context, accountId: string, from: string, to: string) => {
      const id = numberIn(accountId, 'acc');
      if (id === undefined) return refuse('not-found');
      if (!isPeriod(from, to)) return refuse('period-wrong');
      return read(context, (client, area) => readEntries(client, area, id, from, to));
    }),
    journal: withRight(right, async (context, journalId: string) => {
      const id = numberIn(journalId, 'jrn', 'hld');
      return id === undefined ? refuse('not-found') : read(context, (client) => readJournal(client, id));
    }),
    holds: withRight(right, (context) => read(context, (client) => readHolds(client, cipher))),
    refunds: withRight(right, async (context, month: string) =>
      isMonth(month) ? read(context, (client) => readRefunds(client, month)) : wrongDay(month),
    ),
    payables: withRight(right, async (context, month: string) =>
      isMonth(month) ? read(context, (client, area) => readPayables(client, area, month)) : wrongDay(month),
    ),
    clearing: withRight(right, (context) => read(context, readClearing)),
    clearingEntries: withRight(right, async (context, month: string, otherArea: string) =>
      isMonth(month)
        ? read(context, (client, area) => readClearingPosition(client, area, month, otherArea))
        : wrongDay(month),
    ),
    statement: withRight(right, (context, asked: { person: string; from: string; to: string }) =>
      readStatementOf(deps, context, asked),
    ),
    noteExport: withRight(right, (context, table: string, of: Record<string, string>) =>
      transactAsStaff(pool, context.actor.area, async (client) => {
        await appendAction(client, cipher, context, {
          ...{ subjectKind: 'export', subjectId: newId('export'), kind: 'exported' },
          ...{ area: context.actor.area, payload: { table, ...of } },
        });
        return done(null);
      }),
    ),
  };
}
