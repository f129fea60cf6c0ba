-- Clearing between areas, month by month: what each area owes each other one, and the journal that settled it.
create table ledger.clearing_position (
  month char(7) not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  area char(6) not null,
  other_area char(6) not null,
  -- The days it covers: after `after_day`, up to and with `last_day`.
  after_day date not null,
  last_day date not null,
  entries integer not null,
  -- Positive: the area owes the other one.
  fen bigint not null,
  journal_id bigint,
  cleared_at timestamptz not null,
  primary key (month, area, other_area)
);

-- What moved between areas: the entries of clearing accounts, but for the journals that settle positions.
create view ledger.clearing_entry with (security_invoker = true) as
  select account.area, substr(account.owner, 9, 6) as other_area, entry.record_id, entry.journal_id, entry.day, entry.amount_fen as fen,
    journal.kind, journal.reference, batch.first_day, batch.last_day
  from ledger.account
  join ledger.entry on entry.account_id = account.id and entry.area = account.area
  join ledger.batch on batch.area = entry.area and entry.record_id between batch.first_record and batch.last_record
  join ledger.record journal on journal.id = entry.journal_id
  where account.kind = 'clearing' and account.owner like account.area || '->%' and journal.kind <> 'clearing-settlement';

-- Seals the month in all areas that stand with others and writes their positions, once. Nothing can be posted into the month
-- afterwards: what is reversed later is of a later day and joins the next clearing.
create function ledger.clear_month(of_month text) returns setof ledger.clearing_position
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  month_end date := (to_date(of_month, 'YYYY-MM') + interval '1 month' - interval '1 day')::date;
  from_day date;
  unequal record;
begin
  perform pg_advisory_xact_lock(hashtextextended('clearing', 7222));
  if exists (select from ledger.clearing_position p where p.month = of_month) then
    return query select * from ledger.clearing_position p where p.month = of_month order by p.area, p.other_area;
    return;
  end if;
  select coalesce(max(p.last_day), '-infinity') into from_day from ledger.clearing_position p;
  if month_end <= from_day then
    raise exception 'a later month than % is cleared', of_month using errcode = 'check_violation', constraint = 'clearing_order';
  end if;
  perform from ledger.lock_books(array(
    select distinct a.area from ledger.account a where a.kind = 'clearing' order by a.area));
  perform ledger.seal_day(areas.area, month_end) from (
    select distinct a.area from ledger.account a where a.kind = 'clearing' order by a.area) as areas;
  insert into ledger.clearing_position (month, area, other_area, after_day, last_day, entries, fen, cleared_at)
    select of_month, e.area, e.other_area, from_day, month_end, count(*), sum(e.fen), clock_timestamp()
    from ledger.clearing_entry e
    where e.last_day > from_day and e.first_day <= month_end and e.day > from_day and e.day <= month_end
    group by e.area, e.other_area;
  select p.area, p.other_area into unequal from ledger.clearing_position p
    left join ledger.clearing_position q on q.month = p.month and q.area = p.other_area and q.other_area = p.area
    where p.month = of_month and p.fen + coalesce(q.fen, 0) <> 0 limit 1;
  if found then
    raise exception 'the books of % and % do not agree', unequal.area, unequal.other_area
      using errcode = 'check_violation', constraint = 'clearing_sums_to_zero';
  end if;
  return query select * from ledger.clearing_position p where p.month = of_month order by p.area, p.other_area;
end $$;

revoke execute on function ledger.clear_month from public;
grant execute on function ledger.clear_month to gongji_app;
grant select, update (journal_id) on ledger.clearing_position to gongji_app;
grant select on ledger.clearing_position, ledger.clearing_entry to gongji_staff;
grant select on ledger.clearing_entry to gongji_app;
grant select on ledger.batch to gongji_staff;
alter table ledger.clearing_position enable row level security;
create policy application on ledger.clearing_position to gongji_app using (true);
create policy staff_area on ledger.clearing_position for select to gongji_staff using (area = current_setting('gongji.area', true));
