-- 承诺书 as it was signed: the text itself, so that it can be printed again when the area's text has long changed.
create table gongji.signed_promise (
  application_id text primary key references gongji.application (application_id),
  area char(6) not null,
  number text not null unique,
  title text not null,
  version text not null,
  paragraphs jsonb not null,
  -- The drawn lines as JSON; null when the typed name is the signature.
  drawing_enc bytea,
  signed_at timestamptz not null
);
alter table gongji.signed_promise enable row level security;
create policy application_role on gongji.signed_promise to gongji_app using (true) with check (true);
create policy own_area on gongji.signed_promise to gongji_staff using (area = gongji.current_area())
  with check (area = gongji.current_area());
-- Append-only: nobody may change or remove what was signed.
grant select, insert on gongji.signed_promise to gongji_app;
grant select on gongji.signed_promise to gongji_staff;
