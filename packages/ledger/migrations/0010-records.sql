-- Storage of the books since the second release: one narrow row a transfer, one writer an area, written by one function.
-- ADR 17 says why; 0011 takes over what was written before; 0012 says who may do what.

-- The book of an area: who locks its row may write the area, and nobody else. Ids of records are lane * 2^40 + place; lane 0
-- has the records that were written before this storage.
create table ledger.book (
  area char(6) primary key check (area ~ '^[0-9]{6}$'),
  lane smallint not null generated always as identity unique check (lane between 1 and 8000),
  -- Batches and records written, and the hash of the last batch.
  batches bigint not null default 0,
  records bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex'),
  -- The last sealed day: nothing is posted into it or before it.
  sealed_through date not null default '-infinity'
);

-- What an account holds: apart from its name, so that what changes is narrow. Credit is positive. `status`: 0 open, 1 frozen,
-- 2 closed. The records of an account are a list that begins with its newest.
create table ledger.balance (
  account_id bigint primary key references ledger.account,
  area char(6) not null,
  net_fen bigint not null default 0,
  held_fen bigint not null default 0,
  frozen_fen bigint not null default 0,
  last_record bigint not null default 0,
  -- Bounds of the account's side: 0 and none for credit, none and 0 for debit, none for either.
  least_fen bigint not null,
  most_fen bigint not null,
  status smallint not null default 0 check (status between 0 and 2),
  constraint no_overdraft check (
    net_fen - held_fen - frozen_fen >= least_fen and net_fen <= most_fen and held_fen >= 0 and frozen_fen >= 0
    and (least_fen = 0 or held_fen + frozen_fen = 0)
  ),
  constraint closed_is_empty check (status < 2 or (net_fen = 0 and held_fen = 0 and frozen_fen = 0))
);

-- Everything that the ledger was told and did, in the order in which it was done. A journal is one record or several: its
-- first record has no `journal` and carries type, kind, reference and key; the others name the first. `lines` is how many of
-- them follow it directly; those in other areas are named in `extra`.
-- `effect` says what a record does to its accounts (credit is positive):
--   0 none, 1 move (debit -> credit), 2 set aside on debit (hold), 3 release what is set aside, 4 freeze, 5 unfreeze,
--   6 move out of what is set aside, 7 change of status.
-- `type`: 1 post, 2 hold, 3 capture, 4 void, 5 expire, 6 reverse, 7 freeze, 8 set-status, 9 refused, 10 remembered, 11 doubt.
create table ledger.record (
  id bigint primary key,
  journal bigint,
  debit bigint,
  credit bigint,
  amount_fen bigint not null,
  -- Balances after this record, and the record before on the same account (0: none).
  debit_after_fen bigint,
  credit_after_fen bigint,
  debit_previous bigint,
  credit_previous bigint,
  -- The hold that is captured, voided or expired, or the journal that is reversed.
  follows bigint,
  -- When it happened outside (business time). The batch knows when it was posted; `day` is the day of the books.
  happened_at timestamptz not null,
  day date not null,
  effect smallint not null,
  type smallint,
  lines smallint,
  area char(6) not null,
  kind text collate "C",
  reference text collate "C",
  key text collate "C",
  content_hash bytea,
  -- What few records have: a hold's end and relation, a status, a refusal, lines in other areas.
  extra jsonb,
  constraint record_shape check (amount_fen >= 0 and (credit is not null) = (effect in (1, 6)) and (debit is null) = (effect = 0))
);
create unique index record_key on ledger.record (key, area) where key is not null;
create unique index record_followed_once on ledger.record (follows) where follows is not null;

-- A batch and its link in the area's hash chain. Posting time is the database's. Batch 0 has the records of lane 0.
create table ledger.batch (
  area char(6) not null references ledger.book,
  number bigint not null,
  first_record bigint not null,
  last_record bigint not null,
  first_day date not null,
  last_day date not null,
  posted_at timestamptz not null,
  hash bytea not null,
  primary key (area, number)
);
create index batch_day on ledger.batch (area, last_day);

-- Holds without an outcome. `is_unknown`: whoever was asked to act on it has not answered; it can't expire until they have.
create table ledger.hold_open (
  id bigint primary key,
  area char(6) not null,
  expires_at timestamptz not null,
  relation text,
  is_unknown boolean not null default false
);
create index hold_open_expires on ledger.hold_open (expires_at);
create index hold_open_relation on ledger.hold_open (relation) where relation is not null;

-- The hash of a batch: of the hash before it and its records, column by column in the binary form of arrays; a column in
-- which nothing stands is null.
create function ledger.batch_hash(
  previous bytea, number bigint, posted_at timestamptz,
  journals bigint[], debits bigint[], credits bigint[], amounts bigint[], debit_afters bigint[], credit_afters bigint[],
  debit_previouses bigint[], credit_previouses bigint[], followed bigint[], happened timestamptz[], days date[],
  effects smallint[], types smallint[], counts smallint[], kinds text[], reference_texts text[], keys text[],
  hashes bytea[], extras jsonb[]
) returns bytea language sql immutable parallel safe
  return sha256(previous || int8send(number) || timestamptz_send(posted_at) ||
    coalesce(array_send(journals), '\x00') || coalesce(array_send(debits), '\x00') ||
    coalesce(array_send(credits), '\x00') || coalesce(array_send(amounts), '\x00') ||
    coalesce(array_send(debit_afters), '\x00') || coalesce(array_send(credit_afters), '\x00') ||
    coalesce(array_send(debit_previouses), '\x00') || coalesce(array_send(credit_previouses), '\x00') ||
    coalesce(array_send(followed), '\x00') || coalesce(array_send(happened), '\x00') ||
    coalesce(array_send(days), '\x00') || coalesce(array_send(effects), '\x00') || coalesce(array_send(types), '\x00') ||
    coalesce(array_send(counts), '\x00') || coalesce(array_send(kinds), '\x00') ||
    coalesce(array_send(reference_texts), '\x00') || coalesce(array_send(keys), '\x00') ||
    coalesce(array_send(hashes), '\x00') || coalesce(array_send(extras), '\x00'));

