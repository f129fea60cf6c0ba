-- One journal with very many lines, written set by set: what files and the year's end post. The money of all lines leaves one account.

-- Credits people's parts of an area from one account. `owners` and `part_years` name the parts, which are made where they are missing;
-- an owner may stand there twice. Answers the journal's id; a key that was used before answers its journal and writes nothing.
create function ledger.credit_many(
  of_area bpchar, from_kind text, from_owner text, owners text[], part_years smallint[], amounts bigint[],
  of_kind text, of_reference text, of_key text, of_day date, of_happened timestamptz
) returns bigint
  language plpgsql volatile security definer set search_path = ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  head ledger.book;
  source record;
  first_id bigint;
  size integer := cardinality(owners);
  hash bytea := sha256(convert_to(array_to_string(array[from_kind, from_owner, of_kind, of_reference, of_day::text], '|'), 'UTF8')
    || array_send(owners) || array_send(part_years) || array_send(amounts));
  known record;
begin
  select * into head from ledger.lock_books(array[of_area]);
  select id, content_hash into known from ledger.record where key = of_key and area = of_area;
  if found then
    if known.content_hash <> hash then
      raise exception 'the key % of % was used for other content', of_key, of_area
        using errcode = 'unique_violation', constraint = 'key_reused';
    end if;
    return known.id;
  end if;
  if size = 0 or size > 30000 then
    raise exception 'a journal has 1 to 30000 lines, not %', size using errcode = 'check_violation', constraint = 'line_count';
  end if;
  if exists (select from unnest(amounts) as line (fen) where fen is null or fen <= 0) then
    raise exception 'every line credits at least one fen' using errcode = 'check_violation', constraint = 'line_amount';
  end if;
  perform from ledger.open_accounts(array[of_area], array[from_kind], array[from_owner], array[0::smallint]);
  select a.id, b.net_fen, b.last_record into source from ledger.account a join ledger.balance b on b.account_id = a.id
    where a.owner = from_owner and a.kind = from_kind and a.area = of_area and a.part_year = 0;
  -- Only the names that are missing go through the making of accounts.
  perform from (
      select array_agg(of_area) as areas, array_agg('personal'::text) as kinds, array_agg(owner) as names, array_agg(part_year) as years
      from (
        select distinct owner, part_year from unnest(owners, part_years) as line (owner, part_year)
        where not exists (select from ledger.account a where a.owner = line.owner and a.kind = 'personal' and a.area = of_area
          and a.part_year = line.part_year)
      ) as absent having count(*) > 0
    ) as missing
    cross join lateral ledger.open_accounts(missing.areas, missing.kinds, missing.names, missing.years);
  first_id := (head.lane::bigint << 40) + head.records + 1;
  perform ledger.write_batch(of_area, head.batches,
      -- A column in which nothing stands is null, for the hash.
      case when size > 1 then array_agg(case when place > 1 then first_id end order by place) end, array_agg(source.id order by place),
      array_agg(account_id order by place), array_agg(fen order by place),
      array_agg(source.net_fen - taken order by place), array_agg(net_fen + given order by place),
      array_agg(case when place > 1 then first_id + place - 2 else source.last_record end order by place),
      array_agg(coalesce(first_id + before - 1, last_record) order by place),
      null, array_agg(of_happened order by place), array_agg(of_day order by place), array_agg(1::smallint order by place),
      array_agg(case when place = 1 then 1::smallint end order by place),
      array_agg(case when place = 1 then (size - 1)::smallint end order by place),
      array_agg(case when place = 1 then of_kind end order by place), array_agg(case when place = 1 then of_reference end order by place),
      array_agg(case when place = 1 then of_key end order by place), array_agg(case when place = 1 then hash end order by place), null)
    from (
      select line.place, line.fen, a.id as account_id, b.net_fen, b.last_record,
        sum(line.fen) over (order by line.place)::bigint as taken,
        sum(line.fen) over (partition by a.id order by line.place)::bigint as given,
        lag(line.place) over (partition by a.id order by line.place) as before
      from unnest(owners, part_years, amounts) with ordinality as line (owner, part_year, fen, place)
      join ledger.account a on a.owner = line.owner and a.kind = 'personal' and a.area = of_area and a.part_year = line.part_year
      join ledger.balance b on b.account_id = a.id
    ) as lines;
  return first_id;
end $$;

