-- Who is signed in, and the set day of a demonstration.

create schema if not exists edge;
grant usage on schema edge to gongji_app;

create table edge.session (
  token_hash bytea primary key,
  area char(6) not null,
  kind text not null check (kind in ('person', 'staff')),
  subject_no text not null,
  begun_at timestamptz not null,
  used_at timestamptz not null,
  ended_at timestamptz
);
create index session_used_at on edge.session (used_at);
grant select, insert, update, delete on edge.session to gongji_app;

-- Every sign-in, kept when the session is gone; never changed.
create table edge.sign_in (
  sign_in_id bigint generated always as identity primary key,
  area char(6) not null,
  kind text not null check (kind in ('person', 'staff')),
  subject_no text not null,
  at timestamptz not null
);
create index sign_in_subject on edge.sign_in (subject_no, at);
grant select, insert on edge.sign_in to gongji_app;

-- One row: the business day while it is set by hand, and the day that the settings named when it was last started:
-- another day in the settings wins over the kept one. The area is the whole country's.
create table edge.demo_date (
  area char(6) primary key default '000000' check (area = '000000'),
  business_date date not null,
  configured_date date not null
);
grant select, insert, update on edge.demo_date to gongji_app;

-- One row for each sample world that was brought in.
create table edge.sample_import (
  area char(6) not null default '000000',
  world text primary key,
  imported_at timestamptz not null
);
grant select, insert on edge.sample_import to gongji_app;
