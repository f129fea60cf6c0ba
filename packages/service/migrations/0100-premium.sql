-- Residents' premium: what was shown before paying, and the payment as it stands; its steps are rows of gongji.action.
create table gongji.premium_quote (
  quote_id text primary key,
  -- The payer's area.
  area char(6) not null,
  payer_no text not null references gongji.person (person_no),
  member_no text not null references gongji.person (person_no),
  coverage_year integer not null check (coverage_year between 2000 and 2100),
  shown jsonb not null,
  created_at timestamptz not null,
  valid_until timestamptz not null
);

create table gongji.premium_payment (
  payment_id text primary key,
  -- The payer's area: that is where the money is held.
  area char(6) not null,
  payer_no text not null references gongji.person (person_no),
  member_no text not null references gongji.person (person_no),
  member_area char(6) not null,
  coverage_year integer not null,
  quote_id text not null unique references gongji.premium_quote (quote_id),
  amount_fen bigint not null check (amount_fen >= 0),
  from_account_fen bigint not null check (from_account_fen >= 0),
  cash_fen bigint not null check (cash_fen >= 0),
  -- What was shown and agreed to: lines, window, parts of the account.
  shown jsonb not null,
  hold_id text,
  state text not null check (state in ('awaiting-cash', 'sending', 'unknown', 'paid', 'returning', 'returned')),
  version integer not null check (version > 0),
  cash_pay_url text,
  cash_paid boolean not null default false,
  cash_refunded boolean not null default false,
  cancel_requested boolean not null default false,
  -- Set before the payment goes to the tax bureau: from then on it is only asked after, never sent again.
  sent_at timestamptz,
  -- First time the tax bureau said that the payment never arrived, on the database's clock.
  never_arrived_at timestamptz,
  -- Somebody is talking to an outside system about this payment until then, on the database's clock.
  lease_until timestamptz,
  tax_receipt_no text,
  receipt_no text unique,
  -- Why the money went back, in the words of the outside system; encrypted.
  reason_enc bytea,
  created_at timestamptz not null,
  check (from_account_fen + cash_fen = amount_fen),
  check ((from_account_fen > 0) = (hold_id is not null)),
  check ((state = 'paid') = (receipt_no is not null)),
  check ((state = 'paid') = (tax_receipt_no is not null)),
  check (state <> 'returned' or cash_paid = cash_refunded)
);
-- One payment for each person and year, unless it went back.
create unique index premium_payment_once on gongji.premium_payment (member_no, coverage_year)
  where state <> 'returned';
create index premium_payment_payer on gongji.premium_payment (payer_no, created_at desc);
create index premium_payment_member on gongji.premium_payment (member_no, created_at desc);
create index premium_payment_unfinished on gongji.premium_payment (created_at)
  where state not in ('paid', 'returned');

grant select, insert on gongji.premium_quote to gongji_app;
grant select, insert, update (state, version, cash_pay_url, cash_paid, cash_refunded, cancel_requested, sent_at,
  never_arrived_at, lease_until, tax_receipt_no, receipt_no, reason_enc)
  on gongji.premium_payment to gongji_app;
