// Bills in the database: what was settled, its lines, and whether it was reversed. Rows are only ever added.
import type { InstitutionMark, TillResult } from '@gongji/contract';
import { dayColumn, instantColumn, int8Column, jsonColumn, textColumn } from '@gongji/database';
import type { JournalId } from '@gongji/ledger';
import type { Line } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';
import { explained } from '../usage/explained.ts';
import { figuresOf } from './adjudicate.ts';
import type { Asked } from './adjudicate.ts';
import { tillLines } from './till-lines.ts';

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
  /** Whose account each owner in the explanation is, by the owner's name there; null in bills of the first release. */
  owners: Readonly<Record<string, string>> | null;
}

export interface BillRecord extends Bill {
  institution: InstitutionMark;
  reversal: { at: Date; reasonEnc: Buffer } | null;
}

const columns = `b.settlement_id as "settlementId", b.area, b.institution_code as "institutionCode",
  b.patient_no as "patientNo", b.quote_id as "quoteId", b.actor, b.request_key as "requestKey", b.at,
  b.business_date as "businessDate", b.asked, b.result, b.owners, b.deductible_added_fen as "deductibleAddedFen",
  b.fund_added_fen as "fundAddedFen", b.journal_id as "journalId",
  json_build_object('code', i.code, 'name', i.name, 'kind', i.kind, 'level', i.level, 'area', i.area) as institution,
  r.at as "reversedAt", r.reason_enc as "reasonEnc",
  case when b.owners is not null then
    (select jsonb_agg(l.line order by l.seq) from gongji.explanation_line l where l.settlement_id = b.settlement_id)
  end as lines`;
const tables = `gongji.bill b join gongji.institution i on i.code = b.institution_code
  left join gongji.bill_reversal r on r.settlement_id = b.settlement_id`;

type Row = Omit<BillRecord, 'reversal'> & {
  reversedAt: Date | null;
  reasonEnc: Buffer | null;
  /** The whole explanation; null where the result itself has the till's lines. */
  lines: Line[] | null;
};

function recordOf({ reversedAt, reasonEnc, lines, ...bill }: Row): BillRecord {
  return {
    ...bill,
    result: lines ? { ...bill.result, lines: explained(tillLines(lines)) } : bill.result,
    reversal: reversedAt && reasonEnc && { at: reversedAt, reasonEnc },
  };
}

/** Bills by id; absent ones are left out. */
export async function findBills(
  client: Queryable,
  settlementIds: readonly string[],
): Promise<Map<string, BillRecord>> {
  const { rows } = await client.query<Row>(
    `select ${columns} from ${tables} where b.settlement_id = any($1::text[])`,
    [settlementIds],
  );
  return new Map(rows.map((row) => [row.settlementId, recordOf(row)]));
}

export async function findBill(client: Queryable, settlementId: string): Promise<BillRecord | undefined> {
  return (await findBills(client, [settlementId])).get(settlementId);
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

type MadeBill = Pick<Bill, 'settlementId' | 'quoteId' | 'actor' | 'requestKey'>;

/** Bills that were made under these keys or of these quotes. */
export async function madeBills(
  client: Queryable,
  requests: readonly { actor: string; key: string; quoteId: string }[],
): Promise<MadeBill[]> {
  const { rows } = await client.query<MadeBill>({
    name: 'made-bills',
    // `offset 0` keeps these look-ups by index.
    text: `select b.settlement_id as "settlementId", b.quote_id as "quoteId", b.actor, b.request_key as "requestKey"
      from unnest($1::text[], $2::text[]) as asked (actor, key)
      cross join lateral (select * from gongji.bill m where m.actor = asked.actor and m.request_key = asked.key offset 0) as b
      union
      select b.settlement_id, b.quote_id, b.actor, b.request_key
      from unnest($3::text[]) as asked (quote)
      cross join lateral (select * from gongji.bill m where m.quote_id = asked.quote offset 0) as b`,
    values: [
      textColumn(requests.map((request) => request.actor)),
      textColumn(requests.map((request) => request.key)),
      textColumn(requests.map((request) => request.quoteId)),
    ],
  });
  return rows;
}

/** The explanation stands in the decision; the result is kept without it. */
export async function insertBills(client: PoolClient, bills: readonly Bill[]): Promise<void> {
  await client.query({
    name: 'bills',
    text: `insert into gongji.bill (settlement_id, area, institution_code, patient_no, quote_id, actor, request_key, at,
        business_date, asked, result, owners, total_fen, fund_fen, own_account_fen, shared_fen, cash_fen,
        deductible_added_fen, fund_added_fen, journal_id)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::timestamptz[], $9::date[], $10::jsonb[], $11::jsonb[], $12::jsonb[], $13::bigint[], $14::bigint[],
        $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::text[])`,
    values: [
      textColumn(bills.map((bill) => bill.settlementId)),
      textColumn(bills.map((bill) => bill.area)),
      textColumn(bills.map((bill) => bill.institutionCode)),
      textColumn(bills.map((bill) => bill.patientNo)),
      textColumn(bills.map((bill) => bill.quoteId)),
      textColumn(bills.map((bill) => bill.actor)),
      textColumn(bills.map((bill) => bill.requestKey)),
      instantColumn(bills.map((bill) => bill.at)),
      dayColumn(bills.map((bill) => bill.businessDate)),
      jsonColumn(bills.map((bill) => bill.asked)),
      jsonColumn(bills.map((bill) => figuresOf(bill.result))),
      jsonColumn(bills.map((bill) => bill.owners)),
      int8Column(bills.map((bill) => bill.result.totalFen)),
      int8Column(bills.map((bill) => bill.result.fundFen)),
      int8Column(bills.map((bill) => bill.result.ownAccountFen)),
      int8Column(bills.map((bill) => bill.result.sharedFen)),
      int8Column(bills.map((bill) => bill.result.cashFen)),
      int8Column(bills.map((bill) => bill.deductibleAddedFen)),
      int8Column(bills.map((bill) => bill.fundAddedFen)),
      textColumn(bills.map((bill) => bill.journalId)),
    ],
  });
}
