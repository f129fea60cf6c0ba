-- The guards: what the application may do, and the triggers and functions that act for it with the owner's rights.

-- Postings change balances: one update per account, refused as a whole if a journal does not balance in an area.
-- The planner cannot know how few rows a batch has beside the tables: it is told to go by the indexes.
create function ledger.apply_postings() returns trigger
  language plpgsql security definer set search_path = ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  unbalanced record;
  expected bigint;
  changed bigint;
begin
  select journal_id, area, sum(amount_fen) as difference into unbalanced
    from inserted group by journal_id, area having sum(amount_fen) <> 0 limit 1;
  if found then
    raise exception 'journal % does not balance in area %: %', unbalanced.journal_id, unbalanced.area, unbalanced.difference
      using errcode = 'check_violation', constraint = 'journal_balances';
  end if;
  with change as (
    select account_id, area, sum(amount_fen)::bigint as net, sum(held_fen)::bigint as held, sum(frozen_fen)::bigint as frozen,
      (array_agg(status order by journal_id desc, sequence desc) filter (where status is not null))[1] as status
    from inserted group by account_id, area
  ), updated as (
    update ledger.account
      set net_fen = net_fen + change.net, held_fen = held_fen + change.held, frozen_fen = frozen_fen + change.frozen,
        status = coalesce(change.status, account.status)
      from change where account.id = change.account_id and account.area = change.area
      returning account.id
  )
  select (select count(*) from change), (select count(*) from updated) into expected, changed;
  if expected <> changed then
    raise exception 'a posting names an account that is not in its area'
      using errcode = 'foreign_key_violation', constraint = 'posting_account';
  end if;
  if exists (select from inserted where not exists (select from ledger.journal where journal.id = inserted.journal_id)) then
    raise exception 'a posting names a journal that does not exist'
      using errcode = 'foreign_key_violation', constraint = 'posting_journal';
  end if;
  return null;
end $$;
create trigger apply_postings after insert on ledger.posting
  referencing new table as inserted for each statement execute function ledger.apply_postings();

create function ledger.track_holds() returns trigger
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if exists (select from inserted where type = 'hold') then
    insert into ledger.open_hold select id, area, expires_at from inserted where type = 'hold';
  end if;
  if exists (select from inserted where hold_id is not null) then
    delete from ledger.open_hold using inserted where open_hold.hold_id = inserted.hold_id;
  end if;
  return null;
end $$;
create trigger track_holds after insert on ledger.journal
  referencing new table as inserted for each statement execute function ledger.track_holds();

create function ledger.advance_chain() returns trigger
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  update ledger.chain_head set number = new.number, hash = new.hash
    where area = new.area and number = new.previous_number and hash = new.previous_hash;
  if not found then
    raise exception 'chain row % of area % does not follow the head', new.number, new.area
      using errcode = 'check_violation', constraint = 'chain_follows_head';
  end if;
  return null;
end $$;
create trigger advance_chain after insert on ledger.chain for each row execute function ledger.advance_chain();

-- Locks accounts in the order of their ids: those named (no part year: all parts) and those of `ids`. Clearing accounts are
-- never locked here: they have no limit, and are written under the lock of the chain's head.
-- Two statements on purpose: a row that was changed while we waited is checked again against the condition of the locking
-- statement, and only a plain list of ids survives that check.
create function ledger.lock_accounts(areas bpchar[], kinds text[], owners text[], part_years smallint[], ids bigint[])
  returns setof ledger.account
  language plpgsql volatile security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
declare
  wanted_ids bigint[];
begin
  select array_agg(named.id) into wanted_ids
    from unnest(areas, kinds, owners, part_years) as wanted (area, kind, owner, part_year)
    -- `offset 0` keeps this a look-up by index for each name, however small the table.
    cross join lateral (
      select id from ledger.account a
      where a.owner = wanted.owner and a.kind = wanted.kind and a.area = wanted.area
        and (wanted.part_year is null or a.part_year = wanted.part_year) offset 0) as named
    where wanted.kind <> 'clearing';
  return query
    select account.* from ledger.account
    where account.id = any (coalesce(wanted_ids, '{}') || ids) and account.kind <> 'clearing'
    order by account.id for update;
end $$;

-- Makes the accounts that are missing and returns all of those named. One that another batch made meanwhile is locked too, but
-- without waiting: its holder may be waiting for us (error 55P03, upon which the batch is run again).
create function ledger.open_accounts(areas bpchar[], kinds text[], owners text[], part_years smallint[])
  returns setof ledger.account
  language plpgsql volatile security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
declare
  wanted_ids bigint[];
begin
  insert into ledger.account (area, kind, owner, part_year)
    select wanted.* from unnest(areas, kinds, owners, part_years) as wanted (area, kind, owner, part_year)
    where not exists (
      select from ledger.account a
      where a.owner = wanted.owner and a.kind = wanted.kind and a.area = wanted.area and a.part_year = wanted.part_year)
    order by owner, kind, area, part_year
    on conflict do nothing;
  select array_agg(named.id) into wanted_ids
    from unnest(areas, kinds, owners, part_years) as wanted (area, kind, owner, part_year)
    cross join lateral (
      select id from ledger.account a
      where a.owner = wanted.owner and a.kind = wanted.kind and a.area = wanted.area and a.part_year = wanted.part_year offset 0) as named;
  perform from ledger.account where id = any (wanted_ids) and kind <> 'clearing' order by id for update nowait;
  return query select account.* from ledger.account where id = any (wanted_ids);
end $$;

-- Locks the heads of the areas' chains, in order: from here to the commit nobody else writes these areas.
create function ledger.lock_heads(areas bpchar[]) returns setof ledger.chain_head
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.chain_head (area)
    select area from unnest(areas) as wanted (area) where not exists (select from ledger.chain_head h where h.area = wanted.area)
    order by area on conflict do nothing;
  return query select * from ledger.chain_head h where h.area = any (areas) order by h.area for update;
end $$;

revoke execute on all functions in schema ledger from public;
grant usage on schema ledger to gongji_app, gongji_staff;
grant select on all tables in schema ledger to gongji_app;
grant insert on ledger.journal, ledger.posting, ledger.command, ledger.chain to gongji_app;
grant usage on sequence ledger.batch_number to gongji_app;
grant execute on function ledger.lock_accounts, ledger.open_accounts, ledger.lock_heads to gongji_app;

-- Staff see the rows of their area only (design, "Edges").
grant select on ledger.account, ledger.journal, ledger.posting to gongji_staff;
alter table ledger.account enable row level security;
alter table ledger.journal enable row level security;
alter table ledger.posting enable row level security;
create policy application on ledger.account to gongji_app using (true);
create policy application on ledger.journal to gongji_app using (true);
create policy application on ledger.posting to gongji_app using (true);
create policy staff_area on ledger.account for select to gongji_staff using (area = current_setting('gongji.area', true));
create policy staff_area on ledger.journal for select to gongji_staff using (area = current_setting('gongji.area', true));
create policy staff_area on ledger.posting for select to gongji_staff using (area = current_setting('gongji.area', true));
