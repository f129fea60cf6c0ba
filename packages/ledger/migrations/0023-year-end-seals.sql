-- The year's end seals its days as any day is sealed, with closings and root.

-- Seals the year, and begins its end or takes it up again. The lots of a year are the same whenever they are made.
create or replace function ledger.begin_year_end(of_area bpchar, of_year smallint, of_day date, of_terms jsonb, lot_size integer)
  returns ledger.year_end
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  run ledger.year_end;
begin
  perform pg_advisory_xact_lock(hashtextextended('year-end/' || of_area, 7221));
  perform ledger.seal_day(of_area, make_date(of_year, 12, 31));
  select * into run from ledger.year_end where area = of_area and year = of_year;
  if found and (run.ended_at is not null
      or exists (select from ledger.year_end_due d where d.area = of_area and d.year = of_year)) then
    return run;
  end if;
  insert into ledger.year_end_due (area, year, lot, owner, fen)
    select of_area, of_year, (row_number() over (order by due.owner) - 1) / lot_size, due.owner, due.fen
    from ledger.interest_due(of_area, of_year, of_terms ->> 'method', (of_terms ->> 'priorYearPerMillion')::bigint,
      (of_terms ->> 'currentYearPerMillion')::bigint, (of_terms ->> 'daysOfYear')::integer, of_terms ->> 'rounding') due
    where due.fen > 0;
  if run.area is null then
    insert into ledger.year_end (area, year, day, terms, accounts, people, interest_fen, lots)
      select of_area, of_year, of_day, of_terms,
        (select count(*) from ledger.account a where a.area = of_area and a.kind = 'personal' and a.part_year <= of_year),
        count(*), coalesce(sum(fen), 0), coalesce(max(lot) + 1, 0)
      from ledger.year_end_due d where d.area = of_area and d.year = of_year
      returning * into run;
  end if;
  return run;
end $$;
