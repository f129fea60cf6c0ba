// How far the residents' premium of a coverage year has come.
import type { PremiumReport } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import type { Queryable } from '../kernel/transact.ts';

export async function readPremiums(
  client: Queryable,
  library: PolicyLibrary,
  area: string,
  coverageYear: number,
  today: string,
): Promise<PremiumReport> {
  const { rows: residents } = await client.query<{ count: number }>(
    "select count(*) as count from gongji.person where area = $1 and scheme = 'resident'",
    [area],
  );
  const { rows: states } = await client.query<PremiumReport['states'][number]>(
    `select state, count(*) as count, sum(amount_fen)::bigint as fen from gongji.report_premium
     where coverage_year = $1 group by state order by state`,
    [coverageYear],
  );
  const { rows: days } = await client.query<PremiumReport['days'][number]>(
    `select day::text as day, count(*) as paid, sum(amount_fen)::bigint as fen from gongji.report_premium
     where coverage_year = $1 and state = 'paid' group by day order by day`,
    [coverageYear],
  );
  const year = areaInfo(library, area, today)?.premiumYears.find(
    (each) => each.coverageYear === coverageYear,
  );
  const window = year?.window;
  return {
    coverageYear,
    window: window ? { from: window.from, to: window.to } : null,
    residents: residents[0]?.count ?? 0,
    states,
    days,
  };
}
