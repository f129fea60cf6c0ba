-- The medical catalogue: what an item's cost is split by. Rows are never changed: a new figure is a row with a later start.
create table gongji.catalogue_item (
  -- '000000' the whole country, 'NN0000' a province, or one pooling area; the narrowest that has the item counts.
  area char(6) not null check (area ~ '^[0-9]{6}$'),
  code text not null,
  valid_from date not null,
  -- The first day on which it is no longer in force; null until a later row of the same area and code begins.
  valid_to date check (valid_to > valid_from),
  name text not null,
  -- 101 western and Chinese patent medicine, 102 herbal pieces, 201 services, 301 consumables.
  list_type text not null check (list_type in ('101', '102', '201', '301')),
  -- Kind of charge, as the interface's med_chrgitm_type.
  charge_type char(2) not null,
  class char(1) not null check (class in ('A', 'B', 'C')),
  pre_self_pay_per_ten_thousand integer not null check (pre_self_pay_per_ten_thousand between 0 and 10000),
  -- For one unit, in millionths of a yuan; null where there is no limit.
  price_limit_millionths bigint check (price_limit_millionths >= 0),
  usual_price_millionths bigint not null check (usual_price_millionths >= 0),
  -- In words, what the insurance pays it for; null where its use is not restricted.
  restriction text,
  spec text not null default '',
  dosage_form text not null default '',
  primary key (area, code, valid_from),
  check (class = 'B' or pre_self_pay_per_ten_thousand = 0)
);

alter table gongji.catalogue_item enable row level security;
create policy application_role on gongji.catalogue_item to gongji_app using (true) with check (true);
grant select, insert on gongji.catalogue_item to gongji_app;
