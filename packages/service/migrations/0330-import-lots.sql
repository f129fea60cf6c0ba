-- Rows of a file that bring money, lot by lot in one call: what is wrong with a row is told by its line, what is new is posted.

-- `state` of a line that is not posted now: 'ours' was by an earlier part of this very run, 'same' was under its name with this amount;
-- all others are wrong. Both counts of money are of what is posted now and of what is ours.
create function gongji.bring_in_credits(
  of_area bpchar, of_import integer, from_owner text, of_kind text, of_day date, of_at timestamptz,
  lines integer[], person_nos text[], slots text[], part_years smallint[], amounts bigint[],
  out good_rows bigint, out good_fen bigint, out other_lines integer[], out other_states text[]
) language plpgsql volatile set search_path = gongji, ledger, pg_temp
  -- A lot is small beside the tables: rows are looked up by the indexes, whatever the planner believes.
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  states text[];
  added bigint;
begin
  select array_agg(case when p.person_no is null then 'unknown-person' when p.area <> of_area then 'other-area'
      when p.scheme <> 'employee' then 'not-employee' end order by line.place)
    into states
    from unnest(person_nos) with ordinality as line (person_no, place)
    left join lateral (select * from gongji.person p where p.person_no = line.person_no collate "default" offset 0) as p on true;
  insert into gongji.imported_credit (person_no, slot, area, amount_fen, import_no, line)
    select line.person_no, line.slot, of_area, line.fen, of_import, line.line
    from unnest(lines, person_nos, slots, amounts, states) as line (line, person_no, slot, fen, state)
    where line.state is null
    on conflict (person_no, slot) do nothing;
  get diagnostics added = row_count;
  if added = cardinality(lines) then
    perform ledger.credit_many(of_area, 'contributions', from_owner, person_nos, part_years, amounts, of_kind,
      'import-' || of_import, 'import:' || of_import || ':' || lines[1], of_day, of_at);
  else
    -- What this transaction has written just now is new.
    select array_agg(case when line.state is not null then line.state
          when known.line = line.line and known.import_no = of_import and known.made_by = pg_current_xact_id()::xid then 'added'
          when known.amount_fen <> line.fen then case when known.import_no = of_import then 'twice' else 'other-amount' end
          when known.import_no = of_import and known.line = line.line then 'ours' else 'same' end order by line.place)
      into states
      from unnest(lines, person_nos, slots, amounts, states) with ordinality as line (line, person_no, slot, fen, state, place)
      left join lateral (select c.*, c.xmin as made_by from gongji.imported_credit c where c.person_no = line.person_no collate "default" and c.slot = line.slot collate "C" offset 0) as known
        on true;
    perform ledger.credit_many(of_area, 'contributions', from_owner, array_agg(line.person_no), array_agg(line.part_year), array_agg(line.fen),
        of_kind, 'import-' || of_import, 'import:' || of_import || ':' || (array_agg(line.line))[1], of_day, of_at)
      from (select * from unnest(lines, person_nos, part_years, amounts, states) as line (line, person_no, part_year, fen, state)
        where line.state = 'added' order by line.line) as line having count(*) > 0;
  end if;
  select count(*), coalesce(sum(line.fen), 0) into good_rows, good_fen
    from unnest(amounts, states) as line (fen, state) where line.state is null or line.state in ('added', 'ours');
  select array_agg(line.line order by line.line), array_agg(line.state order by line.line) into other_lines, other_states
    from unnest(lines, states) as line (line, state) where line.state not in ('added', 'ours');
end $$;
revoke execute on function gongji.bring_in_credits from public;
grant execute on function gongji.bring_in_credits to gongji_app;
