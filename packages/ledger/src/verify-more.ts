// Verifies what is kept beside the records: open holds, ends of years and cleared months must be what the records say.
import type { PoolClient } from 'pg';
import { holdIdOf } from './identifiers.ts';
import type { VerifyProblem } from './ledger.ts';

const mostProblems = 100;

/** Within the caller's snapshot. */
export async function keptProblems(tx: PoolClient): Promise<VerifyProblem[]> {
  const { rows: holds } = await tx.query<{ area: string; id: number }>(
    `select coalesce(kept.area, told.area) as area, id from ledger.hold_open kept
     full join (select id, area, (extra ->> 'expiresAt')::timestamptz as expires_at from ledger.record hold
       where type = 2 and not exists (select from ledger.record outcome where outcome.follows = hold.id and outcome.type in (3, 4, 5)))
       as told using (id)
     where kept.area is distinct from told.area or kept.expires_at is distinct from told.expires_at
     order by id limit ${mostProblems}`,
  );
  const { rows: years } = await tx.query<{ area: string; year: number }>(
    `select area, year from ledger.year_end
     left join lateral (select coalesce(sum(line.amount_fen), 0) as fen, count(*) as people
       from ledger.record head join ledger.record line on line.area = head.area and line.id between head.id and head.id + head.lines
       where head.area = year_end.area and head.kind = 'interest' and head.reference = 'interest-' || year_end.year
         and head.key like 'year-end:%') as posted on true
     where ended_at is not null and (posted.fen <> interest_fen or posted.people <> year_end.people)`,
  );
  const { rows: months } = await tx.query<{ area: string; month: string; other: string }>(
    `select p.area, p.month, p.other_area as other from ledger.clearing_position p
     left join lateral (select coalesce(sum(e.fen), 0) as fen, count(*) as entries from ledger.clearing_entry e
       where e.area = p.area and e.other_area = p.other_area and e.last_day > p.after_day and e.first_day <= p.last_day
         and e.day > p.after_day and e.day <= p.last_day) as told on true
     where told.fen <> p.fen or told.entries <> p.entries`,
  );
  return [
    ...holds.map(({ area, id }) => ({ code: 'hold-differs' as const, area, subject: holdIdOf(id) })),
    ...years.map(({ area, year }) => ({ code: 'year-end-differs' as const, area, subject: `year ${year}` })),
    ...months.map(({ area, month, other }) => ({
      code: 'clearing-differs' as const,
      area,
      subject: `clearing ${month} ${area}->${other}`,
    })),
  ];
}
