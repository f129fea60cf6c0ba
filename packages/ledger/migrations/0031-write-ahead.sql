-- A batch that was decided while the one before it was still being written, on another connection.

-- Waits until the book has `expected` batches (its predecessor is committed), a fifth of a second at most, and writes the batch. If the
-- predecessor failed or somebody else wrote, nothing is written (40001, book_moved).
create function ledger.write_next(
  of_area bpchar, expected bigint,
  journals bigint[], debits bigint[], credits bigint[], amounts bigint[], debit_afters bigint[], credit_afters bigint[],
  debit_previouses bigint[], credit_previouses bigint[], followed bigint[], happened timestamptz[], days date[],
  effects smallint[], types smallint[], counts smallint[], kinds text[], reference_texts text[], keys text[],
  hashes bytea[], extras jsonb[]
) returns void
  language plpgsql volatile security definer set search_path = ledger, pg_temp as $$
begin
  for times in 1..400 loop
    exit when (select batches from ledger.book where area = of_area) >= expected;
    perform pg_sleep(0.0005);
  end loop;
  perform ledger.write_batch(of_area, expected, journals, debits, credits, amounts, debit_afters, credit_afters, debit_previouses,
    credit_previouses, followed, happened, days, effects, types, counts, kinds, reference_texts, keys, hashes, extras);
end $$;
revoke execute on function ledger.write_next from public;
grant execute on function ledger.write_next to gongji_app;
