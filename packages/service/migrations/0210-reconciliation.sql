-- Reconciliation with the tax bureau and the cash channel: files as they came, what was found in each area, and the cases.
create table gongji.reconciliation_file (
  source text not null check (source in ('tax', 'cash')),
  day date not null,
  -- A file that the other side sends anew with another content is the next version.
  version smallint not null check (version > 0),
  -- The file covers all areas of the other side.
  area char(6) not null default '000000',
  content_hash bytea not null,
  rows integer not null check (rows >= 0),
  total_fen bigint not null,
  fetched_at timestamptz not null,
  -- Null until every row was compared.
  compared_at timestamptz,
  primary key (source, day, version)
);

create table gongji.reconciliation_row (
  source text not null,
  day date not null,
  version smallint not null,
  line integer not null check (line > 1),
  area char(6) not null,
  reference text not null,
  number text not null,
  kind text not null check (kind in ('accepted', 'paid', 'refunded')),
  amount_fen bigint not null check (amount_fen >= 0),
  at timestamptz not null,
  primary key (source, day, version, line),
  foreign key (source, day, version) references gongji.reconciliation_file (source, day, version)
);
create index reconciliation_row_reference on gongji.reconciliation_row (source, reference, kind);

-- A difference between the two books; its steps are rows of gongji.action.
create table gongji.reconciliation_case (
  case_id text primary key,
  area char(6) not null,
  source text not null check (source in ('tax', 'cash')),
  -- The day of the file in which the difference was found.
  day date not null,
  reference text not null,
  kind text not null check (kind in ('accepted', 'paid', 'refunded')),
  difference text not null check (difference in
    ('missing-there', 'unknown-here', 'amount-differs', 'duplicate-there', 'open-here', 'returned-here')),
  number text,
  -- Where the other side books it: for a premium the insured area of the member.
  their_area char(6),
  ours_fen bigint,
  theirs_fen bigint,
  state text not null default 'open' check (state in ('open', 'resolved')),
  resolution text,
  -- The later file in which a missing row came after all.
  late_day date,
  -- What was posted when the case was opened (late success), and when it was resolved.
  suspense_journal_id text,
  journal_id text,
  version integer not null default 1 check (version > 0),
  opened_at timestamptz not null,
  resolved_at timestamptz,
  unique (source, reference, kind, difference),
  check ((state = 'resolved') = (resolution is not null)),
  check ((state = 'resolved') = (resolved_at is not null)),
  check ((difference in ('unknown-here', 'duplicate-there')) = (ours_fen is null)),
  check ((difference = 'missing-there') = (theirs_fen is null))
);
create index reconciliation_case_open on gongji.reconciliation_case (area, state, opened_at);

-- Premium actions by day: what our side of a day is.
create index action_premium_day on gongji.action (business_date) where subject_kind = 'premium';

grant select, insert on gongji.reconciliation_row to gongji_app;
grant select, insert, update (compared_at) on gongji.reconciliation_file to gongji_app;
grant select, insert, update (state, resolution, late_day, suspense_journal_id, journal_id, version, resolved_at)
  on gongji.reconciliation_case to gongji_app;
grant select, update (state, resolution, journal_id, version, resolved_at) on gongji.reconciliation_case to gongji_staff;
grant select on gongji.reconciliation_row to gongji_staff;

do $$
declare
  name text;
begin
  foreach name in array array['reconciliation_file', 'reconciliation_row', 'reconciliation_case']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
  end loop;
  foreach name in array array['reconciliation_row', 'reconciliation_case']
  loop
    execute format(
      'create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())
         with check (area = gongji.current_area())', name);
  end loop;
end
$$;
