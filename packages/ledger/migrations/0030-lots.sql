-- Very many credits at once, in lots: one journal and one batch a lot, set by set, with arrays instead of rows where only the lot's own
-- function reads them. What a lot does is what `write_batch` would do with the same records; its hash is the same hash.

-- Names are compared in the collation of their columns, whatever a caller's texts have: else no index would be of use.

-- A balance changes often: a page with room for as much again keeps its index out of that.
alter table ledger.balance set (fillfactor = 50);
-- Made with the account by one function, and removed by nobody: looking at each row by itself took three quarters of the time of
-- opening accounts. `ledger verify` looks whether each has the other.
alter table ledger.balance drop constraint balance_account_id_fkey;

-- Credits accounts of an area from one account: line by line what `amounts` says to the account that stands at the same place in
-- `accounts`, which may stand there twice. The caller has locked the book; the accounts exist. Answers the journal's id.
create function ledger.write_credits(
  of_area bpchar, source_id bigint, accounts bigint[], amounts bigint[],
  of_kind text, of_reference text, of_key text, content_hash bytea, of_day date, of_happened timestamptz
) returns bigint
  language plpgsql volatile security definer set search_path = ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  now_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  size integer := cardinality(accounts);
  head ledger.book;
  source ledger.balance;
  first_id bigint;
  total bigint;
  debit_afters bigint[];
  credit_afters bigint[];
  debit_previouses bigint[];
  credit_previouses bigint[];
  found_accounts integer;
  lasts boolean[];
  alone integer[] := array_fill(null::integer, array[size - 1]);
begin
  select * into head from ledger.book where area = of_area;
  if of_day <= head.sealed_through then
    raise exception 'the day % of % is sealed', of_day, of_area using errcode = 'check_violation', constraint = 'day_is_sealed';
  end if;
  select * into source from ledger.balance where account_id = source_id and area = of_area;
  first_id := (head.lane::bigint << 40) + head.records + 1;
  -- An account that stands there twice goes on from its line before.
  select array_agg(source.net_fen - taken), array_agg(net_fen + given), array_agg(coalesce(first_id + before - 1, last_record)),
      array_agg(case when place > 1 then first_id + place - 2 else source.last_record end), array_agg(after is null), count(*), sum(fen)
    into debit_afters, credit_afters, credit_previouses, debit_previouses, lasts, found_accounts, total
    from (
      select line.place, line.fen, b.net_fen, b.last_record, sum(line.fen) over (order by line.place rows unbounded preceding)::bigint as taken,
        sum(line.fen) over (partition by line.account_id order by line.place rows unbounded preceding)::bigint as given,
        lag(line.place) over (partition by line.account_id order by line.place) as before,
        lead(line.place) over (partition by line.account_id order by line.place) as after
      from unnest(accounts, amounts) with ordinality as line (account_id, fen, place)
      cross join lateral (select * from ledger.balance b where b.account_id = line.account_id and b.area = of_area offset 0) as b
      order by line.place
    ) as lines;
  if found_accounts <> size then
    raise exception 'a line of % names an account that is not in it', of_area
      using errcode = 'foreign_key_violation', constraint = 'record_account';
  end if;
  update ledger.book set batches = batches + 1, records = records + size,
      hash = ledger.batch_hash(hash, batches + 1, now_at,
        case when size > 1 then null::bigint || array_fill(first_id, array[size - 1]) end, array_fill(source_id, array[size]),
        accounts, amounts, debit_afters, credit_afters, debit_previouses, credit_previouses, null,
        array_fill(of_happened, array[size]), array_fill(of_day, array[size]), array_fill(1::smallint, array[size]),
        1::smallint || alone::smallint[], (size - 1)::smallint || alone::smallint[], of_kind || alone::text[], of_reference || alone::text[],
        of_key || alone::text[], content_hash || array_fill(null::bytea, array[size - 1]), null)
    where area = of_area returning * into head;
  insert into ledger.batch (area, number, first_record, last_record, first_day, last_day, posted_at, hash)
    values (of_area, head.batches, first_id, first_id + size - 1, of_day, of_day, now_at, head.hash);
  insert into ledger.record (id, area, journal, debit, credit, amount_fen, debit_after_fen, credit_after_fen, debit_previous,
      credit_previous, happened_at, day, effect, type, lines, kind, reference, key, content_hash)
    select first_id + place - 1, of_area, case when place > 1 then first_id end, source_id, account_id, fen, debit_after, credit_after,
      debit_previous, credit_previous, of_happened, of_day, 1,
      case when place = 1 then 1 end, case when place = 1 then size - 1 end, case when place = 1 then of_kind end,
      case when place = 1 then of_reference end, case when place = 1 then of_key end, case when place = 1 then content_hash end
    from unnest(accounts, amounts, debit_afters, credit_afters, debit_previouses, credit_previouses)
      with ordinality as written (account_id, fen, debit_after, credit_after, debit_previous, credit_previous, place);
  update ledger.balance set net_fen = credit_after, last_record = first_id + place - 1
    from unnest(accounts, credit_afters, lasts) with ordinality as line (account_id, credit_after, is_last, place)
    where balance.account_id = line.account_id and line.is_last;
  update ledger.balance set net_fen = net_fen - total, last_record = first_id + size - 1 where account_id = source_id;
  return first_id;
