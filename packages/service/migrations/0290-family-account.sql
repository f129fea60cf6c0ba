-- 亲情账户: a holder shows a relative's insurance code. No money hangs on it. Only the state and its moment change; every
-- change is an action on the member's record.
create table gongji.family_account (
  link_id text primary key,
  -- Insured area of the holder.
  area char(6) not null,
  holder_no text not null,
  member_no text not null check (member_no <> holder_no),
  state text not null check (state in ('asked', 'active', 'declined', 'ended')),
  since timestamptz not null
);
create unique index family_account_open on gongji.family_account (holder_no, member_no) where state in ('asked', 'active');
create index family_account_member on gongji.family_account (member_no) where state in ('asked', 'active');

grant select, insert on gongji.family_account to gongji_app;
grant update (state, since) on gongji.family_account to gongji_app;
grant select on gongji.family_account to gongji_staff;
alter table gongji.family_account enable row level security;
create policy application_role on gongji.family_account to gongji_app using (true) with check (true);
create policy own_area on gongji.family_account to gongji_staff using (area = gongji.current_area());
