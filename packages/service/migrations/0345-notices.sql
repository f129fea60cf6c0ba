-- Notices: written with what they tell of, kept in each person's inbox, and sent by text message and subscription.
create table gongji.notice (
  notice_id text primary key,
  -- The receiver's insured area.
  area char(6) not null,
  person_no text not null,
  -- Names the event; one notice a person and event, however often it is written.
  reference text not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  -- The other person of the event; the name is read when the notice is shown.
  other_no text,
  fen bigint check (fen >= 0),
  place text,
  coverage_year integer,
  -- A day that the notice names, e.g. the last one of a window.
  day date,
  -- On the business clock.
  at timestamptz not null,
  read_at timestamptz,
  unique (person_no, reference)
);
create index notice_inbox on gongji.notice (person_no, at desc, notice_id);
create index notice_unread on gongji.notice (person_no) where read_at is null;

-- How many messages a host (a mini-program) may still send to a person; hosts know people by the sign-in through them.
create table gongji.subscription (
  person_no text not null,
  host text not null check (host in ('wechat', 'alipay')),
  -- The person's insured area.
  area char(6) not null,
  -- Messages that are still permitted: hosts grant them one by one.
  permits integer not null check (permits >= 0),
  primary key (person_no, host)
);

-- What has to leave: made with the notice, in one transaction, and tried until it was taken or given up.
create table gongji.notice_message (
  notice_id text not null references gongji.notice (notice_id),
  way text not null check (way in ('sms', 'wechat', 'alipay')),
  area char(6) not null,
  person_no text not null,
  kind text not null,
  -- Goes out at night too.
  urgent boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0 check (attempts >= 0),
  -- In real time, as are the next two.
  next_at timestamptz not null default now(),
  written_at timestamptz not null default now(),
  ended_at timestamptz,
  -- Why the last attempt failed: no-answer, refused, no-phone, no-permit.
  failure text,
  primary key (notice_id, way)
);
create index notice_message_due on gongji.notice_message (next_at) where state = 'waiting';
create index notice_message_dead on gongji.notice_message (area, ended_at desc) where state = 'dead';

do $$
declare
  name text;
begin
  foreach name in array array['notice', 'subscription', 'notice_message']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format('grant select, insert on gongji.%I to gongji_app', name);
  end loop;
end
$$;
grant update (read_at) on gongji.notice to gongji_app;
grant update (permits) on gongji.subscription to gongji_app;
grant update (state, attempts, next_at, ended_at, failure) on gongji.notice_message to gongji_app;

-- Administrators see which messages of their area were given up, and send them again; the notices themselves they don't see.
create policy own_area on gongji.notice_message to gongji_staff using (area = gongji.current_area())
  with check (area = gongji.current_area());
grant select, update (state, attempts, next_at, ended_at, failure) on gongji.notice_message to gongji_staff;
