-- Sealed days with their closings and roots, and cases of successes that came after their hold had expired.

-- A sealed day of an area: `root` covers the root before it, the hash chain as it stood, and the day's closings.
create table ledger.day_seal (
  area char(6) not null references ledger.book,
  day date not null,
  batches bigint not null,
  chain_hash bytea not null,
  root bytea not null,
  sealed_at timestamptz not null,
  primary key (area, day)
);
-- What came to and left each account on a sealed day on which it was touched.
create table ledger.day_balance (
  account_id bigint not null references ledger.account,
  day date not null,
  area char(6) not null,
  in_fen bigint not null,
  out_fen bigint not null,
  closing_fen bigint not null,
  primary key (account_id, day)
);
-- The same for all accounts of a kind and year of money.
create table ledger.day_part (
  area char(6) not null,
  day date not null,
  kind text not null,
  part_year smallint not null,
  opening_fen bigint not null,
  in_fen bigint not null,
  out_fen bigint not null,
  closing_fen bigint not null,
  primary key (area, day, kind, part_year),
  constraint day_closes check (opening_fen + in_fen - out_fen = closing_fen)
);
create index batch_posted on ledger.batch (area, posted_at);

-- Money that answers a hold which had expired: it stands on a suspense account until a journal resolves the case, once.
create table ledger.late_case (
  id bigint primary key,
  area char(6) not null,
  hold_id bigint not null unique,
  resolved_by bigint
);

create function ledger.day_root(previous bytea, seal ledger.day_seal) returns bytea
  language sql stable parallel safe
  begin atomic
    select sha256(previous || seal.chain_hash || int8send(seal.batches) || date_send(seal.day) || convert_to(coalesce(string_agg(
      concat_ws('|', part.kind, part.part_year, part.opening_fen, part.in_fen, part.out_fen, part.closing_fen), E'\n'
      order by part.kind collate "C", part.part_year), ''), 'UTF8'))
    from ledger.day_part part where part.area = seal.area and part.day = seal.day;
  end;

-- Seals all days of an area up to `until`: from then on nothing is posted into them. Answers the seal of `until`, also if it
-- was sealed before. Waits for the writer of the area and holds it up as long as the sums take.
create function ledger.seal_day(of_area bpchar, until date) returns ledger.day_seal
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  head ledger.book;
  seal ledger.day_seal;
  previous bytea;
begin
  perform ledger.lock_books(array[of_area]);
  select * into head from ledger.book where area = of_area;
  if until <= head.sealed_through then
    select * into seal from ledger.day_seal where area = of_area and day = until;
    return seal;
  end if;
  insert into ledger.day_balance (account_id, day, area, in_fen, out_fen, closing_fen)
    with change as (
      select side.account_id, record.day, sum(side.in_fen)::bigint as in_fen, sum(side.out_fen)::bigint as out_fen
      from ledger.batch
      join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
      cross join lateral (values (record.debit, 0::bigint, record.amount_fen), (record.credit, record.amount_fen, 0::bigint))
        as side (account_id, in_fen, out_fen)
      where batch.area = of_area and batch.last_day > head.sealed_through and batch.first_day <= until
        and record.day > head.sealed_through and record.day <= until and record.effect in (1, 6)
      group by side.account_id, record.day
    )
    select change.account_id, change.day, of_area, in_fen, out_fen,
      coalesce(before.closing_fen, 0) + sum(in_fen - out_fen) over (partition by change.account_id order by change.day)
    from change
    left join lateral (select closing_fen from ledger.day_balance kept where kept.account_id = change.account_id
      order by kept.day desc limit 1) as before on true;
  insert into ledger.day_part (area, day, kind, part_year, opening_fen, in_fen, out_fen, closing_fen)
    with change as (
      select account.kind, account.part_year, day, sum(in_fen)::bigint as in_fen, sum(out_fen)::bigint as out_fen
      from ledger.day_balance join ledger.account on account.id = account_id
      where day_balance.area = of_area and day > head.sealed_through and day <= until
      group by account.kind, account.part_year, day
    ), running as (
      select change.*, (coalesce(before.closing_fen, 0)
        + sum(in_fen - out_fen) over (partition by change.kind, change.part_year order by day))::bigint as closing_fen
      from change
      left join lateral (select closing_fen from ledger.day_part kept where kept.area = of_area and kept.kind = change.kind
        and kept.part_year = change.part_year order by kept.day desc limit 1) as before on true
    )
    select of_area, day, kind, part_year, closing_fen - in_fen + out_fen, in_fen, out_fen, closing_fen from running;
  select root into previous from ledger.day_seal where area = of_area order by day desc limit 1;
  for seal in
    select of_area, day, head.batches, head.hash, ''::bytea, date_trunc('milliseconds', clock_timestamp())
    from (select distinct day from ledger.day_part where area = of_area and day > head.sealed_through union select until) as days
    order by day
  loop
    seal.root := ledger.day_root(coalesce(previous, '\x'), seal);
    previous := seal.root;
    insert into ledger.day_seal select seal.*;
  end loop;
  update ledger.book set sealed_through = until where area = of_area;
  return seal;
end $$;

create or replace function ledger.apply_extras(of_area bpchar, first_id bigint, debits bigint[], types smallint[], extras jsonb[])
  returns void
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
declare
  named bigint;
  changed bigint;
begin
  update ledger.balance set status = last.status from (
      select distinct on (debit) debit, (extra ->> 'status')::smallint as status
      from unnest(debits, extras) with ordinality as written (debit, extra, place) where extra ? 'status'
      order by debit, place desc) as last
    where account_id = last.debit;
  insert into ledger.hold_open (id, area, expires_at, relation)
    select first_id + place, of_area, (extra ->> 'expiresAt')::timestamptz, extra ->> 'relation'
    from unnest(types, extras) with ordinality as written (type, extra, place) where type = 2;
  update ledger.hold_open set is_unknown = true
    from unnest(types, extras) as written (type, extra) where type = 11 and hold_open.id = (extra ->> 'hold')::bigint;
  insert into ledger.late_case (id, area, hold_id)
    select first_id + place, of_area, (extra ->> 'lateFor')::bigint
    from unnest(extras) with ordinality as written (extra, place) where extra ? 'lateFor';
  select count(*) into named from unnest(extras) as written (extra) where extra ? 'resolves';
  if named > 0 then
    update ledger.late_case set resolved_by = first_id + place
      from unnest(extras) with ordinality as written (extra, place)
      where extra ? 'resolves' and late_case.id = (extra ->> 'resolves')::bigint and late_case.area = of_area and resolved_by is null;
    get diagnostics changed = row_count;
    if changed <> named then
      raise exception 'a case of % is not open', of_area using errcode = 'check_violation', constraint = 'late_case_open';
    end if;
  end if;
end $$;

revoke execute on function ledger.day_root, ledger.seal_day, ledger.apply_extras from public;
grant execute on function ledger.day_root, ledger.seal_day to gongji_app;
grant select on ledger.day_seal, ledger.day_balance, ledger.day_part, ledger.late_case to gongji_app;
grant select on ledger.day_seal, ledger.day_part to gongji_staff;
alter table ledger.day_seal enable row level security;
alter table ledger.day_part enable row level security;
create policy application on ledger.day_seal to gongji_app using (true);
create policy application on ledger.day_part to gongji_app using (true);
create policy staff_area on ledger.day_seal for select to gongji_staff using (area = current_setting('gongji.area', true));
create policy staff_area on ledger.day_part for select to gongji_staff using (area = current_setting('gongji.area', true));