-- Locks the books of areas, in order, making those that are missing: from here to the commit nobody else writes these areas.
create function ledger.lock_books(areas bpchar[]) returns setof ledger.book
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.book (area)
    select area from unnest(areas) as wanted (area) where not exists (select from ledger.book b where b.area = wanted.area)
    order by area on conflict do nothing;
  return query select * from ledger.book b where b.area = any (areas) order by b.area for update;
end $$;

-- Writes one batch of one area: its records, its accounts' balances (under their CHECKs), the open holds and its link of the
-- chain. The only way in which the application changes the books. `expected` is the number of batches upon which the caller
-- decided: if another batch came between, nothing is written (40001, book_moved).
-- The planner can't know how few rows a batch has beside the tables: it is told to go by the indexes.
create function ledger.write_batch(
  of_area bpchar, expected bigint,
  journals bigint[], debits bigint[], credits bigint[], amounts bigint[], debit_afters bigint[], credit_afters bigint[],
  debit_previouses bigint[], credit_previouses bigint[], followed bigint[], happened timestamptz[], days date[],
  effects smallint[], types smallint[], counts smallint[], kinds text[], reference_texts text[], keys text[],
  hashes bytea[], extras jsonb[]
) returns void
  language plpgsql volatile security definer set search_path = ledger, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  now_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  size integer := cardinality(amounts);
  head ledger.book;
  first_id bigint;
  from_day date;
  to_day date;
  named bigint;
  changed bigint;
begin
  update ledger.book set batches = batches + 1, records = records + size,
      hash = ledger.batch_hash(hash, expected + 1, now_at,
        journals, debits, credits, amounts, debit_afters, credit_afters, debit_previouses, credit_previouses, followed,
        happened, days, effects, types, counts, kinds, reference_texts, keys, hashes, extras)
    where area = of_area and batches = expected returning * into head;
  if not found then
    raise exception 'the book of % has moved on', of_area using errcode = 'serialization_failure', constraint = 'book_moved';
  end if;
  select min(day), max(day) into from_day, to_day from unnest(days) as written (day);
  if from_day <= head.sealed_through then
    raise exception 'the day % of % is sealed', from_day, of_area using errcode = 'check_violation', constraint = 'day_is_sealed';
  end if;
  first_id := (head.lane::bigint << 40) + head.records - size;
  insert into ledger.batch (area, number, first_record, last_record, first_day, last_day, posted_at, hash)
    values (of_area, head.batches, first_id + 1, first_id + size, from_day, to_day, now_at, head.hash);
  insert into ledger.record (id, area,
      journal, debit, credit, amount_fen, debit_after_fen, credit_after_fen, debit_previous, credit_previous, follows,
      happened_at, day, effect, type, lines, kind, reference, key, content_hash, extra)
    select first_id + place, of_area,
      journal, debit, credit, amount_fen, debit_after_fen, credit_after_fen, debit_previous, credit_previous, follows,
      happened_at, day, effect, type, lines, kind, reference, key, content_hash, extra
    from unnest(
      journals, debits, credits, amounts, debit_afters, credit_afters, debit_previouses, credit_previouses, followed,
      happened, days, effects, types, counts, kinds, reference_texts, keys, hashes, extras
    ) with ordinality as written (
      journal, debit, credit, amount_fen, debit_after_fen, credit_after_fen, debit_previous, credit_previous, follows,
      happened_at, day, effect, type, lines, kind, reference, key, content_hash, extra, place
    );
  with side as (
    select debit as account_id, place, case when effect in (1, 6) then -amount else 0 end as net,
        case effect when 2 then amount when 3 then -amount when 6 then -amount else 0 end as held,
        case effect when 4 then amount when 5 then -amount else 0 end as frozen
      from unnest(debits, amounts, effects) with ordinality as written (debit, amount, effect, place) where debit is not null
    union all
    select credit, place, amount, 0, 0
      from unnest(credits, amounts) with ordinality as written (credit, amount, place) where credit is not null
  ), change as (
    select account_id, sum(net)::bigint as net, sum(held)::bigint as held, sum(frozen)::bigint as frozen, max(place) as place
    from side group by account_id
  ), updated as (
    update ledger.balance set net_fen = net_fen + change.net, held_fen = held_fen + change.held,
        frozen_fen = frozen_fen + change.frozen, last_record = first_id + change.place
      from change where balance.account_id = change.account_id and balance.area = of_area
      returning 1
  )
  select (select count(*) from change), (select count(*) from updated) into named, changed;
  if named <> changed then
    raise exception 'a record of % names an account that is not in it', of_area
      using errcode = 'foreign_key_violation', constraint = 'record_account';
  end if;
  if extras is not null then
    perform ledger.apply_extras(of_area, first_id, debits, types, extras);
  end if;
  if followed is not null then
    delete from ledger.hold_open using unnest(followed) as outcome (of_hold) where hold_open.id = of_hold;
  end if;
end $$;

-- The rarer effects: status of accounts, holds that open, holds whose outcome is in doubt.
create function ledger.apply_extras(of_area bpchar, first_id bigint, debits bigint[], types smallint[], extras jsonb[]) returns void
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
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
end $$;
