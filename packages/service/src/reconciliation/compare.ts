// Compares the rows of a day's file with our own record of premium payments, set by set.
import type { PoolClient } from 'pg';
import type { Difference, Source } from './service.ts';

/** A difference that may become a case. */
export interface Found {
  area: string;
  reference: string;
  kind: 'accepted' | 'paid' | 'refunded';
  difference: Difference;
  number: string | null;
  /** Where the other side books it; null when it has no row. */
  theirArea: string | null;
  oursFen: number | null;
  theirsFen: number | null;
}

/** What we recorded, one row for each thing done: from the append-only actions of the payments. */
const ours = {
  tax: `select payment.payment_id as reference, payment.area, 'accepted' as kind, payment.amount_fen, action.business_date as day
    from gongji.action join gongji.premium_payment payment on payment.payment_id = action.subject_id
    where action.subject_kind = 'premium' and action.kind = 'bureau-accepted'`,
  cash: `select payment.payment_id as reference, payment.area, done.kind, done.amount_fen, action.business_date as day
    from gongji.action join gongji.premium_payment payment on payment.payment_id = action.subject_id
    cross join lateral (values
      ('paid', (action.payload ->> 'cashPaidFen')::bigint),
      ('refunded', (action.payload ->> 'cashRefundedFen')::bigint)) as done (kind, amount_fen)
    where action.subject_kind = 'premium' and done.amount_fen is not null`,
};

/** Whether our payment has gone back, so that what they did came too late. */
const wentBack = {
  tax: `payment.state in ('returning', 'returned')`,
  cash: `payment.state in ('returning', 'returned') and theirs.kind = 'paid'`,
};

/** Differences of the file with our record, in the order of its lines; then what of ours the file lacks. */
export async function findDifferences(
  client: PoolClient,
  source: Source,
  day: string,
  version: number,
): Promise<Found[]> {
  const { rows } = await client.query<Found>(
    `with theirs as (
       select line, area, reference, kind, number, amount_fen, row_number() over (partition by reference, kind order by line) as copy
       from gongji.reconciliation_row where source = $1 and day = $2 and version = $3
     ), compared as (
       select theirs.*, own.area as own_area, own.amount_fen as own_fen, payment.area as payment_area, payment.amount_fen as payment_fen,
         payment.cash_fen as payment_cash_fen, ${wentBack[source]} as went_back
       from theirs
       left join gongji.premium_payment payment on payment.payment_id = theirs.reference
       left join lateral (select * from (${ours[source]} and action.subject_id = theirs.reference) as one
         where one.kind = theirs.kind order by day limit 1) as own on true
     )
     select coalesce(own_area, payment_area, area) as area, area as "theirArea", reference, kind, number,
       amount_fen as "theirsFen",
       case when copy > 1 then 'duplicate-there' when own_fen is not null then 'amount-differs' when payment_area is null then 'unknown-here'
         when went_back then 'returned-here' else 'open-here' end as difference,
       case when copy > 1 or payment_area is null then null
         else coalesce(own_fen, case $1 when 'tax' then payment_fen else payment_cash_fen end) end as "oursFen"
     from compared where copy > 1 or own_fen is distinct from amount_fen order by line`,
    [source, day, version],
  );
  const { rows: missing } = await client.query<Found>(
    `select own.area, own.reference, own.kind, 'missing-there' as difference, null as number, null as "theirArea", own.amount_fen as "oursFen",
       null::bigint as "theirsFen"
     from (${ours[source]} and action.business_date = $2::date) as own
     where not exists (select from gongji.reconciliation_row row where row.source = $1 and row.reference = own.reference
       and row.kind = own.kind and (row.day <> $2::date or row.version = $3))
     order by own.reference, own.kind`,
    [source, day, version],
  );
  return [...rows, ...missing];
}

/** Rows of the file that agree with our record, whatever day we recorded them on. */
export async function countMatches(
  client: PoolClient,
  source: Source,
  day: string,
  version: number,
): Promise<{ rows: number; fen: number }> {
  const { rows } = await client.query<{ rows: number; fen: number }>(
    `select count(*) as rows, coalesce(sum(row.amount_fen), 0)::bigint as fen from gongji.reconciliation_row row
     where row.source = $1 and row.day = $2 and row.version = $3
       and not exists (select from gongji.reconciliation_row before where before.source = row.source and before.day = row.day
         and before.version = row.version and before.reference = row.reference and before.kind = row.kind and before.line < row.line)
       and exists (select from (${ours[source]} and action.subject_id = row.reference) as own
         where own.kind = row.kind and own.amount_fen = row.amount_fen)`,
    [source, day, version],
  );
  return rows[0]!;
}
