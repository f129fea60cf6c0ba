-- Who used whose money: one row when it is used, another when a reversal gives it back.
create table gongji.usage (
  usage_id text primary key,
  -- The giver's area.
  area char(6) not null,
  giver_no text not null references gongji.person (person_no),
  member_no text not null references gongji.person (person_no),
  purpose text not null check (purpose in ('outpatient', 'pharmacy', 'premium')),
  place text not null,
  place_area char(6) not null,
  at timestamptz not null,
  business_date date not null,
  direction text not null check (direction in ('used', 'returned')),
  fen bigint not null check (fen > 0),
  -- From which year's money, as [{partYear, fen}].
  parts jsonb not null,
  subject_kind text not null check (subject_kind in ('settlement', 'premium')),
  subject_id text not null,
  unique (subject_id, giver_no, direction)
);
create index usage_giver on gongji.usage (giver_no, at desc);
create index usage_member on gongji.usage (member_no, at desc);

grant select, insert on gongji.usage to gongji_app;
