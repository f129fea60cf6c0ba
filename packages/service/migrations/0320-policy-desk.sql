-- The desk of policies: drafts that are worked on, versions that were published, and every content that ever answered.
create table gongji.policy_draft (
  draft_id text primary key,
  area char(6) not null,
  title text not null,
  -- Path of the area's file as errors name it.
  path text not null,
  text text not null,
  cases_text text not null,
  -- SHA-256 (hex) of the published text and cases that the draft began from.
  base_hash char(64) not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'withdrawn')),
  -- First day in force; named with the submission.
  effective_from date,
  -- Numbers of all who wrote or submitted it: none of them approves it.
  written_by text[] not null check (cardinality(written_by) > 0),
  approved_by text check (not (approved_by = any (written_by))),
  version integer not null default 1 check (version > 0),
  changed_at timestamptz not null,
  check (state in ('draft', 'withdrawn') or effective_from is not null),
  check (state not in ('approved', 'published') or approved_by is not null)
);
create index policy_draft_area on gongji.policy_draft (area, changed_at desc);

-- Published versions of an area's file: never changed, never removed; the last one in force on a day counts.
create table gongji.policy_version (
  seq bigint generated always as identity primary key,
  version_id text not null unique,
  area char(6) not null,
  path text not null,
  text text not null,
  cases_text text not null,
  content_hash char(64) not null,
  -- As the file itself names it: day and running number.
  version text not null,
  effective_from date not null,
  draft_id text not null unique references gongji.policy_draft (draft_id),
  approved_by text not null,
  published_by text not null,
  published_at timestamptz not null,
  unique (area, version)
);

-- The files behind every policy hash that ever answered, so that an old decision can be derived again.
create table gongji.policy_content (
  area char(6) not null,
  hash char(64) not null,
  version text not null,
  -- Text by path: the national, the province's and the area's file.
  files jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (area, hash)
);

grant select on gongji.policy_draft, gongji.policy_version, gongji.policy_content to gongji_app, gongji_staff;
grant insert on gongji.policy_content to gongji_app;
grant insert on gongji.policy_draft, gongji.policy_version to gongji_staff;
grant update (title, text, cases_text, state, effective_from, written_by, approved_by, version, changed_at)
  on gongji.policy_draft to gongji_staff;
do $$
declare
  name text;
begin
  foreach name in array array['policy_draft', 'policy_version', 'policy_content']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())
         with check (area = gongji.current_area())', name);
  end loop;
end
$$;