end $$;

-- Makes the accounts that are missing. The caller has locked the books of their areas.
create or replace function ledger.open_accounts(areas bpchar[], kinds text[], owners text[], part_years smallint[])
  returns table (id bigint, area bpchar, kind text, owner text, part_year smallint, net_fen bigint, last_record bigint)
  language plpgsql volatile security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
begin
  with made as (
    insert into ledger.account as a (area, kind, owner, part_year)
      select * from unnest(areas, kinds, owners, part_years)
      on conflict do nothing returning a.id, a.area, a.kind
  )
  insert into ledger.balance (account_id, area, least_fen, most_fen)
    select made.id, made.area,
      case when made.kind in ('clearing', 'suspense', 'cash-transit', 'contributions', 'interest') then -9007199254740991 else 0 end,
      case when made.kind in ('cash-transit', 'contributions', 'interest') then 0 else 9007199254740991 end
    from made;
  return query select found.* from unnest(areas, kinds, owners, part_years) as wanted (area, kind, owner, part_year)
    cross join lateral (
      select a.id, a.area, a.kind, a.owner, a.part_year, b.net_fen, b.last_record
      from ledger.account a join ledger.balance b on b.account_id = a.id
      where a.owner = wanted.owner collate "default" and a.kind = wanted.kind collate "default" and a.area = wanted.area and a.part_year = wanted.part_year offset 0
    ) as found;
end $$;

-- The accounts of people's parts, in the order given; those that are missing are made. The caller has locked the book.
create function ledger.part_accounts(of_area bpchar, owners text[], part_years smallint[]) returns bigint[]
  language plpgsql volatile security definer set search_path = ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  ids bigint[];
begin
  select array_agg(found.id) into ids from (
    select a.id from unnest(owners, part_years) with ordinality as line (owner, part_year, place)
    left join lateral (select a.id from ledger.account a where a.owner = line.owner collate "default" and a.kind = 'personal' and a.area = of_area
      and a.part_year = line.part_year offset 0) as a on true
    order by line.place) as found;
  if array_position(ids, null) is null then
    return ids;
  end if;
  with made as (
    insert into ledger.account as a (area, kind, owner, part_year)
      select distinct of_area, 'personal', line.owner, line.part_year from unnest(owners, part_years, ids) as line (owner, part_year, id)
      where line.id is null order by line.owner, line.part_year
      returning a.id
  )
  insert into ledger.balance (account_id, area, least_fen, most_fen) select made.id, of_area, 0, 9007199254740991 from made;
  return array(
    select a.id from unnest(owners, part_years) with ordinality as line (owner, part_year, place)
    cross join lateral (select a.id from ledger.account a where a.owner = line.owner collate "default" and a.kind = 'personal' and a.area = of_area
      and a.part_year = line.part_year offset 0) as a
    order by line.place);
end $$;

