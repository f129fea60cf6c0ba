-- What finance officers read of tables whose rows staff can't reach by themselves: views and functions of the own area only,
-- kept by the database (ADR 50). They read, and change nothing.

create view gongji.finance_book with (security_barrier) as
  select area, nullif(sealed_through, '-infinity') as sealed_through, sealed_through as sealed_or_never
  from ledger.book where area = gongji.current_area();

create view gongji.finance_day_balance with (security_barrier) as
  select account_id, day, in_fen, out_fen, closing_fen from ledger.day_balance where area = gongji.current_area();

create view gongji.finance_hold with (security_barrier) as
  select id, expires_at, relation, is_unknown from ledger.hold_open where area = gongji.current_area();

create view gongji.finance_premium with (security_barrier) as
  select payment_id, area, member_area, coverage_year, amount_fen, from_account_fen, cash_fen, hold_id, state, cash_paid,
    cash_refunded, created_at
  from gongji.premium_payment where area = gongji.current_area();

-- Reversed settlements of the area's patients, and of its institutions.
create view gongji.finance_reversal with (security_barrier) as
  select reversal.settlement_id, bill.area, institution.area as place_area, institution.name as place, reversal.business_date,
    bill.total_fen - bill.cash_fen as account_fen, bill.cash_fen, reversal.journal_id
  from gongji.bill_reversal reversal
  join gongji.bill on bill.settlement_id = reversal.settlement_id
  join gongji.institution on institution.code = bill.institution_code
  where bill.area = gongji.current_area() or institution.area = gongji.current_area();

-- Which daily files came: they cover all areas and name nobody.
create view gongji.finance_file as
  select source, day, max(compared_at) as compared_at from gongji.reconciliation_file group by source, day;

-- A journal with the lines of the own area; nothing when it has none here. The journal's head may stand in another area's book.
create function gongji.finance_journal(of_journal bigint)
  returns table (record_id bigint, kind text, type smallint, reference text, happened_at timestamptz, follows bigint, day date,
    effect smallint, debit bigint, credit bigint, amount_fen bigint)
  language sql stable security definer set search_path = ledger, pg_temp as $$
    with head as (
      select * from ledger.record where id = of_journal and type not in (9, 10, 11)
    ), span as (
      select id as low, id + coalesce(lines, 0) as high from head
      union all
      select (part ->> 0)::bigint, (part ->> 0)::bigint + (part ->> 1)::bigint - 1
        from head, jsonb_array_elements(head.extra -> 'also') as part
    )
    select line.id, head.kind, head.type, head.reference, head.happened_at, head.follows, line.day, line.effect, line.debit,
      line.credit, line.amount_fen
    from head cross join span cross join lateral (
      select * from ledger.record r where r.id between span.low and span.high offset 0) as line
    where line.area = gongji.current_area()
    order by line.id;
  $$;

-- Kind and reference of the journals of these records of the own area.
create function gongji.finance_heads(records bigint[])
  returns table (record_id bigint, journal_id bigint, kind text, reference text)
  language sql stable security definer set search_path = ledger, pg_temp as $$
    select line.id, head.id, head.kind, head.reference
    from unnest(records) as wanted (id)
    cross join lateral (select * from ledger.record r where r.id = wanted.id offset 0) as line
    cross join lateral (select * from ledger.record r where r.id = coalesce(line.journal, line.id) offset 0) as head
    where line.area = gongji.current_area();
  $$;

revoke execute on function gongji.finance_journal, gongji.finance_heads from public;
grant execute on function gongji.finance_journal, gongji.finance_heads to gongji_staff;
grant select on gongji.finance_book, gongji.finance_day_balance, gongji.finance_hold, gongji.finance_premium,
  gongji.finance_reversal, gongji.finance_file to gongji_staff;
