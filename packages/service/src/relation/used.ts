// What members used of givers' money, as far as a limit of the giver's counts it.
import type { Queryable } from '../kernel/transact.ts';

interface Pair {
  giverNo: string;
  memberNo: string;
}

/** Fen by `usedKey`. */
export type UsedFen = ReadonlyMap<string, number>;

const yearOf = (day: string): string => day.slice(0, 4);

/** Names a pair in the calendar year of a day (YYYY-MM-DD). */
export const usedKey = ({ giverNo, memberNo }: Pair, day: string): string =>
  `${yearOf(day)}/${giverNo}/${memberNo}`;

/**
 * Fen used in the calendar years of these days and not reversed, with what premium payments under way hold. Read it
 * after the givers' accounts are locked: nobody can then take from them in between.
 */
export async function usedUnderLimit(
  client: Queryable,
  pairs: readonly Pair[],
  days: readonly string[],
): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map();
  const { rows } = await client.query<Pair & { year: string; fen: string }>(
    `with pair as (select distinct * from unnest($1::text[], $2::text[]) as named (giver_no, member_no)),
       year as (select year, year::date as begins, (year::date + interval '1 year')::date as ends
         from unnest($3::text[]) as year),
       taken as (
         select year.year, u.giver_no, u.member_no, u.fen
         from gongji.usage u join pair using (giver_no, member_no)
           join year on u.business_date >= year.begins and u.business_date < year.ends
         where u.direction = 'used' and not exists (select from gongji.usage r where r.subject_id = u.subject_id
           and r.giver_no = u.giver_no and r.direction = 'returned')
         union all
         select year.year, p.payer_no, p.member_no, p.from_account_fen
         from gongji.premium_payment p
           join pair on pair.giver_no = p.payer_no and pair.member_no = p.member_no cross join year
         where p.state in ('awaiting-cash', 'sending', 'unknown')
       )
     select year, giver_no as "giverNo", member_no as "memberNo", sum(fen)::text as fen from taken group by 1, 2, 3`,
    [
      pairs.map((pair) => pair.giverNo),
      pairs.map((pair) => pair.memberNo),
      [...new Set(days.map(yearOf))].map((year) => `${year}-01-01`),
    ],
  );
  return new Map(rows.map((row) => [usedKey(row, row.year), Number(row.fen)]));
}
