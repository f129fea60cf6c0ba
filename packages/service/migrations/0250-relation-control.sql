-- What a giver allows a member: kept in the relation's own row, so that whoever waited for its lock reads the newest.
alter table gongji.relation
  -- Most fen for one payment, and in a calendar year; null: no limit of the giver's own.
  add column limit_payment_fen bigint check (limit_payment_fen > 0),
  add column limit_year_fen bigint check (limit_year_fen > 0),
  add column purposes text[] not null default array['outpatient', 'pharmacy', 'premium']
    check (purposes <@ array['outpatient', 'pharmacy', 'premium'] and cardinality(purposes) > 0),
  -- First and last day on which the money may be used; null: from the binding on, without end.
  add column usable_from date,
  add column usable_to date,
  add column paused boolean not null default false,
  -- Rises with every change of control; a change names the version that was seen.
  add column control_version integer not null default 1 check (control_version > 0),
  add check (usable_from <= usable_to);

grant update (limit_payment_fen, limit_year_fen, purposes, usable_from, usable_to, paused, control_version, position)
  on gongji.relation to gongji_app;
