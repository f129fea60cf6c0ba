// Reads the sums of an area's books for a period: sealed days from their closings, later ones from the records.
import type { BookPart, LedgerAccountKind } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';

/** Movements of the days that are not sealed, up to `$2`, one row for each side. */
export const liveMovements = `
  select record.id, record.day, side.account_id, side.in_fen, side.out_fen
  from gongji.finance_book book
  join ledger.batch on batch.area = book.area and batch.last_day > book.sealed_or_never and batch.first_day <= $2::date
  join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
  cross join lateral (values (record.debit, 0::bigint, record.amount_fen), (record.credit, record.amount_fen, 0::bigint))
    as side (account_id, in_fen, out_fen)
  where book.area = $1 and record.day > book.sealed_or_never and record.day <= $2::date and record.effect in (1, 6)`;

/** Days in which something was posted: what moved, and whether the day is sealed. */
export async function readBookDays(
  client: Queryable,
  area: string,
  from: string,
  to: string,
): Promise<{ day: string; isSealed: boolean; movedFen: number }[]> {
  const { rows } = await client.query<{ day: string; isSealed: boolean; movedFen: number }>({
    name: 'finance-book-days',
    text: `select day::text as day, is_sealed as "isSealed", sum(in_fen)::bigint as "movedFen" from (
        select day, true as is_sealed, in_fen from ledger.day_part where area = $1 and day between $3::date and $2::date
        union all
        select day, false, in_fen from (${liveMovements}) as live where day >= $3::date
      ) as moved group by day, is_sealed order by day`,
    values: [area, to, from],
  });
  return rows;
}

/** Days with movements that are over at `today` and not sealed, the oldest first. */
export async function readUnsealedDays(client: Queryable, area: string, today: string): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>({
    name: 'finance-unsealed-days',
    text: `select distinct day::text as day from (${liveMovements}) as moved where day < $2::date order by 1`,
    values: [area, today],
  });
  return rows.map(({ day }) => day);
}

/** Every part that ever moved up to `to`: opening before `from`, in and out of the period, closing. */
export async function readBookParts(
  client: Queryable,
  area: string,
  from: string,
  to: string,
): Promise<BookPart[]> {
  const { rows } = await client.query<Omit<BookPart, 'closingFen'>>({
    name: 'finance-book-parts',
    text: `with moved as (
        select kind, part_year, day, in_fen, out_fen from ledger.day_part where area = $1 and day <= $2::date
        union all
        select account.kind, account.part_year, live.day, live.in_fen, live.out_fen
        from (${liveMovements}) as live join ledger.account on account.id = live.account_id
      )
      select kind, nullif(part_year, 0) as "partYear",
        coalesce(sum(in_fen - out_fen) filter (where day < $3::date), 0)::bigint as "openingFen",
        coalesce(sum(in_fen) filter (where day >= $3::date), 0)::bigint as "inFen",
        coalesce(sum(out_fen) filter (where day >= $3::date), 0)::bigint as "outFen"
      from moved group by kind, part_year`,
    values: [area, to, from],
  });
  return rows
    .map((part) => ({ ...part, closingFen: part.openingFen + part.inFen - part.outFen }))
    .sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind) || (a.partYear ?? 0) - (b.partYear ?? 0));
}

const kinds: readonly LedgerAccountKind[] = [
  ...(['personal', 'quota', 'fund', 'payable', 'tax-payable'] as const),
  ...(['cash-transit', 'clearing', 'suspense', 'contributions', 'interest'] as const),
];
const kindOrder = (kind: LedgerAccountKind) => kinds.indexOf(kind);

export const isAccountKind = (text: string): text is LedgerAccountKind =>
  (kinds as readonly string[]).includes(text);

/** The last sealed day of the area; null when there is none. */
export async function readSealedThrough(client: Queryable, area: string): Promise<string | null> {
  const { rows } = await client.query<{ day: string | null }>({
    name: 'finance-sealed-through',
    text: 'select sealed_through::text as day from gongji.finance_book where area = $1',
    values: [area],
  });
  return rows[0]?.day ?? null;
}
