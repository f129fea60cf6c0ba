-- People, institutions and staff. Names, identity numbers and phones are encrypted by the application; hashes are keyed.
create schema gongji;
grant usage on schema gongji to gongji_app, gongji_staff;

create table gongji.person (
  person_no text primary key,
  area char(6) not null,
  name_enc bytea not null,
  id_number_enc bytea not null,
  id_number_hash bytea not null unique,
  phone_enc bytea,
  phone_hash bytea,
  born_on date not null,
  sex text not null check (sex in ('male', 'female')),
  scheme text not null check (scheme in ('employee', 'resident')),
  retired boolean not null,
  status text not null check (status in ('normal', 'suspended', 'ended')),
  member_group text not null,
  student boolean,
  chronic text[] not null default '{}',
  insured_prior_years boolean not null,
  missed_years integer not null check (missed_years >= 0),
  as_of timestamptz not null
);
create index person_area on gongji.person (area);

create table gongji.institution (
  code text primary key,
  area char(6) not null,
  name text not null,
  kind text not null check (kind in ('hospital', 'pharmacy')),
  level integer check (level between 1 and 3),
  access_key text not null unique,
  secret_enc bytea not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  check ((kind = 'pharmacy') = (level is null))
);

create table gongji.staff (
  staff_no text primary key,
  area char(6) not null,
  name_enc bytea not null,
  role text not null check (role in ('reviewer', 'cashier', 'auditor', 'supervisor', 'finance', 'policy-officer')),
  institution_code text references gongji.institution (code)
);

grant select, insert, update on gongji.person, gongji.institution, gongji.staff to gongji_app;
grant select on gongji.person, gongji.staff to gongji_staff;
