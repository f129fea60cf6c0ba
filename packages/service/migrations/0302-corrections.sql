-- Corrections by two persons: one proposes, another decides. Rows are only added; what was corrected keeps its history.
create table gongji.correction (
  correction_id text primary key,
  area char(6) not null,
  subject_kind text not null check (subject_kind in ('person', 'relation')),
  subject_id text not null,
  kind text not null check (kind in ('person-name', 'person-phone', 'relation-kinship', 'relation-end', 'account')),
  -- What it is now and what it shall be, as JSON; encrypted, because it may name a person.
  content_enc bytea not null,
  reason_enc bytea not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);
create index correction_area on gongji.correction (area, proposed_at desc);
create index correction_subject on gongji.correction (subject_id);

create table gongji.correction_decision (
  correction_id text primary key references gongji.correction (correction_id),
  area char(6) not null,
  outcome text not null check (outcome in ('approved', 'refused')),
  reason_enc bytea not null,
  decided_by text not null,
  decided_at timestamptz not null,
  -- The journal of a correction of money.
  journal_id text unique
);

-- Two persons: whatever the program does, nobody decides what they proposed.
create function gongji.check_two_persons() returns trigger language plpgsql as $$
begin
  if exists (select from gongji.correction c
    where c.correction_id = new.correction_id and c.proposed_by = new.decided_by) then
    raise exception 'a correction is decided by another person' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger two_persons before insert on gongji.correction_decision
  for each row execute function gongji.check_two_persons();

do $$
declare
  name text;
begin
  foreach name in array array['correction', 'correction_decision']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy own_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
    execute format('grant select, insert on gongji.%I to gongji_app', name);
    execute format('grant select on gongji.%I to gongji_staff', name);
  end loop;
end
$$;
grant update (relation) on gongji.relation to gongji_app;