-- As before, in lots: `owners` and `part_years` name people's parts, which are made where they are missing; an owner may stand there twice.
-- Answers the journal's id; a key that was used before answers its journal and writes nothing.
create or replace function ledger.credit_many(
  of_area bpchar, from_kind text, from_owner text, owners text[], part_years smallint[], amounts bigint[],
  of_kind text, of_reference text, of_key text, of_day date, of_happened timestamptz
) returns bigint
  language plpgsql volatile security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
declare
  source_id bigint;
  size integer := cardinality(owners);
  hash bytea := sha256(convert_to(array_to_string(array[from_kind, from_owner, of_kind, of_reference, of_day::text], '|'), 'UTF8')
    || array_send(owners) || array_send(part_years) || array_send(amounts));
  known record;
begin
  perform ledger.lock_books(array[of_area]);
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
  select id into source_id from ledger.open_accounts(array[of_area], array[from_kind], array[from_owner], array[0::smallint]);
  return ledger.write_credits(of_area, source_id, ledger.part_accounts(of_area, owners, part_years), amounts,
    of_kind, of_reference, of_key, hash, of_day, of_happened);
end $$;

-- What a lot of a year's end credits: arrays, a row a lot. Can be computed again from the books at any time.
create unlogged table ledger.year_end_lot (
  area char(6) not null,
  year smallint not null,
  lot integer not null,
  accounts bigint[] not null,
  amounts bigint[] not null,
  primary key (area, year, lot)
);
-- Kept, so that a run that is computed again has the lots that it had.
alter table ledger.year_end add column lot_size integer not null default 5000;

-- Seals the year, and begins its end or takes it up again. The lots of a year are the same whenever they are made: people in the order
-- of the accounts to which their interest is credited, which stay once they are made.
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
    select due.owner, due.fen, a.id as account_id
    from ledger.interest_due(of_area, of_year, of_terms ->> 'method', (of_terms ->> 'priorYearPerMillion')::bigint,
      (of_terms ->> 'currentYearPerMillion')::bigint, (of_terms ->> 'daysOfYear')::integer, of_terms ->> 'rounding') due
    left join ledger.account a on a.owner = due.owner and a.kind = 'personal' and a.area = of_area and a.part_year = of_year
    where due.fen > 0;
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

-- Posts the next lot as one journal; true while there are more. Each lot is a transaction of the caller's.
create or replace function ledger.post_year_end_lot(of_area bpchar, of_year smallint, of_happened timestamptz) returns ledger.year_end
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  run ledger.year_end;
  lot ledger.year_end_lot;
  source_id bigint;
begin
  select * into run from ledger.year_end where area = of_area and year = of_year for update;
  if run.lots_posted < run.lots then
    perform ledger.lock_books(array[of_area]);
    select * into lot from ledger.year_end_lot l where l.area = of_area and l.year = of_year and l.lot = run.lots_posted;
    if not found then
      raise exception 'the lots of % in % have to be computed again', of_year, of_area
        using errcode = 'no_data_found', constraint = 'year_end_lot';
    end if;
    select id into source_id from ledger.open_accounts(array[of_area], array['interest'], array['personal'], array[0::smallint]);
    perform ledger.write_credits(of_area, source_id, lot.accounts, lot.amounts, 'interest', 'interest-' || of_year,
      'year-end:' || of_year || ':' || run.lots_posted, sha256(array_send(lot.accounts) || array_send(lot.amounts)), run.day, of_happened);
    update ledger.year_end set lots_posted = lots_posted + 1 where area = of_area and year = of_year returning * into run;
  end if;
  if run.lots_posted = run.lots and run.ended_at is null then
    update ledger.year_end set ended_at = clock_timestamp() where area = of_area and year = of_year returning * into run;
    delete from ledger.year_end_lot l where l.area = of_area and l.year = of_year;
  end if;
  return run;
end $$;
do $$
begin
  if exists (select from ledger.year_end where ended_at is null) then
    raise exception 'a year''s end is under way: let it come to its end with the release that began it';
  end if;
end $$;
drop table ledger.year_end_due;

revoke execute on function ledger.write_credits, ledger.part_accounts from public;
