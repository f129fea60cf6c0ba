// Writes any number of synthetic payments straight into the tables, as many as no test could settle one by one.
import type { Pool } from 'pg';

const area = '211200';
const chunk = 250_000;

/**
 * `count` settlements of one record each over the days of 2024, by 1,000 people at ten institutions; every third one is paid by a
 * relative. Balances are not kept: only the dashboards read this. The pool is the owner's.
 */
export async function writePayments(owner: Pool, count: number): Promise<void> {
  await owner.query(`
    alter table gongji.bill disable trigger all;
    alter table gongji.bill drop constraint if exists bill_quote_id_key, drop constraint if exists bill_actor_request_key_key,
      drop constraint if exists bill_journal_id_key;
    drop index if exists gongji.bill_institution, gongji.bill_patient;
    insert into gongji.institution (code, area, name, kind, level)
      select 'S' || n, '${area}', '合成机构' || n, case when n % 5 = 0 then 'pharmacy' else 'hospital' end,
        case when n % 5 = 0 then null else 1 end from generate_series(1, 10) n;
    insert into ledger.book (area) values ('${area}') on conflict do nothing;
    insert into ledger.account (area, kind, owner, part_year) select '${area}', 'personal', 'synthetic-' || n, 2024 from generate_series(0, 999) n;
    insert into ledger.account (area, kind, owner, part_year) select '${area}', 'payable', 'S' || n, 0 from generate_series(1, 10) n;
    create table synthetic_payer as select row_number() over (order by id) - 1 as n, id from ledger.account where owner like 'synthetic-%';
    create table synthetic_taker as select row_number() over (order by id) - 1 as n, id, owner from ledger.account where owner ~ '^S[0-9]+$';
  `);
  const { rows } = await owner.query<{ first: number; records: number }>(
    'select (lane::bigint << 40) + records + 1 as first, records from ledger.book where area = $1',
    [area],
  );
  const { first = 0, records = 0 } = rows[0] ?? {};
  for (let from = 0; from < count; from += chunk) {
    const to = Math.min(from + chunk, count) - 1;
    await owner.query(
      `insert into ledger.record (id, area, debit, credit, amount_fen, happened_at, day, effect, type, lines, kind, reference)
       select $1::bigint + k, '${area}', payer.id, taker.id, 100 + k % 5000, '2024-01-01T10:00:00+08:00', date '2024-01-01' + (k * 366 / $4)::int,
         1, 1, 0, 'settlement', 'synthetic-' || k
       from generate_series($2::bigint, $3::bigint) k
       join synthetic_payer payer on payer.n = k % 1000 join synthetic_taker taker on taker.n = k % 10`,
      [first, from, to, count],
    );
    await owner.query(
      `insert into gongji.bill (settlement_id, area, institution_code, patient_no, quote_id, actor, request_key, at, business_date, asked,
         result, total_fen, fund_fen, own_account_fen, shared_fen, cash_fen, deductible_added_fen, fund_added_fen)
       select 'synthetic-' || k, '${area}', taker.owner, case when k % 3 = 0 then 'child-' else 'synthetic-' end || k % 1000, '', '', '',
         '2024-01-01T10:00:00+08:00', date '2024-01-01' + (k * 366 / $3)::int, '{}', '{}', 100 + k % 5000, 0, 100 + k % 5000, 0, 0, 0, 0
       from generate_series($1::bigint, $2::bigint) k join synthetic_taker taker on taker.n = k % 10`,
      [from, to, count],
    );
  }
  await owner.query('update ledger.book set records = $2 where area = $1', [area, records + count]);
  await owner.query('analyze ledger.record; analyze gongji.bill; analyze ledger.account');
}

/** What the dashboards must say about them: fen in all, and from relatives. */
export async function paymentSums(owner: Pool): Promise<{ fen: number; sharedFen: number; count: number }> {
  const { rows } = await owner.query<{ fen: number; sharedFen: number; count: number }>(
    `select sum(total_fen)::bigint as fen, (sum(total_fen) filter (where patient_no like 'child-%'))::bigint as "sharedFen",
       count(*) as count from gongji.bill where settlement_id like 'synthetic-%'`,
  );
  return rows[0] ?? { fen: 0, sharedFen: 0, count: 0 };
}
