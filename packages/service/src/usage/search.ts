// Finds uses by side, other person, purpose and period, with the sums of all that were found.
import type { UsageSearch, UsageSearchBody } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import { findUsages, usageView } from './row.ts';

/** The conditions as SQL over `gongji.usage u`, with `$1` the person who asks. */
function conditionsOf(body: UsageSearchBody, today: string) {
  const own = body.side === 'given' ? 'giver_no' : 'member_no';
  const other = body.side === 'given' ? 'member_no' : 'giver_no';
  const where = [`u.${own} = $1`, `u.${other} <> $1`];
  const values: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length + 1}`));
  };
  if (body.personNo !== null) add((place) => `u.${other} = ${place}`, body.personNo);
  if (body.purpose !== null) add((place) => `u.purpose = ${place}`, body.purpose);
  if (body.months !== null) {
    add((place) => `u.business_date > ${place}::date - make_interval(months => ${body.months})`, today);
  }
  return { own, other, where: where.join(' and '), values };
}

const notReversed = `u.direction = 'used' and not exists (select from gongji.usage r where r.subject_id = u.subject_id
  and r.giver_no = u.giver_no and r.direction = 'returned')`;

/** At most `limit` items; the sums are of all that were found. `today`: 'YYYY-MM-DD'. */
export async function searchUsages(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  personNo: string,
  today: string,
  body: UsageSearchBody,
  limit: number,
): Promise<UsageSearch> {
  const { own, other, where, values } = conditionsOf(body, today);
  const all = [personNo, ...values];
  const usages = await findUsages(pool, where, all, limit);
  const { rows: sums } = await pool.query<{ year: number; personNo: string; fen: number }>(
    `select extract(year from u.business_date)::int as year, u.${other} as "personNo", sum(u.fen)::bigint as fen
     from gongji.usage u where ${where} and ${notReversed} group by 1, 2 order by 1 desc, 3 desc, 2`,
    all,
  );
  const { rows: counted } = await pool.query<{ count: number }>(
    `select count(*)::int as count from gongji.usage u where ${where}`,
    all,
  );
  const { rows: others } = await pool.query<{ personNo: string }>(
    `select distinct u.${other} as "personNo" from gongji.usage u where u.${own} = $1 and u.${other} <> $1 order by 1`,
    [personNo],
  );
  const people = await findPeople(pool, cipher, [personNo, ...others.map((row) => row.personNo)]);
  const markFor = (no: string) => {
    const person = people.get(no);
    if (!person) throw new Error('A usage names somebody unknown');
    return markOf(person);
  };
  const years = [...new Set(sums.map(({ year }) => year))].map((year) => {
    const ofYear = sums.filter((sum) => sum.year === year);
    return {
      year,
      totalFen: ofYear.reduce((total, { fen }) => total + fen, 0),
      people: ofYear.map((sum) => ({ person: markFor(sum.personNo), fen: sum.fen })),
    };
  });
  return {
    items: usages.map((usage) => usageView(usage, people)),
    count: counted[0]?.count ?? 0,
    netFen: years.reduce((total, { totalFen }) => total + totalFen, 0),
    years,
    people: others.map(({ personNo: no }) => markFor(no)),
  };
}
