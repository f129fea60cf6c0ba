// Dashboards: the calls. All need the right `report.read` and tell of the own area only.
import type {
  ApplicationReport,
  MoneyReport,
  PremiumReport,
  RelationReport,
  ReportList,
  ReportListBody,
} from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface ReportService {
  /** What was paid by month, purpose and whose money; from blocks that are summed once, and the records since. */
  money(context: Context, from: string, to: string): Promise<Result<MoneyReport>>;
  relations(context: Context): Promise<Result<RelationReport>>;
  applications(context: Context, month: string): Promise<Result<ApplicationReport>>;
  premiums(context: Context, coverageYear: string): Promise<Result<PremiumReport>>;
  /** What is behind a number, the newest 200. */
  list(context: Context, body: ReportListBody): Promise<Result<ReportList>>;
  /** Sums the blocks that are full and not summed so far; safe to run at any time, from several processes. Answers how many. */
  sumBlocks(most: number): Promise<number>;
}
