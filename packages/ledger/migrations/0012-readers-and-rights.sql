-- What readers and verifiers use, who makes accounts, and who may do what.

-- The hash that a batch must have after `previous`, from its records as they stand, and how many they are.
create function ledger.recomputed(previous bytea, of_batch ledger.batch, out hash bytea, out records bigint)
  language sql stable parallel safe
  begin atomic
    select ledger.batch_hash(previous, of_batch.number, of_batch.posted_at,
      case when count(journal) > 0 then array_agg(journal order by id) end,
      case when count(debit) > 0 then array_agg(debit order by id) end,
      case when count(credit) > 0 then array_agg(credit order by id) end,
      case when count(amount_fen) > 0 then array_agg(amount_fen order by id) end,
      case when count(debit_after_fen) > 0 then array_agg(debit_after_fen order by id) end,
      case when count(credit_after_fen) > 0 then array_agg(credit_after_fen order by id) end,
      case when count(debit_previous) > 0 then array_agg(debit_previous order by id) end,
      case when count(credit_previous) > 0 then array_agg(credit_previous order by id) end,
      case when count(follows) > 0 then array_agg(follows order by id) end,
      case when count(happened_at) > 0 then array_agg(happened_at order by id) end,
      case when count(day) > 0 then array_agg(day order by id) end,
      case when count(effect) > 0 then array_agg(effect order by id) end,
      case when count(type) > 0 then array_agg(type order by id) end,
      case when count(lines) > 0 then array_agg(lines order by id) end,
      case when count(kind) > 0 then array_agg(kind order by id) end,
      case when count(reference) > 0 then array_agg(reference order by id) end,
      case when count(key) > 0 then array_agg(key order by id) end,
      case when count(content_hash) > 0 then array_agg(content_hash order by id) end,
      case when count(extra) > 0 then array_agg(extra order by id) end), count(*)
    from ledger.record where id between of_batch.first_record and of_batch.last_record and area = of_batch.area;
  end;
update ledger.batch set hash = (select again.hash from ledger.recomputed(decode(repeat('00', 32), 'hex'), batch) again);
update ledger.book set hash = batch.hash from ledger.batch where batch.area = book.area;

-- One line for each account that a record touches: signed, credit positive.
create view ledger.entry with (security_invoker = true) as
  select record.id as record_id, coalesce(record.journal, record.id) as journal_id, record.area, record.day, record.happened_at,
    side.account_id, side.amount_fen, side.held_fen, side.frozen_fen, side.balance_after_fen, side.previous
  from ledger.record cross join lateral (
    select debit, case when effect in (1, 6) then -amount_fen else 0 end,
        case effect when 2 then amount_fen when 3 then -amount_fen when 6 then -amount_fen else 0 end,
        case effect when 4 then amount_fen when 5 then -amount_fen else 0 end, debit_after_fen, debit_previous where debit is not null
    union all select credit, amount_fen, 0, 0, credit_after_fen, credit_previous where credit is not null
  ) as side (account_id, amount_fen, held_fen, frozen_fen, balance_after_fen, previous);

-- Makes the accounts that are missing and returns those named. The caller has locked the books of their areas.
create function ledger.open_accounts(areas bpchar[], kinds text[], owners text[], part_years smallint[])
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
      where a.owner = wanted.owner and a.kind = wanted.kind and a.area = wanted.area and a.part_year = wanted.part_year offset 0
    ) as found;
end $$;

revoke execute on all functions in schema ledger from public;
grant select on all tables in schema ledger to gongji_app;
grant execute on function ledger.lock_books, ledger.open_accounts, ledger.write_batch, ledger.batch_hash, ledger.recomputed
  to gongji_app;

-- Staff see the rows of their area only (design, "Edges").
grant select on ledger.balance, ledger.record, ledger.entry to gongji_staff;
alter table ledger.balance enable row level security;
alter table ledger.record enable row level security;
create policy application on ledger.balance to gongji_app using (true);
create policy application on ledger.record to gongji_app using (true);
create policy staff_area on ledger.balance for select to gongji_staff using (area = current_setting('gongji.area', true));
create policy staff_area on ledger.record for select to gongji_staff using (area = current_setting('gongji.area', true));
