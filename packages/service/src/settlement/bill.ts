// Bills in the database: what was settled, its lines, and whether it was reversed. Rows are only ever added.
import type { InstitutionMark, TillResult } from '@gongji/contract';
import type { JournalId } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';
import type { Adjudicated, Asked } from './adjudicate.ts';

export interface Bill {
  settlementId: string;
  area: string;
  institutionCode: string;
  patientNo: string;
  quoteId: string;
  /** Who asked, under which idempotency key. */
  actor: string;
  requestKey: string;
  at: Date;
  businessDate: string;
  asked: Asked;
  result: TillResult;
  deductibleAddedFen: number;
  fundAddedFen: number;
  journalId: JournalId | null;
}

export interface BillRecord extends Bill {
  institution: InstitutionMark;
  reversal: { at: Date; reasonEnc: Buffer } | null;
}

const columns = `b.settlement_id as "settlementId", b.area, b.institution_code as "institutionCode",
  b.patient_no as "patientNo", b.quote_id as "quoteId", b.actor, b.request_key as "requestKey", b.at,
  b.business_date as "businessDate", b.asked, b.result, b.deductible_added_fen as "deductibleAddedFen",
  b.fund_added_fen as "fundAddedFen", b.journal_id as "journalId",
  json_build_object('code', i.code, 'name', i.name, 'kind', i.kind, 'level', i.level, 'area', i.area) as institution,
  r.at as "reversedAt", r.reason_enc as "reasonEnc"`;
const tables = `gongji.bill b join gongji.institution i on i.code = b.institution_code
  left join gongji.bill_reversal r on r.settlement_id = b.settlement_id`;

type Row = Omit<BillRecord, 'reversal'> & { reversedAt: Date | null; reasonEnc: Buffer | null };

function recordOf({ reversedAt, reasonEnc, ...bill }: Row): BillRecord {
  return { ...bill, reversal: reversedAt && reasonEnc && { at: reversedAt, reasonEnc } };
}

export async function findBill(client: Queryable, settlementId: string): Promise<BillRecord | undefined> {
  const { rows } = await client.query<Row>(`select ${columns} from ${tables} where b.settlement_id = $1`, [
    settlementId,
  ]);
  return rows[0] && recordOf(rows[0]);
}

/** The institution's last bills, the newest first. */
export async function billsOf(
  client: Queryable,
  institutionCode: string,
  limit: number,
): Promise<BillRecord[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from ${tables} where b.institution_code = $1 order by b.at desc, b.settlement_id limit $2`,
    [institutionCode, limit],
  );
  return rows.map(recordOf);
}

/** Bills that were made under these keys or of these quotes. */
export async function madeBills(
  client: Queryable,
  requests: readonly { actor: string; key: string; quoteId: string }[],
): Promise<Pick<Bill, 'settlementId' | 'quoteId' | 'actor' | 'requestKey'>[]> {
  const { rows } = await client.query<Pick<Bill, 'settlementId' | 'quoteId' | 'actor' | 'requestKey'>>(
    `select settlement_id as "settlementId", quote_id as "quoteId", actor, request_key as "requestKey" from gongji.bill
     where (actor, request_key) in (select * from unnest($1::text[], $2::text[])) or quote_id = any($3::text[])`,
    [
      requests.map((request) => request.actor),
      requests.map((request) => request.key),
      requests.map((request) => request.quoteId),
    ],
  );
  return rows;
}

export async function insertBills(client: PoolClient, bills: readonly Bill[]): Promise<void> {
  await client.query(
    `insert into gongji.bill (settlement_id, area, institution_code, patient_no, quote_id, actor, request_key, at,
       business_date, asked, result, total_fen, fund_fen, own_account_fen, shared_fen, cash_fen, deductible_added_fen,
       fund_added_fen, journal_id)
     select * from jsonb_to_recordset($1) as n (settlement_id text, area text, institution_code text, patient_no text,
       quote_id text, actor text, request_key text, at timestamptz, business_date date, asked jsonb, result jsonb,
       total_fen bigint, fund_fen bigint, own_account_fen bigint, shared_fen bigint, cash_fen bigint,
       deductible_added_fen bigint, fund_added_fen bigint, journal_id text)`,
    [
      JSON.stringify(
        bills.map((bill) => ({
          settlement_id: bill.settlementId,
          area: bill.area,
          institution_code: bill.institutionCode,
          patient_no: bill.patientNo,
          quote_id: bill.quoteId,
          actor: bill.actor,
          request_key: bill.requestKey,
          at: bill.at.toISOString(),
          business_date: bill.businessDate,
          asked: bill.asked,
          result: bill.result,
          total_fen: bill.result.totalFen,
          fund_fen: bill.result.fundFen,
          own_account_fen: bill.result.ownAccountFen,
          shared_fen: bill.result.sharedFen,
          cash_fen: bill.result.cashFen,
          deductible_added_fen: bill.deductibleAddedFen,
          fund_added_fen: bill.fundAddedFen,
          journal_id: bill.journalId,
        })),
      ),
    ],
  );
}

/** The whole explanation, with the person whose account pays each payer line. */
export async function insertBillLines(
  client: PoolClient,
  bills: readonly { bill: Bill; lines: Adjudicated['lines'] }[],
): Promise<void> {
  const rows = bills.flatMap(({ bill, lines }) =>
    lines.map(({ line, ownerNo }, index) => ({ bill, line, ownerNo, seq: index + 1 })),
  );
  await client.query(
    `insert into gongji.bill_line (settlement_id, seq, area, line, owner_no)
     select * from unnest($1::text[], $2::int[], $3::text[], $4::jsonb[], $5::text[])`,
    [
      rows.map((row) => row.bill.settlementId),
      rows.map((row) => row.seq),
      rows.map((row) => row.bill.area),
      rows.map((row) => JSON.stringify(row.line)),
      rows.map((row) => row.ownerNo),
    ],
  );
}
