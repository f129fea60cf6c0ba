-- Interest is reckoned with the account to which it is credited, so that a million names need not be joined again.
drop function ledger.interest_due;
create function ledger.interest_due(
  of_area bpchar, of_year smallint, method text, prior_rate bigint, current_rate bigint, year_days integer, rounding text
) returns table (owner text, fen bigint, accounts bigint, account_id bigint)
  language plpgsql stable security definer set search_path = ledger, pg_temp as $$
declare
  year_begin date := make_date(of_year, 1, 1);
  year_over date := make_date(of_year + 1, 1, 1);
  unit numeric := 1000000 * case method when 'daily-product' then year_days else 1 end;
begin
  return query
    with later as (
      select entry.account_id, sum(entry.amount_fen)::bigint as fen
      from ledger.batch join ledger.entry on entry.record_id between batch.first_record and batch.last_record and entry.area = of_area
      where batch.area = of_area and batch.last_day >= year_over and entry.day >= year_over group by 1
    ), moved as (
      select entry.account_id, sum(entry.amount_fen)::bigint as fen, sum(entry.amount_fen * (year_over - entry.day))::bigint as product
      from ledger.batch join ledger.entry on entry.record_id between batch.first_record and batch.last_record and entry.area = of_area
      where method = 'daily-product' and batch.area = of_area and batch.last_day >= year_begin and batch.first_day < year_over
        and entry.day >= year_begin and entry.day < year_over group by 1
    ), base as (
      select a.owner, case when a.part_year = of_year then a.id end as credited,
        case when a.part_year < of_year then prior_rate else current_rate end as rate,
        case method
          when 'closing-balance' then b.net_fen - coalesce(later.fen, 0)
          else (b.net_fen - coalesce(later.fen, 0) - coalesce(moved.fen, 0)) * (year_over - year_begin) + coalesce(moved.product, 0)
        end as amount
      from ledger.account a join ledger.balance b on b.account_id = a.id
      left join later on later.account_id = a.id left join moved on moved.account_id = a.id
      where a.area = of_area and a.kind = 'personal' and a.part_year <= of_year
    ), due as (
      select base.owner, count(*) as accounts, max(base.credited) as credited, sum(base.amount::numeric * base.rate) / unit as exact
      from base group by base.owner
    )
    select due.owner, (case rounding when 'half-up' then round(due.exact) else floor(due.exact) end)::bigint, due.accounts, due.credited
    from due;
end $$;
revoke execute on function ledger.interest_due from public;

-- As in 0030, but for that.
create or replace function ledger.begin_year_end(of_area bpchar, of_year smallint, of_day date, of_terms jsonb, lot_size integer)
  returns ledger.year_end
  language plpgsql volatile security definer set search_path = ledger, pg_temp set work_mem = '128MB' as $$
declare
  run ledger.year_end;
  many integer := least(lot_size, 30000);
  missing record;
begin
  perform pg_advisory_xact_lock(hashtextextended('year-end/' || of_area, 7221));
  perform ledger.seal_day(of_area, make_date(of_year, 12, 31));
  select * into run from ledger.year_end where area = of_area and year = of_year;
  if found then
    many := run.lot_size;
    if run.ended_at is not null or exists (select from ledger.year_end_lot l where l.area = of_area and l.year = of_year) then
      return run;
    end if;
  end if;
  create temporary table due on commit drop as
    select d.owner, d.fen, d.account_id
    from ledger.interest_due(of_area, of_year, of_terms ->> 'method', (of_terms ->> 'priorYearPerMillion')::bigint,
      (of_terms ->> 'currentYearPerMillion')::bigint, (of_terms ->> 'daysOfYear')::integer, of_terms ->> 'rounding') d
    where d.fen > 0;
  select array_agg(owner order by owner) as owners into missing from due where account_id is null;
  if missing.owners is not null then
    perform ledger.part_accounts(of_area, missing.owners, array_fill(of_year, array[cardinality(missing.owners)]));
    update due set account_id = a.id from ledger.account a
      where due.account_id is null and a.owner = due.owner and a.kind = 'personal' and a.area = of_area and a.part_year = of_year;
  end if;
  insert into ledger.year_end_lot (area, year, lot, accounts, amounts)
    select of_area, of_year, (place - 1) / many, array_agg(account_id order by account_id), array_agg(fen order by account_id)
    from (select account_id, fen, row_number() over (order by account_id) as place from due) as placed group by (place - 1) / many;
  if run.area is null then
    insert into ledger.year_end (area, year, day, terms, accounts, people, interest_fen, lots, lot_size)
      select of_area, of_year, of_day, of_terms,
        (select count(*) from ledger.account a where a.area = of_area and a.kind = 'personal' and a.part_year <= of_year),
        count(*), coalesce(sum(fen), 0), (count(*) + many - 1) / many, many from due
      returning * into run;
  end if;
  return run;
end $$;
