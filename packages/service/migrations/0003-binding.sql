-- Photos, applications to bind a relative, and the relations that came of them.
create table gongji.photo (
  photo_id text primary key,
  area char(6) not null,
  owner_no text not null references gongji.person (person_no),
  bytes_enc bytea not null,
  media_type text not null,
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  created_at timestamptz not null
);

create table gongji.application (
  application_id text primary key,
  -- The giver's area: its agency decides.
  area char(6) not null,
  giver_no text not null references gongji.person (person_no),
  -- Person number of the member as registered; the person's row may come only at approval.
  member_no text not null,
  member_area char(6) not null,
  relation text not null
    check (relation in ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild')),
  member_name_enc bytea not null,
  member_id_number_enc bytea not null,
  member_id_number_hash bytea not null,
  member_phone_enc bytea not null,
  -- What the register of insurance answered, as JSON.
  registered_enc bytea not null,
  notice_version text not null,
  promise_version text not null,
  signed_name_enc bytea not null,
  checks jsonb not null,
  state text not null
    check (state in ('submitted', 'in-review', 'more-requested', 'approved', 'rejected', 'withdrawn')),
  version integer not null check (version > 0),
  reason_code text,
  relation_id text,
  submitted_at timestamptz not null,
  check ((state = 'approved') = (relation_id is not null))
);
create index application_giver on gongji.application (giver_no, submitted_at desc);
create index application_queue on gongji.application (area, state, submitted_at);
-- One open application for each pair: two at once, and one of them is told so.
create unique index application_open on gongji.application (giver_no, member_no)
  where state in ('submitted', 'in-review', 'more-requested');

create table gongji.application_photo (
  application_id text not null references gongji.application (application_id),
  photo_id text not null references gongji.photo (photo_id),
  area char(6) not null,
  position integer not null,
  primary key (application_id, photo_id)
);
create index application_photo_photo on gongji.application_photo (photo_id);

create table gongji.relation (
  relation_id text primary key,
  -- The giver's area.
  area char(6) not null,
  giver_no text not null references gongji.person (person_no),
  member_no text not null references gongji.person (person_no),
  member_area char(6) not null,
  relation text not null
    check (relation in ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild')),
  state text not null check (state in ('active', 'ended')),
  -- Place of this giver among the member's givers, in the order of binding.
  position integer not null check (position > 0),
  since timestamptz not null,
  ended_at timestamptz,
  application_id text references gongji.application (application_id),
  check (giver_no <> member_no),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index relation_active on gongji.relation (giver_no, member_no) where state = 'active';
create index relation_member on gongji.relation (member_no, position) where state = 'active';
create index relation_giver on gongji.relation (giver_no);

grant select, insert on gongji.photo, gongji.application_photo to gongji_app;
grant select on gongji.photo, gongji.application_photo to gongji_staff;
grant select, insert, update (state, version, reason_code, relation_id, checks)
  on gongji.application to gongji_app;
grant select, update (state, version, reason_code, relation_id, checks)
  on gongji.application to gongji_staff;
grant select, insert, update (state, ended_at) on gongji.relation to gongji_app;
grant select on gongji.relation to gongji_staff;
