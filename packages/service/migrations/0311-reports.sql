-- Sums for the dashboards. The records of an area's book have ids without gaps and never change, so they are summed in blocks of
-- 16,384 ids: each block once, when it is full, and never again (ADR 52). What is not in a full block is summed when it is asked for.

create table gongji.money_block (
  area char(6) not null,
  block bigint not null,
  day date not null,
  -- 'outpatient', 'pharmacy', 'premium'
  purpose text not null,
  -- Whose money: the patient's 'own' account, a relative's ('shared'), the 'fund', or that of people insured 'elsewhere'.
  source text not null,
  from_area char(6) not null,
  to_area char(6) not null,
  is_back boolean not null,
  payments bigint not null,
  fen bigint not null,
  primary key (area, block, day, purpose, source, from_area, to_area, is_back)
);
-- Blocks that are summed, also those in which nothing was paid.
create table gongji.money_block_done (
  area char(6) not null,
  block bigint not null,
  primary key (area, block)
);
create index relation_report on gongji.relation (area, state, relation, member_area);
create index action_application_at on gongji.action (area, at) where subject_kind = 'application';
create index premium_payment_member_area on gongji.premium_payment (member_area, coverage_year, state);

-- Payments among the records of an area with ids from `low` to `high`: one row for each movement of money out of an account or
-- the fund for a purpose, or back. Bills and premiums are looked up by their keys.
create function gongji.money_lines(of_area bpchar, low bigint, high bigint)
  returns table (journal bigint, day date, purpose text, source text, from_area bpchar, to_area bpchar, is_back boolean,
    is_first boolean, fen bigint, reference text)
  language sql stable security definer set search_path = gongji, ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
    select paid.journal, paid.day, paid.purpose, paid.source, paid.from_area, paid.to_area, paid.is_back, paid.is_first, paid.fen,
      paid.reference
    from (
      select line.id, head.id as journal, line.day,
        case when head.kind = 'premium' then 'premium' when place.kind = 'pharmacy' then 'pharmacy' else 'outpatient' end as purpose,
        case when payer.kind = 'fund' then 'fund' when payer.kind = 'clearing' then 'elsewhere'
          when payer.owner = coalesce(bill.patient_no, premium.member_no) then 'own' else 'shared' end as source,
        case when payer.kind = 'clearing' then substr(payer.owner, 9, 6) else of_area end::bpchar as from_area,
        case when taker.kind = 'clearing' then substr(taker.owner, 9, 6) else of_area end::bpchar as to_area,
        head.kind = 'settlement-reversal' as is_back, line.id = min(line.id) over (partition by head.id) as is_first,
        line.amount_fen as fen, head.reference
      from ledger.record line
      cross join lateral (select h.id, h.kind, h.reference from ledger.record h
        where h.id = coalesce(line.journal, line.id) and h.kind in ('settlement', 'settlement-reversal', 'premium') offset 0) as head
      cross join lateral (select a.kind, a.owner from ledger.account a
        where a.id = case when head.kind = 'settlement-reversal' then line.credit else line.debit end offset 0) as payer
      cross join lateral (select a.kind, a.owner from ledger.account a
        where a.id = case when head.kind = 'settlement-reversal' then line.debit else line.credit end offset 0) as taker
      left join lateral (select b.patient_no, b.institution_code from gongji.bill b
        where head.kind <> 'premium' and b.settlement_id = head.reference collate "default" offset 0) as bill on true
      left join lateral (select p.member_no from gongji.premium_payment p
        where head.kind = 'premium' and p.payment_id = head.reference collate "default" offset 0) as premium on true
      left join lateral (select i.kind from gongji.institution i where i.code = bill.institution_code offset 0) as place on true
      -- A journal's lines stand together: those just before are looked at too, so that each payment is counted once.
      where line.id between low - 200 and high and line.area = of_area and line.effect in (1, 6)
        and payer.kind in ('personal', 'fund', 'clearing') and taker.kind in ('payable', 'tax-payable', 'clearing')
    ) as paid where paid.id >= low;
  $$;

create function gongji.money_sums(of_area bpchar, low bigint, high bigint)
  returns table (day date, purpose text, source text, from_area bpchar, to_area bpchar, is_back boolean, payments bigint, fen bigint)
  language sql stable security definer set search_path = gongji, pg_temp as $$
    select day, purpose, source, from_area, to_area, is_back, count(*) filter (where is_first), sum(fen)::bigint
    from gongji.money_lines(of_area, low, high) group by 1, 2, 3, 4, 5, 6;
  $$;

-- Sums at most `most` full blocks that are not summed yet, of all areas; answers how many it did.
create function gongji.sum_money_blocks(most integer) returns integer
  language plpgsql volatile security definer set search_path = gongji, ledger, pg_temp as $$