-- The end of a year in an area: what has to be credited, in lots, and how far that has come.
create table ledger.year_end (
  area char(6) not null,
  year smallint not null,
  -- Day of the books on which the interest is posted.
  day date not null,
  -- What the policy said: method, rates per million, days of a year, rounding.
  terms jsonb not null,
  accounts bigint not null,
  people bigint not null,
  interest_fen bigint not null,
  lots integer not null,
  lots_posted integer not null default 0,
  begun_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (area, year)
);
-- Can be computed again from the books at any time: need not survive a crash of the database.
create unlogged table ledger.year_end_due (
  area char(6) not null,
  year smallint not null,
  lot integer not null,
  owner text not null,
  fen bigint not null
);
create index year_end_due_lot on ledger.year_end_due (area, year, lot);

-- What each person is due for the year, from the balances at its end: of today's, what moved after the year is taken off. One
-- statement sees one moment, and the year's days are sealed, so that it can be asked again with the same answer.
-- `method`: 'closing-balance' pays the year's rate on what stood there at its end; 'daily-product' on every fen for every day.
create function ledger.interest_due(
  of_area bpchar, of_year smallint, method text, prior_rate bigint, current_rate bigint, year_days integer, rounding text
) returns table (owner text, fen bigint, accounts bigint)
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
      select a.owner, case when a.part_year < of_year then prior_rate else current_rate end as rate,
        case method
          when 'closing-balance' then b.net_fen - coalesce(later.fen, 0)
          else (b.net_fen - coalesce(later.fen, 0) - coalesce(moved.fen, 0)) * (year_over - year_begin) + coalesce(moved.product, 0)
        end as amount
      from ledger.account a join ledger.balance b on b.account_id = a.id
      left join later on later.account_id = a.id left join moved on moved.account_id = a.id
      where a.area = of_area and a.kind = 'personal' and a.part_year <= of_year
    ), due as (
      select base.owner, count(*) as accounts, sum(base.amount::numeric * base.rate) / unit as exact from base group by base.owner
    )
    select due.owner, (case rounding when 'half-up' then round(due.exact) else floor(due.exact) end)::bigint, due.accounts from due;
end $$;

-- Seals the year, and begins its end or takes it up again. The lots of a year are the same whenever they are made.
create function ledger.begin_year_end(of_area bpchar, of_year smallint, of_day date, of_terms jsonb, lot_size integer)
  returns ledger.year_end
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  run ledger.year_end;
begin
  perform pg_advisory_xact_lock(hashtextextended('year-end/' || of_area, 7221));
  perform from ledger.lock_books(array[of_area]);
  update ledger.book set sealed_through = greatest(sealed_through, make_date(of_year, 12, 31)) where area = of_area;
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

-- Posts the next lot as one journal; true while there are more. Each lot is a transaction of the caller's.
create function ledger.post_year_end_lot(of_area bpchar, of_year smallint, of_happened timestamptz) returns ledger.year_end
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  run ledger.year_end;
begin
  select * into run from ledger.year_end where area = of_area and year = of_year for update;
  if run.lots_posted < run.lots then
    perform ledger.credit_many(of_area, 'interest', 'personal', array_agg(d.owner order by d.owner),
        array_agg(of_year order by d.owner), array_agg(d.fen order by d.owner), 'interest', 'interest-' || of_year,
        'year-end:' || of_year || ':' || run.lots_posted, run.day, of_happened)
      from ledger.year_end_due d where d.area = of_area and d.year = of_year and d.lot = run.lots_posted;
    update ledger.year_end set lots_posted = lots_posted + 1 where area = of_area and year = of_year returning * into run;
  end if;
  if run.lots_posted = run.lots and run.ended_at is null then
    update ledger.year_end set ended_at = clock_timestamp() where area = of_area and year = of_year returning * into run;
    delete from ledger.year_end_due d where d.area = of_area and d.year = of_year;
  end if;
  return run;
end $$;

revoke execute on function ledger.credit_many, ledger.interest_due, ledger.begin_year_end, ledger.post_year_end_lot from public;
grant execute on function ledger.credit_many, ledger.begin_year_end, ledger.post_year_end_lot to gongji_app;
grant select on ledger.year_end to gongji_app, gongji_staff;
alter table ledger.year_end enable row level security;
create policy application on ledger.year_end to gongji_app using (true);
create policy staff_area on ledger.year_end for select to gongji_staff using (area = current_setting('gongji.area', true));
