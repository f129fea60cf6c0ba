// A bill's figures for the agency: never its lines, which would tell a disease.
import type { PolicyRef, RecordMark } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import { yuanText } from '../usage/money-text.ts';

export interface BillFigures {
  settlementId: string;
  patientNo: string;
  institutionCode: string;
  /** Null for an institution of another area. */
  institutionName: string | null;
  at: Date;
  businessDate: string;
  totalFen: number;
  fundFen: number;
  ownAccountFen: number;
  sharedFen: number;
  cashFen: number;
  policy: PolicyRef;
  journalId: string | null;
  reversedAt: Date | null;
}

const select = `select b.settlement_id as "settlementId", b.patient_no as "patientNo",
  b.institution_code as "institutionCode", i.name as "institutionName", b.at, b.business_date::text as "businessDate",
  b.total_fen as "totalFen", b.fund_fen as "fundFen", b.own_account_fen as "ownAccountFen", b.shared_fen as "sharedFen",
  b.cash_fen as "cashFen", b.result -> 'policy' as policy, b.journal_id as "journalId", r.at as "reversedAt"
  from gongji.bill b left join gongji.institution i on i.code = b.institution_code
  left join gongji.bill_reversal r on r.settlement_id = b.settlement_id`;

export async function findBillFigures(
  client: Queryable,
  settlementId: string,
): Promise<BillFigures | undefined> {
  const { rows } = await client.query<BillFigures>(`${select} where b.settlement_id = $1`, [settlementId]);
  return rows[0];
}

/** A patient's bills, the newest first. */
export async function billsOfPatient(
  client: Queryable,
  patientNo: string,
  limit: number,
): Promise<BillFigures[]> {
  const { rows } = await client.query<BillFigures>(
    `${select} where b.patient_no = $1 order by b.at desc, b.settlement_id limit $2`,
    [patientNo, limit],
  );
  return rows;
}

export const billMark = (bill: BillFigures, nameOf: (personNo: string) => string): RecordMark => ({
  kind: 'settlement',
  id: bill.settlementId,
  title: `结算：${nameOf(bill.patientNo)}，${bill.institutionName ?? bill.institutionCode}`,
  text: `${bill.businessDate}，总费用 ${yuanText(bill.totalFen)}${bill.reversedAt ? '，已退费' : ''}`,
});
