-- A giver disputes a use of their money: what was said, and the agency's one answer. Rows are only ever added.
create table gongji.usage_dispute (
  dispute_id text primary key,
  -- The giver's area: its agency answers.
  area char(6) not null,
  -- One dispute for each use.
  usage_id text not null unique references gongji.usage (usage_id),
  giver_no text not null references gongji.person (person_no),
  reason text not null check (reason in ('not-us', 'amount', 'twice', 'other')),
  text_enc bytea not null,
  opened_at timestamptz not null
);
create index usage_dispute_area on gongji.usage_dispute (area, opened_at desc);

create table gongji.usage_dispute_answer (
  dispute_id text primary key references gongji.usage_dispute (dispute_id),
  area char(6) not null,
  outcome text not null check (outcome in ('right', 'being-corrected', 'not-provable')),
  text_enc bytea not null,
  staff_no text not null,
  answered_at timestamptz not null
);

grant select, insert on gongji.usage_dispute, gongji.usage_dispute_answer to gongji_app;
grant select on gongji.usage_dispute to gongji_staff;
grant select, insert on gongji.usage_dispute_answer to gongji_staff;

do $$
declare
  name text;
begin
  foreach name in array array['usage_dispute', 'usage_dispute_answer']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format('create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())
      with check (area = gongji.current_area())', name);
  end loop;
end
$$;
