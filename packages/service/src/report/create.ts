// The calls of the dashboards, wired.
import type { ReportListBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { isMonth, wrongDay } from '../finance/calendar.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { readApplications, readRelations } from './bindings.ts';
import { readList } from './list.ts';
import { readMoney } from './money.ts';
import { readPremiums } from './premiums.ts';
import type { ReportService } from './service.ts';

export function createReportService({ pool, library }: Pick<ServiceDeps, 'pool' | 'library'>): ReportService {
  const right = 'report.read';
  const read = <Value>(
    { actor }: StaffContext,
    work: (client: PoolClient, area: string) => Promise<Value>,
  ): Promise<Result<Value>> =>
    transactAsStaff(pool, actor.area, async (client) => done(await work(client, actor.area)));
  return {
    money: withRight(right, async (context, from: string, to: string) =>
      isMonth(from) && isMonth(to) && from <= to
        ? read(context, (client) => readMoney(client, from, to))
        : refuse('period-wrong'),
    ),
    relations: withRight(right, (context) => read(context, readRelations)),
    applications: withRight(right, async (context, month: string) =>
      isMonth(month)
        ? read(context, (client, area) => readApplications(client, area, month, context.at))
        : wrongDay(month),
    ),
    premiums: withRight(right, async (context, year: string) =>
      /^20\d\d$/.test(year)
        ? read(context, (client, area) => readPremiums(client, library, area, Number(year), context.today))
        : wrongDay(year),
    ),
    list: withRight(right, (context, body: ReportListBody) =>
      read(context, (client, area) => readList(client, area, body)),
    ),
    async sumBlocks(most) {
      const { rows } = await pool.query<{ done: number }>('select gongji.sum_money_blocks($1) as done', [
        most,
      ]);
      return rows[0]?.done ?? 0;
    },
  };
}
