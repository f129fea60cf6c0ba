-- Visits by the institutions' interface: registration, detail, pre-settlements, settlements, reconciliation and files.
create table gongji.visit (
  visit_id text primary key,
  -- The patient's insured area.
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  patient_no text not null references gongji.person (person_no),
  kind text not null check (kind in ('outpatient', 'pharmacy')),
  -- The institution's own number of the visit.
  own_no text not null,
  begun_at text not null,
  created_at timestamptz not null,
  -- Told by 2203.
  med_type text,
  disease_code text,
  disease_name text,
  cancelled_at timestamptz
);
create index visit_patient on gongji.visit (patient_no, created_at desc);

create table gongji.visit_line (
  line_id bigint generated always as identity primary key,
  area char(6) not null,
  visit_id text not null references gongji.visit (visit_id),
  batch_no text not null,
  line_no text not null,
  total_fen bigint not null check (total_fen >= 0),
  wholly_self_paid_fen bigint not null check (wholly_self_paid_fen >= 0),
  over_price_limit_fen bigint not null check (over_price_limit_fen >= 0),
  pre_self_paid_fen bigint not null check (pre_self_paid_fen >= 0),
  -- The line as sent, and as the catalogue split it.
  sent jsonb not null,
  split jsonb not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  check (wholly_self_paid_fen + over_price_limit_fen + pre_self_paid_fen <= total_fen)
);
create unique index visit_line_no on gongji.visit_line (visit_id, line_no) where withdrawn_at is null;

-- What was shown by a pre-settlement, and the detail that it was of.
create table gongji.presettlement (
  quote_id text primary key references gongji.till_quote (quote_id),
  presettlement_no bigint generated always as identity,
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  visit_id text not null references gongji.visit (visit_id),
  batch_no text not null,
  account_flag text not null check (account_flag in ('0', '1', '2')),
  med_type text not null,
  line_count integer not null check (line_count > 0),
  last_line_id bigint not null,
  -- Of a pharmacy's purchase, which the settlement sends whole again.
  content_hash bytea,
  at timestamptz not null
);
create index presettlement_visit on gongji.presettlement (visit_id, batch_no, presettlement_no desc);
create index presettlement_content on gongji.presettlement (institution_code, content_hash) where content_hash is not null;

create table gongji.hospital_settlement (
  settlement_id text primary key references gongji.bill (settlement_id),
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  visit_id text not null references gongji.visit (visit_id),
  batch_no text not null,
  msgid text not null,
  infno text not null,
  insutype text not null,
  med_type text not null,
  clr_type text not null,
  credential_kind text not null,
  invoice_no text not null,
  at timestamptz not null,
  unique (institution_code, msgid)
);
create index hospital_settlement_visit on gongji.hospital_settlement (visit_id, batch_no);

-- Days of an institution that were reconciled and found even.
create table gongji.hospital_reconciled (
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  from_day date not null,
  to_day date not null,
  msgid text not null,
  at timestamptz not null,
  check (from_day <= to_day),
  primary key (institution_code, msgid)
);

create table gongji.hospital_file (
  file_no text primary key,
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  file_name text not null,
  content_enc bytea not null,
  at timestamptz not null,
  valid_until timestamptz not null
);

do $$
declare
  name text;
begin
  foreach name in array array['visit', 'visit_line', 'presettlement', 'hospital_settlement', 'hospital_reconciled',
    'hospital_file']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy own_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
    execute format('grant select, insert on gongji.%I to gongji_app', name);
  end loop;
end
$$;
grant update (med_type, disease_code, disease_name, cancelled_at) on gongji.visit to gongji_app;
grant update (withdrawn_at) on gongji.visit_line to gongji_app;
