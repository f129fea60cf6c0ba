-- Takes over what was written before records: journals and postings become records, stored answers their journals' keys.
-- Ids of journals stay; the further records of a journal get ids from 2^39 on. Old hashes end here: batch 0 of each area covers all.
insert into ledger.book (area)
  select area from ledger.account union select area from ledger.journal union select area from ledger.command order by 1;

insert into ledger.balance (account_id, area, net_fen, held_fen, frozen_fen, least_fen, most_fen, status)
  select id, area, net_fen, held_fen, frozen_fen,
    case side when 'credit' then 0 else -9007199254740991 end, case side when 'debit' then 0 else 9007199254740991 end,
    case status when 'open' then 0 when 'frozen' then 1 else 2 end
  from ledger.account;

-- Where money moved, what left an account is matched with what came to others, in their order.
create temporary table old_line on commit drop as
  with taken as (
    select *, sum(-amount_fen) over so_far + amount_fen as low, sum(-amount_fen) over so_far as high
    from ledger.posting where amount_fen < 0 window so_far as (partition by journal_id, area order by sequence)
  ), given as (
    select *, sum(amount_fen) over so_far - amount_fen as low, sum(amount_fen) over so_far as high
    from ledger.posting where amount_fen > 0 window so_far as (partition by journal_id, area order by sequence)
  )
  select journal_id, area, taken.account_id as debit, given.account_id as credit,
      (least(taken.high, given.high) - greatest(taken.low, given.low))::bigint as amount_fen,
      (taken.balance_after_fen + taken.high - least(taken.high, given.high))::bigint as debit_after_fen,
      (given.balance_after_fen - given.high + least(taken.high, given.high))::bigint as credit_after_fen,
      case when taken.held_fen < 0 then 6 else 1 end as effect, greatest(taken.low, given.low)::bigint as place, null::jsonb as extra
    from taken join given using (journal_id, area)
    where taken.low < given.high and given.low < taken.high
  union all
  select journal_id, area, account_id, null, greatest(abs(held_fen), abs(frozen_fen)), balance_after_fen, null,
      case when held_fen > 0 then 2 when held_fen < 0 then 3 when frozen_fen > 0 then 4 when frozen_fen < 0 then 5 else 7 end, sequence,
      jsonb_build_object('status', case status when 'open' then 0 when 'frozen' then 1 when 'closed' then 2 end)
        - case when status is null then 'status' else '' end
    from ledger.posting where amount_fen = 0;
-- A journal begins in its own area, even where nothing moves there.
insert into old_line (journal_id, area, amount_fen, effect, place)
  select id, area, 0, 0, 0 from ledger.journal
    where not exists (select from old_line where journal_id = journal.id and old_line.area = journal.area);

create temporary table old_record on commit drop as
  with numbered as (
    select old_line.*, journal.area as home,
      row_number() over (partition by journal_id order by old_line.area <> journal.area, old_line.area, place) as line,
      count(*) over (partition by journal_id) as size
    from old_line join ledger.journal on journal.id = journal_id
  )
  select *, case when line = 1 then journal_id
      else (1::bigint << 39) + row_number() over (order by line = 1, journal_id, line) end as id
  from numbered;

create temporary table old_previous on commit drop as
  select id, account_id, lag(id, 1, 0::bigint) over (partition by account_id order by journal_id, line) as previous,
    lead(id) over (partition by account_id order by journal_id, line) is null as is_last
  from (select id, journal_id, line, debit as account_id from old_record where debit is not null
    union select id, journal_id, line, credit from old_record where credit is not null) as touched;
create index on old_previous (id, account_id);

insert into ledger.record (id, journal, debit, credit, amount_fen, debit_after_fen, credit_after_fen, debit_previous,
    credit_previous, follows, happened_at, day, effect, type, lines, area, kind, reference, key, content_hash, extra)
  select line.id, case when line.line > 1 then line.journal_id end, line.debit, line.credit, line.amount_fen, line.debit_after_fen,
    line.credit_after_fen, before_debit.previous, before_credit.previous,
    case when line.line = 1 then coalesce(journal.hold_id, journal.reverses) end, journal.posted_at, journal.business_date, line.effect,
    case when line.line = 1 then array_position(
      array['post', 'hold', 'capture', 'void', 'expire', 'reverse', 'freeze', 'set-status'], journal.type) end,
    case when line.line = 1 then 0 end, line.area,
    case when line.line = 1 then journal.kind end, case when line.line = 1 then journal.reference end,
    case when line.line = 1 then journal.key end, case when line.line = 1 then decode(command.content_hash, 'hex') end,
    nullif(coalesce(line.extra, '{}')
      || case when line.line = 1 and line.size > 1
           then jsonb_build_object('also', jsonb_build_array(jsonb_build_array(second.id, line.size - 1))) else '{}' end
      || case when line.line = 1 and journal.expires_at is not null
           then jsonb_build_object('expiresAt', journal.expires_at) else '{}' end, '{}')
  from old_record line
  join ledger.journal on journal.id = line.journal_id
  left join old_record second on second.journal_id = line.journal_id and second.line = 2
  left join ledger.command on command.area = journal.area and command.key = journal.key
  left join old_previous before_debit on before_debit.id = line.id and before_debit.account_id = line.debit
  left join old_previous before_credit on before_credit.id = line.id and before_credit.account_id = line.credit;

-- Answers without a journal: refusals, and what callers asked to remember.
insert into ledger.record (id, amount_fen, happened_at, day, effect, type, lines, area, key, content_hash, extra)
  select (1::bigint << 39) + (1::bigint << 38) + row_number() over (order by area, key), 0, now(), current_date, 0,
    case when (outcome ->> 'ok')::boolean is false then 9 else 10 end, 0, area, key, decode(content_hash, 'hex'),
    jsonb_build_object('outcome', outcome)
  from ledger.command
  where not exists (select from ledger.journal where journal.area = command.area and journal.key = command.key);

update ledger.balance set last_record = old_previous.id from old_previous
  where old_previous.account_id = balance.account_id and is_last;
insert into ledger.hold_open (id, area, expires_at) select hold_id, area, expires_at from ledger.open_hold;

insert into ledger.batch (area, number, first_record, last_record, first_day, last_day, posted_at, hash)
  select area, 0, 0, (1::bigint << 40) - 1, min(day), max(day), date_trunc('milliseconds', now()), ''
  from ledger.record group by area;

drop table ledger.open_hold, ledger.posting, ledger.journal, ledger.command, ledger.chain, ledger.chain_head cascade;
drop function ledger.apply_postings, ledger.track_holds, ledger.advance_chain, ledger.lock_accounts,
  ledger.open_accounts;
drop sequence ledger.batch_number;
alter table ledger.account drop column net_fen, drop column held_fen, drop column frozen_fen, drop column status, drop column side;
alter table ledger.account drop constraint account_kind_check;
alter table ledger.account add constraint account_kind_check check (kind in ('personal', 'quota', 'fund', 'payable', 'tax-payable',
  'cash-transit', 'clearing', 'contributions', 'interest', 'suspense'));
alter table ledger.account drop constraint part_year_of_personal;
alter table ledger.account add constraint part_year_of_personal check ((kind in ('personal', 'quota')) = (part_year > 0));
