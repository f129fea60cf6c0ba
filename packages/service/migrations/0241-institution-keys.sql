-- Keys of institutions get rows of their own, so that two are valid while a hospital changes over; and institutions get
-- their settings for signed messages, a limit, an address for notices, and a version that rises with every change.
create table gongji.institution_key (
  access_key text primary key,
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  secret_enc bytea not null,
  created_at timestamptz not null default now(),
  -- In real time, whatever day a demonstration has; null: until another key takes over or this one is ended.
  valid_until timestamptz
);
create index institution_key_institution on gongji.institution_key (institution_code);

insert into gongji.institution_key (access_key, area, institution_code, secret_enc)
select access_key, area, code, secret_enc from gongji.institution;

alter table gongji.institution
  drop column access_key,
  drop column secret_enc,
  drop constraint institution_state_check;
update gongji.institution set state = 'suspended' where state <> 'open';
alter table gongji.institution
  add constraint institution_state_check check (state in ('open', 'suspended')),
  -- Hex: 04 and 128 digits.
  add column sm2_public_key text check (sm2_public_key ~ '^04[0-9a-f]{128}$'),
  -- Whether every message must carry a signature or digest in cainfo.
  add column cainfo text not null default 'optional' check (cainfo in ('optional', 'required')),
  add column messages_per_second integer not null default 5000 check (messages_per_second between 1 and 100000),
  -- Where results of online orders are sent; null: the address in the settings.
  add column notice_url text,
  add column version integer not null default 1 check (version > 0);

alter table gongji.institution_key enable row level security;
create policy application_role on gongji.institution_key to gongji_app using (true) with check (true);
create policy own_area on gongji.institution_key to gongji_staff using (area = gongji.current_area())
  with check (area = gongji.current_area());
grant select, insert on gongji.institution_key to gongji_app;
-- Administrators make and end keys; a secret that is kept can't be read back by them.
grant select (access_key, area, institution_code, created_at, valid_until), insert, update (valid_until)
  on gongji.institution_key to gongji_staff;
grant select (sm2_public_key, cainfo, messages_per_second, notice_url, version), insert,
  update (state, sm2_public_key, cainfo, messages_per_second, notice_url, version) on gongji.institution to gongji_staff;
