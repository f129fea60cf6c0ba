-- Records that staff look at, and seals over all of them: a chain for each subject shows what was altered in it, a seal for
-- each area shows that a whole subject was taken away.

-- The order in which rows were written, whatever the business day says. Read by ranges only, so a summary of each range of
-- pages is index enough.
alter table gongji.action add column record_no bigint generated always as identity;
alter table gongji.decision add column record_no bigint generated always as identity;
create index action_record_no on gongji.action using brin (record_no) with (pages_per_range = 32, autosummarize = on);
create index decision_record_no on gongji.decision using brin (record_no) with (pages_per_range = 32, autosummarize = on);

-- What one member of staff did; tills and institutions have their own books.
create index action_staff on gongji.action (area, actor_id, at desc) where actor_kind = 'staff' and channel <> 'till';
-- Who saw a record, by the record.
create index action_sight on gongji.action (area, (payload ->> 'of'), at desc) where subject_kind = 'sight';

-- Up to which number every row is there for good. The lock waits for those who are writing and holds the next ones back until
-- this statement's transaction ends, so it must be the only one of its transaction.
create function gongji.record_horizon() returns table (actions bigint, decisions bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('lock_timeout', '500ms', true);
  lock table gongji.action, gongji.decision in share mode;
  return query select
    (select case when is_called then last_value else 0 end from gongji.action_record_no_seq),
    (select case when is_called then last_value else 0 end from gongji.decision_record_no_seq);
end $$;
revoke all on function gongji.record_horizon() from public;
grant execute on function gongji.record_horizon() to gongji_app;

-- One seal covers the area's rows with numbers in (from, to] of both tables; its root covers the root before it.
create table gongji.record_seal (
  area char(6) not null,
  number integer not null check (number > 0),
  actions_from bigint not null,
  actions_to bigint not null check (actions_to >= actions_from),
  decisions_from bigint not null,
  decisions_to bigint not null check (decisions_to >= decisions_from),
  actions integer not null check (actions >= 0),
  decisions integer not null check (decisions >= 0),
  prev_root bytea,
  root bytea not null,
  sealed_at timestamptz not null,
  primary key (area, number),
  check ((number = 1) = (prev_root is null)),
  check (actions + decisions > 0)
);
alter table gongji.record_seal enable row level security;
create policy application_role on gongji.record_seal to gongji_app using (true) with check (true);
create policy own_area on gongji.record_seal for select to gongji_staff using (area = gongji.current_area());
grant select, insert on gongji.record_seal to gongji_app;
grant select on gongji.record_seal to gongji_staff;

-- Staff look at payments, bills and usages of their area.
do $$
declare
  name text;
begin
  foreach name in array array['premium_payment', 'bill', 'bill_line', 'bill_reversal', 'usage']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy records_application on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy records_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
    execute format('grant select on gongji.%I to gongji_staff', name);
  end loop;
end
$$;
grant select on gongji.explanation_line, gongji.line_form to gongji_staff;
