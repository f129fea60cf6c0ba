-- What a person signed at the window for what a clerk then did for them: drawn on a pad, or on paper that was scanned.
create table gongji.window_consent (
  consent_id text primary key,
  -- The agency's area, which is the person's.
  area char(6) not null,
  person_no text not null references gongji.person (person_no),
  staff_no text not null,
  what text not null check (what in ('bind', 'end', 'premium')),
  -- The sentence above the signature; it names people.
  sentence_enc bytea not null,
  drawing_enc bytea,
  photo_id text references gongji.photo (photo_id),
  signed_at timestamptz not null,
  check ((drawing_enc is null) <> (photo_id is null))
);
create index window_consent_person on gongji.window_consent (person_no, signed_at desc);
alter table gongji.window_consent enable row level security;
create policy application_role on gongji.window_consent to gongji_app using (true) with check (true);
create policy own_area on gongji.window_consent for select to gongji_staff using (area = gongji.current_area());
-- Append-only: nobody may change or remove what was signed.
grant select, insert on gongji.window_consent to gongji_app;
grant select on gongji.window_consent to gongji_staff;
