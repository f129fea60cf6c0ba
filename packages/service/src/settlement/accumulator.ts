// The yearly accumulators of a patient in the insured area: deductible counted and fund paid, in fen.
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

/** Locks accumulators until the transaction ends, sorted, making those that are missing; by `accumulatorKey`. */
export async function lockAccumulators(
  client: PoolClient,
  names: readonly AccumulatorName[],
): Promise<Map<string, YearToDate>> {
  const columns = [
    names.map((name) => name.personNo),
    names.map((name) => name.area),
    names.map((name) => name.year),
  ];
  await client.query(
    `insert into gongji.accumulator (person_no, area, year)
     select distinct * from unnest($1::text[], $2::text[], $3::int[]) order by 1, 2, 3
     on conflict do nothing`,
    columns,
  );
  const { rows } = await client.query<Row>(
    `select person_no as "personNo", area, year, deductible_fen as "deductibleFen", fund_paid_fen as "fundPaidFen"
     from gongji.accumulator
     where (person_no, area, year) in (select * from unnest($1::text[], $2::bpchar[], $3::int[]))
     order by person_no, area, year for update`,
    columns,
  );
  return new Map(
    rows.map((row) => [
      accumulatorKey(row),
      { deductibleFen: row.deductibleFen, fundPaidFen: row.fundPaidFen },
    ]),
  );
}

/** Writes locked accumulators. */
export async function writeAccumulators(
  client: PoolClient,
  entries: readonly (AccumulatorName & YearToDate)[],
): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `update gongji.accumulator a set deductible_fen = n.deductible_fen, fund_paid_fen = n.fund_paid_fen
     from unnest($1::text[], $2::bpchar[], $3::int[], $4::bigint[], $5::bigint[])
       as n (person_no, area, year, deductible_fen, fund_paid_fen)
     where a.person_no = n.person_no and a.area = n.area and a.year = n.year`,
    [
      entries.map((entry) => entry.personNo),
      entries.map((entry) => entry.area),
      entries.map((entry) => entry.year),
      entries.map((entry) => entry.deductibleFen),
      entries.map((entry) => entry.fundPaidFen),
    ],
  );
}
