-- Files of the agency: each once by its content, each row once by its name.
create table gongji.import_run (
  import_no integer generated always as identity primary key,
  area char(6) not null,
  kind text not null check (kind in ('contributions', 'balances', 'people', 'status')),
  content_hash bytea not null,
  file_name text not null,
  state text not null default 'running' check (state in ('running', 'done')),
  rows integer not null default 0,
  good_rows integer not null default 0,
  repeated_rows integer not null default 0,
  bad_rows integer not null default 0,
  total_fen bigint not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz,
  unique (area, kind, content_hash),
  check ((state = 'done') = (ended_at is not null))
);

-- Every row of a file that moved money: `slot` names it within the person, so that it is posted once whatever file it comes in.
create table gongji.imported_credit (
  person_no text not null,
  -- '2024-10' or '2024-10/2' for a contribution, 'opening/2023' for an opening balance.
  slot text collate "C" not null,
  area char(6) not null,
  amount_fen bigint not null check (amount_fen > 0),
  import_no integer not null,
  line integer not null,
  primary key (person_no, slot)
);

grant select, insert, update (state, rows, good_rows, repeated_rows, bad_rows, total_fen, ended_at) on gongji.import_run to gongji_app;
grant select, insert on gongji.imported_credit to gongji_app;
grant select on gongji.import_run, gongji.imported_credit to gongji_staff;
do $$
declare
  name text;
begin
  foreach name in array array['import_run', 'imported_credit']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format('create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())', name);
  end loop;
end
$$;