declare
  wanted record;
  done integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('money-blocks', 7311)) then
    return 0;
  end if;
  for wanted in
    select book.area, next.block
    from ledger.book
    cross join lateral (select coalesce(max(block) + 1, book.lane::bigint << 26) as first
      from gongji.money_block_done d where d.area = book.area) as from_here
    cross join lateral generate_series(from_here.first, ((book.lane::bigint << 40) + book.records + 1 >> 14) - 1) as next (block)
    order by book.area, next.block limit most
  loop
    insert into gongji.money_block_done values (wanted.area, wanted.block);
    insert into gongji.money_block
      select wanted.area, wanted.block, sums.* from gongji.money_sums(wanted.area, wanted.block << 14, (wanted.block + 1 << 14) - 1) as sums;
    done := done + 1;
  end loop;
  return done;
end $$;

-- Where the own area's records that are in no summed block begin, and the last record.
create function gongji.money_tail(out low bigint, out high bigint)
  language sql stable security definer set search_path = gongji, ledger, pg_temp as $$
    select coalesce((select max(block) + 1 from gongji.money_block_done d where d.area = book.area), lane::bigint << 26) << 14,
      (lane::bigint << 40) + records
    from ledger.book where area = gongji.current_area();
  $$;

-- The own area's sums of a period by month, whether summed before or not.
create function gongji.report_money(from_day date, to_day date)
  returns table (month text, purpose text, source text, from_area bpchar, to_area bpchar, is_back boolean, payments bigint, fen bigint)
  language sql stable security definer set search_path = gongji, pg_temp as $$
    select to_char(all_sums.day, 'YYYY-MM'), all_sums.purpose, all_sums.source, all_sums.from_area, all_sums.to_area,
      all_sums.is_back, sum(all_sums.payments)::bigint, sum(all_sums.fen)::bigint
    from (
      select b.day, b.purpose, b.source, b.from_area, b.to_area, b.is_back, b.payments, b.fen from gongji.money_block b
        where b.area = gongji.current_area() and b.day between from_day and to_day
      union all
      select live.* from gongji.money_tail() tail
        cross join lateral gongji.money_sums(gongji.current_area()::bpchar, tail.low, tail.high) as live
        where live.day between from_day and to_day
    ) as all_sums group by 1, 2, 3, 4, 5, 6;
  $$;

-- The newest payments of the own area behind one sum; blocks without any are not read.
create function gongji.report_payments(from_day date, to_day date, of_purpose text, of_source text, most integer)
  returns table (journal bigint, day date, from_area bpchar, to_area bpchar, is_back boolean, fen bigint, reference text)
  language plpgsql stable security definer set search_path = gongji, pg_temp as $$
declare
  left_over integer := most;
  span record;
  found_here integer;
begin
  for span in
    select tail.low, tail.high from gongji.money_tail() tail
    union all
    select * from (select distinct b.block << 14, (b.block + 1 << 14) - 1 from gongji.money_block b
      where b.area = gongji.current_area() and b.day between from_day and to_day and b.purpose = of_purpose
        and b.source = of_source order by 1 desc) as blocks
  loop
    return query select line.journal, line.day, line.from_area, line.to_area, line.is_back, sum(line.fen)::bigint, line.reference
      from gongji.money_lines(gongji.current_area()::bpchar, span.low, span.high) as line
      where line.day between from_day and to_day and line.purpose = of_purpose and line.source = of_source
      group by line.journal, line.day, line.from_area, line.to_area, line.is_back, line.reference
      order by line.journal desc limit left_over;
    get diagnostics found_here = row_count;
    left_over := left_over - found_here;
    exit when left_over <= 0;
  end loop;
end $$;

-- Premiums for people insured in the own area, whoever paid: how far the window has come.
create view gongji.report_premium with (security_barrier) as
  select payment_id, coverage_year, state, amount_fen, (created_at at time zone 'Asia/Shanghai')::date as day
  from gongji.premium_payment where member_area = gongji.current_area();

revoke execute on function gongji.money_lines, gongji.money_sums, gongji.sum_money_blocks, gongji.money_tail,
  gongji.report_money, gongji.report_payments from public;
grant execute on function gongji.sum_money_blocks to gongji_app;
grant execute on function gongji.report_money, gongji.report_payments to gongji_staff;
grant select on gongji.report_premium to gongji_staff;

do $$
declare
  name text;
begin
  foreach name in array array['money_block', 'money_block_done']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true)', name);
    execute format('create policy own_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
    execute format('grant select on gongji.%I to gongji_app, gongji_staff', name);
  end loop;
end
$$;
