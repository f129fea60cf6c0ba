-- Registrations for chronic diseases and filings for treatment elsewhere, with their days. Rows are only added: of several
-- rows for the same disease (or place) and first day the one that was recorded last counts, the others are history.
create table gongji.chronic_registration (
  seq bigint generated always as identity primary key,
  area char(6) not null,
  person_no text not null,
  disease text not null,
  -- In force on the days [from_day, to_day); null: without end.
  from_day date not null,
  to_day date check (to_day > from_day),
  recorded_at timestamptz not null
);
create index chronic_registration_person on gongji.chronic_registration (person_no);

create table gongji.out_of_area_filing (
  seq bigint generated always as identity primary key,
  filing_id text not null unique,
  -- Insured area.
  area char(6) not null,
  person_no text not null,
  -- The digits with which the place's area codes begin: a province or a city.
  place text not null check (place ~ '^\d{2}(\d{4})?$'),
  kind text not null check (kind in ('long-stay', 'referral', 'temporary')),
  from_day date not null,
  to_day date check (to_day > from_day),
  -- Told by the registry, or filed here by the person.
  origin text not null check (origin in ('registry', 'person')),
  recorded_at timestamptz not null
);
create index out_of_area_filing_person on gongji.out_of_area_filing (person_no);

grant select, insert on gongji.chronic_registration, gongji.out_of_area_filing to gongji_app;
grant select on gongji.chronic_registration, gongji.out_of_area_filing to gongji_staff;
do $$
declare
  name text;
begin
  foreach name in array array['chronic_registration', 'out_of_area_filing']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format('create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())', name);
  end loop;
end
$$;
