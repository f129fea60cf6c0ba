-- Who works on which case now. One row for each case, so that one of two who take it at once wins; the lease is measured
-- by the database's clock, because the business day of a demonstration can be set. Claims and releases are actions too.
create table gongji.review_claim (
  application_id text primary key references gongji.application (application_id),
  area char(6) not null,
  staff_no text not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null
);
create index review_claim_staff on gongji.review_claim (area, staff_no);
alter table gongji.review_claim enable row level security;
create policy application_role on gongji.review_claim to gongji_app using (true) with check (true);
create policy own_area on gongji.review_claim to gongji_staff using (area = gongji.current_area())
  with check (area = gongji.current_area());
grant select on gongji.review_claim to gongji_app;
grant select, insert, update, delete on gongji.review_claim to gongji_staff;

-- Applications of the same member, of other givers: shown to the reviewer as duplicates.
create index application_member on gongji.application (area, member_id_number_hash);
