// The yearly accumulators of a patient in the insured area: deductible counted and fund paid, in fen.
import { int4Column, int8Column, textColumn } from '@gongji/database';
import type { YearToDate } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';

export interface AccumulatorName {
  personNo: string;
  area: string;
  year: number;
}
type Row = AccumulatorName & YearToDate;

export const accumulatorKey = ({ personNo, area, year }: AccumulatorName): string =>
  `${personNo}|${area}|${year}`;
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Accumulators as they stand, without a lock; zero where nothing was counted yet. */
export async function readAccumulator(client: Queryable, name: AccumulatorName): Promise<YearToDate> {
  const { rows } = await client.query<YearToDate>(
    `select deductible_fen as "deductibleFen", fund_paid_fen as "fundPaidFen" from gongji.accumulator
     where person_no = $1 and area = $2 and year = $3`,
    [name.personNo, name.area, name.year],
  );
  return rows[0] ?? { deductibleFen: 0, fundPaidFen: 0 };
}

/**
 * Accumulators by `accumulatorKey`, zero where nothing was counted yet. Whoever will write them has locked the books of
 * their areas before: from then on to the commit nobody else settles or reverses a bill there.
 */
export async function readAccumulators(
  client: Queryable,
  names: readonly AccumulatorName[],
): Promise<Map<string, YearToDate>> {
  const { rows } = await client.query<Row>({
    name: 'accumulators',
    // `offset 0` keeps this a look-up by index for each name.
    text: `select a.person_no as "personNo", a.area, a.year, a.deductible_fen as "deductibleFen",
        a.fund_paid_fen as "fundPaidFen"
      from unnest($1::text[], $2::text[], $3::int[]) as n (person_no, area, year)
      cross join lateral (select * from gongji.accumulator c
        where c.person_no = n.person_no and c.area = n.area::bpchar and c.year = n.year offset 0) as a`,
    values: [
      textColumn(names.map((name) => name.personNo)),
      textColumn(names.map((name) => name.area)),
      int4Column(names.map((name) => name.year)),
    ],
  });
  const found = new Map<string, YearToDate>(
    names.map((name) => [accumulatorKey(name), { deductibleFen: 0, fundPaidFen: 0 }]),
  );
  for (const { deductibleFen, fundPaidFen, ...name } of rows) {
    found.set(accumulatorKey(name), { deductibleFen, fundPaidFen });
  }
  return found;
}

/** Writes accumulators, each named once; the books of their areas are locked. */
export async function writeAccumulators(
  client: PoolClient,
  entries: readonly (AccumulatorName & YearToDate)[],
): Promise<void> {
  if (entries.length === 0) return;
  await client.query({
    name: 'write-accumulators',
    text: `insert into gongji.accumulator as a (person_no, area, year, deductible_fen, fund_paid_fen)
      select * from unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::bigint[])
      on conflict (person_no, area, year) do update
        set deductible_fen = excluded.deductible_fen, fund_paid_fen = excluded.fund_paid_fen`,
    values: [
      textColumn(entries.map((entry) => entry.personNo)),
      textColumn(entries.map((entry) => entry.area)),
      int4Column(entries.map((entry) => entry.year)),
      int8Column(entries.map((entry) => entry.deductibleFen)),
      int8Column(entries.map((entry) => entry.fundPaidFen)),
    ],
  });
}
