-- Tickets of the bridge between the citizen pages and a native shell: one use, a few minutes, only the hash is kept.
create table edge.bridge_ticket (
  ticket_id text primary key,
  ticket_hash bytea not null unique,
  area char(6) not null,
  kind text not null check (kind in ('session', 'pay', 'photo', 'subscribe')),
  subject_no text not null,
  -- The payment that a ticket of the kind `pay` is for.
  payment_id text check ((kind = 'pay') = (payment_id is not null)),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- The photo that came in by a ticket of the kind `photo`.
  photo_id text
);
create index bridge_ticket_expires on edge.bridge_ticket (expires_at);
grant select, insert, update, delete on edge.bridge_ticket to gongji_app;

-- What people answered when a host asked whether it may send them messages; never changed, the last answer counts.
create table edge.subscription_answer (
  seq bigint generated always as identity primary key,
  area char(6) not null,
  person_no text not null,
  host text not null check (host in ('wechat', 'alipay', 'h5')),
  template text not null,
  accepted boolean not null,
  at timestamptz not null
);
create index subscription_answer_person on edge.subscription_answer (person_no, host, template, seq);
grant select, insert on edge.subscription_answer to gongji_app;
