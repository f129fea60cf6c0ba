-- Online orders of institutions: what was uploaded for a patient to pay, its refunds, and the notices that tell it was paid.
create table gongji.online_order (
  order_id text primary key,
  -- The patient's insured area.
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  patient_no text not null references gongji.person (person_no),
  -- The institution's own number of the order.
  own_no text not null,
  visit_id text not null references gongji.visit (visit_id),
  batch_no text not null,
  -- What the patient was shown; only this may be taken.
  quote_id text not null references gongji.presettlement (quote_id),
  total_fen bigint not null check (total_fen > 0),
  account_flag text not null check (account_flag in ('0', '1', '2')),
  med_type text not null,
  clr_type text not null,
  insutype text not null,
  invoice_no text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  -- When the institution told that the cash was paid too, and by which channel.
  completed_at timestamptz,
  cash_channel text,
  check ((completed_at is null) = (cash_channel is null)),
  check (withdrawn_at is null or completed_at is null)
);
create unique index online_order_own_no on gongji.online_order (institution_code, own_no) where withdrawn_at is null;
create unique index online_order_batch on gongji.online_order (visit_id, batch_no) where withdrawn_at is null;

create table gongji.online_order_refund (
  refund_id text primary key,
  area char(6) not null,
  order_id text not null references gongji.online_order (order_id),
  institution_code text not null references gongji.institution (code),
  -- The institution's own number of the refund.
  own_no text not null,
  -- ALL both, HI what insurance paid, CASH cash only.
  kind text not null check (kind in ('ALL', 'HI', 'CASH')),
  cash_fen bigint not null check (cash_fen >= 0),
  msgid text not null,
  at timestamptz not null,
  -- Null while the money is being given back.
  outcome text check (outcome in ('done', 'refused')),
  unique (institution_code, msgid)
);
create index online_order_refund_order on gongji.online_order_refund (order_id);
create unique index online_order_refund_own_no on gongji.online_order_refund (institution_code, own_no)
  where outcome is distinct from 'refused';

-- Made with the payment, in one transaction; sent until the institution's software has taken it.
create table gongji.online_order_notice (
  order_id text primary key references gongji.online_order (order_id),
  -- The institution's area.
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  msgid text not null,
  -- The payment, on the business clock.
  at timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  -- In real time.
  next_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index online_order_notice_due on gongji.online_order_notice (next_at) where delivered_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['online_order', 'online_order_refund', 'online_order_notice']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy own_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
    execute format('grant select, insert on gongji.%I to gongji_app', name);
  end loop;
end
$$;
grant update (withdrawn_at, completed_at, cash_channel) on gongji.online_order to gongji_app;
grant update (outcome) on gongji.online_order_refund to gongji_app;
grant update (attempts, next_at, delivered_at) on gongji.online_order_notice to gongji_app;
-- Administrators see which notices of their institutions wait.
grant select on gongji.online_order_notice to gongji_staff;
