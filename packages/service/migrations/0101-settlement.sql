-- Settlements at tills: yearly accumulators, quotes shown, bills with their lines, and reversals.
create table gongji.accumulator (
  person_no text not null references gongji.person (person_no),
  -- The patient's insured area, whose policy counts.
  area char(6) not null,
  year integer not null check (year between 2000 and 2100),
  deductible_fen bigint not null default 0 check (deductible_fen >= 0),
  fund_paid_fen bigint not null default 0 check (fund_paid_fen >= 0),
  primary key (person_no, area, year)
);

create table gongji.till_quote (
  quote_id text primary key,
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  patient_no text not null references gongji.person (person_no),
  -- Bill, chronic diseases and use of accounts, as asked.
  asked jsonb not null,
  shown jsonb not null,
  created_at timestamptz not null,
  valid_until timestamptz not null
);

create table gongji.bill (
  settlement_id text primary key,
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  patient_no text not null references gongji.person (person_no),
  quote_id text not null unique references gongji.till_quote (quote_id),
  -- Idempotency: who asked, under which key.
  actor text not null,
  request_key text not null,
  at timestamptz not null,
  business_date date not null,
  asked jsonb not null,
  -- The answer as the till sees it: no giver is named in it.
  result jsonb not null,
  total_fen bigint not null check (total_fen >= 0),
  fund_fen bigint not null check (fund_fen >= 0),
  own_account_fen bigint not null check (own_account_fen >= 0),
  shared_fen bigint not null check (shared_fen >= 0),
  cash_fen bigint not null check (cash_fen >= 0),
  -- What this bill added to the accumulators; a reversal takes exactly this off again.
  deductible_added_fen bigint not null check (deductible_added_fen >= 0),
  fund_added_fen bigint not null check (fund_added_fen >= 0),
  -- Null when cash paid everything and nothing was posted.
  journal_id text unique,
  unique (actor, request_key),
  check (fund_fen + own_account_fen + shared_fen + cash_fen = total_fen)
);
create index bill_institution on gongji.bill (institution_code, at desc);
create index bill_patient on gongji.bill (patient_no, at desc);

create table gongji.bill_line (
  settlement_id text not null references gongji.bill (settlement_id),
  seq integer not null check (seq > 0),
  area char(6) not null,
  line jsonb not null,
  -- The person whose account paid, on payer lines of accounts.
  owner_no text,
  primary key (settlement_id, seq)
);

-- One row at most for each bill: a reversal happens once.
create table gongji.bill_reversal (
  settlement_id text primary key references gongji.bill (settlement_id),
  area char(6) not null,
  actor text not null,
  at timestamptz not null,
  business_date date not null,
  reason_enc bytea not null,
  journal_id text unique
);

grant select, insert, update (deductible_fen, fund_paid_fen) on gongji.accumulator to gongji_app;
grant select, insert on gongji.till_quote, gongji.bill, gongji.bill_line, gongji.bill_reversal to gongji_app;
