-- Settlements are kept compactly: the explanation once, as forms and figures; references checked by statement, not by row.

-- What a line of an explanation says apart from its figures. `pieces` is the sentence, cut where its figures stand. The id is
-- taken from the content, so that the hash of a decision covers the forms that it names.
create table gongji.line_form (
  area char(6) not null,
  form_id text not null,
  pieces text[] not null,
  line jsonb not null,
  primary key (area, form_id)
);
alter table gongji.line_form enable row level security;
create policy application_role on gongji.line_form to gongji_app using (true) with check (true);
create policy own_area on gongji.line_form for select to gongji_staff using (area = gongji.current_area());
grant select, insert on gongji.line_form to gongji_app;

-- Whose account each owner in the explanation is, e.g. {"self": "…", "giver-1": "…"}. Bills from before this migration have
-- null here, their lines in `bill_line` and in `result`; later ones have them in their decision's trace alone.
alter table gongji.bill add column owners jsonb;

-- The explanation of every bill, line by line. A line of a trace is [form, [figures of the sentence], fen, {the rest}].
create view gongji.explanation_line with (security_invoker = true) as
  select settlement_id, seq, area, line, owner_no from gongji.bill_line
  union all
  select b.settlement_id, told.seq::integer, b.area, whole.line, b.owners ->> (whole.line ->> 'owner')
  from gongji.bill b
  join gongji.decision d on d.subject_kind = 'settlement' and d.subject_id = b.settlement_id and d.seq = 1
  cross join lateral jsonb_array_elements(d.trace) with ordinality as told (line, seq)
  join gongji.line_form f on f.area = b.area and f.form_id = told.line ->> 0
  cross join lateral (
    select f.line || coalesce(told.line -> 3, '{}') || jsonb_build_object('fen', told.line -> 2, 'text',
      (select string_agg(piece || coalesce(told.line -> 1 ->> (place - 1)::integer, ''), '' order by place)
       from unnest(f.pieces) with ordinality as cut (piece, place)))
  ) as whole (line)
  where b.owners is not null;
grant select on gongji.explanation_line to gongji_app;

-- What was shown, kept likewise: `shown` without lines, the till's lines apart; null where `shown` has them.
alter table gongji.till_quote add column trace jsonb;

-- A foreign key looks up and locks one row after the other. Nobody may delete or change a quote, and the quote refers to the
-- institution and the person: one look at the batch's quotes says as much.
create function gongji.check_bills() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (
    select from made cross join lateral (
      select count(*) as found from (
        select from gongji.till_quote q where q.quote_id = made.quote_id
          and q.institution_code = made.institution_code and q.patient_no = made.patient_no offset 0) as quote
    ) as look where look.found = 0)
  then
    raise exception 'a bill is not of its quote' using errcode = 'foreign_key_violation', constraint = 'bill_quote';
  end if;
  return null;
end $$;
create trigger bill_quote after insert on gongji.bill referencing new table as made
  for each statement execute function gongji.check_bills();
alter table gongji.bill
  drop constraint bill_institution_code_fkey,
  drop constraint bill_patient_no_fkey,
  drop constraint bill_quote_id_fkey;

-- A chain can't fork: its place in it is the key of a record. That no two hashes are equal needs no index.
alter table gongji.action drop constraint action_hash_key;
alter table gongji.decision drop constraint decision_hash_key;
