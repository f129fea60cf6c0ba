// Sealed days: closings by account and part, and a root of the hash chain for each day.
import type { Pool } from 'pg';
import type { AccountKind } from './account.ts';
import type { DayPart, DaySeal } from './ledger.ts';
import { chinaInstant } from './reading.ts';

interface SealRow {
  area: string;
  day: string;
  batches: number;
  root: Buffer;
  sealed_at: Date;
}

const sealOf = ({ area, day, batches, root, sealed_at }: SealRow): DaySeal => ({
  area,
  day,
  batches,
  root: root.toString('hex'),
  sealedAt: chinaInstant(sealed_at),
});

/** Undefined if a later day was sealed before and `day` had no seal of its own. */
export async function sealDay(pool: Pool, area: string, day: string): Promise<DaySeal | undefined> {
  const { rows } = await pool.query<SealRow & { area: string | null }>(
    'select * from ledger.seal_day($1, $2)',
    [area, day],
  );
  const row = rows[0];
  return row?.area ? sealOf(row) : undefined;
}

/** Seals of the areas that had none of this or a later day. */
export async function sealAll(pool: Pool, day: string): Promise<DaySeal[]> {
  const { rows } = await pool.query<{ area: string }>(
    'select area from ledger.book where sealed_through < $1 order by area',
    [day],
  );
  const seals: DaySeal[] = [];
  for (const { area } of rows) {
    const seal = await sealDay(pool, area, day);
    if (seal) seals.push(seal);
  }
  return seals;
}

export async function readSeals(pool: Pool, area: string, from: string, to: string): Promise<DaySeal[]> {
  const { rows } = await pool.query<SealRow>(
    'select * from ledger.day_seal where area = $1 and day between $2 and $3 order by day',
    [area, from, to],
  );
  return rows.map(sealOf);
}

export async function readDayParts(pool: Pool, area: string, day: string): Promise<DayPart[]> {
  const { rows } = await pool.query<{
    kind: AccountKind;
    part_year: number;
    opening_fen: number;
    in_fen: number;
    out_fen: number;
    closing_fen: number;
  }>('select * from ledger.day_part where area = $1 and day = $2 order by kind, part_year', [area, day]);
  return rows.map((row) => ({
    kind: row.kind,
    partYear: row.part_year === 0 ? undefined : row.part_year,
    openingFen: row.opening_fen,
    inFen: row.in_fen,
    outFen: row.out_fen,
    closingFen: row.closing_fen,
  }));
}
