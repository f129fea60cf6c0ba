-- The append-only records: what was done (action), what was decided by which policy (decision), what was answered (request).
create table gongji.action (
  subject_kind text not null,
  subject_id text not null,
  seq integer not null check (seq > 0),
  area char(6) not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('person', 'staff', 'institution', 'system')),
  actor_id text not null,
  channel text not null,
  at timestamptz not null,
  business_date date not null,
  payload jsonb not null,
  -- Free words of people, encrypted; null when there are none.
  sealed_enc bytea,
  prev_hash bytea,
  hash bytea not null unique,
  primary key (subject_kind, subject_id, seq),
  check ((seq = 1) = (prev_hash is null))
);
create index action_area_at on gongji.action (area, at);

create table gongji.decision (
  decision_id text primary key,
  subject_kind text not null,
  subject_id text not null,
  seq integer not null check (seq > 0),
  area char(6) not null,
  policy_id text not null,
  policy_version text not null,
  policy_hash text not null,
  inputs jsonb not null,
  trace jsonb not null,
  outcome text not null,
  at timestamptz not null,
  prev_hash bytea,
  hash bytea not null unique,
  unique (subject_kind, subject_id, seq),
  check ((seq = 1) = (prev_hash is null))
);

-- One row for each idempotency key: the answer is encrypted, because answers carry names.
create table gongji.request (
  area char(6) not null,
  actor text not null,
  key text not null,
  content_hash bytea not null,
  answer_enc bytea,
  at timestamptz not null,
  primary key (actor, key)
);

grant select, insert on gongji.action, gongji.decision to gongji_app, gongji_staff;
grant select, insert, update (answer_enc) on gongji.request to gongji_app, gongji_staff;
