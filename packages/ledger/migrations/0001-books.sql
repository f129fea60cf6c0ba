-- The books: accounts with their balances, append-only journals with their postings, stored answers, and the hash chain.
-- Every table carries its area. Nothing but the insertion of postings changes a balance, whoever writes them.

create schema ledger;

-- One number per batch. Ids of journals are number * 10000 + position, so that a row tells its batch without a column for it.
create sequence ledger.batch_number;

create table ledger.account (
  id bigint generated always as identity primary key,
  area char(6) not null check (area ~ '^[0-9]{6}$'),
  kind text not null check (kind in ('personal', 'fund', 'payable', 'tax-payable', 'cash-transit', 'clearing', 'contributions', 'interest')),
  owner text not null check (owner <> ''),
  -- Year of the money on a personal account; 0 on all others.
  part_year smallint not null,
  side text not null generated always as (
    case when kind = 'clearing' then 'either' when kind in ('cash-transit', 'contributions', 'interest') then 'debit' else 'credit' end
  ) stored,
  status text not null default 'open' check (status in ('open', 'frozen', 'closed')),
  -- Credit is positive.
  net_fen bigint not null default 0,
  held_fen bigint not null default 0 check (held_fen >= 0),
  frozen_fen bigint not null default 0 check (frozen_fen >= 0),
  constraint account_name unique (owner, kind, area, part_year),
  constraint part_year_of_personal check ((kind = 'personal') = (part_year > 0)),
  constraint no_overdraft check (
    case side
      when 'credit' then net_fen - held_fen - frozen_fen >= 0
      when 'debit' then net_fen <= 0 and held_fen = 0 and frozen_fen = 0
      else held_fen = 0 and frozen_fen = 0
    end
  ),
  constraint closed_is_empty check (status <> 'closed' or (net_fen = 0 and held_fen = 0 and frozen_fen = 0))
) with (fillfactor = 70);

-- A hold is a journal as well: its postings move no amount but set one aside; its outcome names it in hold_id.
create table ledger.journal (
  id bigint primary key,
  area char(6) not null,
  type text not null check (type in ('post', 'hold', 'capture', 'void', 'expire', 'reverse', 'freeze', 'set-status')),
  kind text not null,
  reference text not null,
  business_date date not null,
  posted_at timestamptz(3) not null,
  key text not null,
  hold_id bigint references ledger.journal,
  reverses bigint references ledger.journal,
  expires_at timestamptz(3),
  constraint outcome_of_hold check ((type in ('capture', 'void', 'expire')) = (hold_id is not null)),
  constraint reversal_of_journal check ((type = 'reverse') = (reverses is not null)),
  constraint hold_expires check ((type = 'hold') = (expires_at is not null))
);
create unique index journal_one_outcome_per_hold on ledger.journal (hold_id) where hold_id is not null;
create unique index journal_reversed_once on ledger.journal (reverses) where reverses is not null;
create index journal_reference on ledger.journal (reference);

create table ledger.posting (
  -- That the journal exists, and the account in this area, is enforced by apply_postings for all rows at once (a foreign key
  -- looks at each row by itself, which makes a batch a third slower).
  journal_id bigint not null,
  sequence smallint not null,
  area char(6) not null,
  account_id bigint not null,
  amount_fen bigint not null,
  held_fen bigint not null,
  frozen_fen bigint not null,
  status text,
  balance_after_fen bigint not null,
  primary key (journal_id, sequence)
);
create index posting_account on ledger.posting (account_id, journal_id);

-- Holds without an outcome; kept by triggers so that expiry need not search the past.
create table ledger.open_hold (
  hold_id bigint primary key references ledger.journal,
  area char(6) not null,
  expires_at timestamptz(3) not null
);
create index open_hold_expires on ledger.open_hold (expires_at);

create table ledger.command (
  area char(6) not null,
  key text not null,
  content_hash text not null,
  outcome jsonb not null,
  primary key (area, key)
);

create table ledger.chain (
  area char(6) not null,
  number bigint not null,
  -- 0 and 32 zero bytes at the beginning of an area.
  previous_number bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (area, number),
  constraint chain_has_no_fork unique (area, previous_number)
);

create table ledger.chain_head (
  area char(6) primary key,
  number bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex')
);
