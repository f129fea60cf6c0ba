-- Premiums of several people paid in one go: which payments were begun together, in which order. Rows are only ever added.
create table gongji.premium_order (
  order_id text primary key,
  -- The payer's area.
  area char(6) not null,
  payer_no text not null references gongji.person (person_no),
  created_at timestamptz not null
);

create table gongji.premium_order_item (
  order_id text not null references gongji.premium_order (order_id),
  position integer not null check (position > 0),
  payment_id text not null unique references gongji.premium_payment (payment_id),
  area char(6) not null,
  primary key (order_id, position)
);

grant select, insert on gongji.premium_order, gongji.premium_order_item to gongji_app;
alter table gongji.premium_order enable row level security;
alter table gongji.premium_order_item enable row level security;
create policy application_role on gongji.premium_order to gongji_app using (true) with check (true);
create policy application_role on gongji.premium_order_item to gongji_app using (true) with check (true);
