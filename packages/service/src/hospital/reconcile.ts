// Reconciliation of an institution's days with our books: by totals (3201), and row by row (3202).
import type { InstitutionMark } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import type { Queryable } from '../kernel/transact.ts';
import { yuanText } from '../usage/money-text.ts';
import type { Message } from './message.ts';

/** Which of our rows: days of settlement or refund, both inclusive. */
export interface Period {
  from: string;
  to: string;
  clrType: string;
  /** `''` for both schemes. */
  insutype: string;
  /** `''`: settlements and refunds; '0' settlements only, '1' refunds only. */
  refund: string;
}
export interface Totals {
  totalFen: number;
  fundFen: number;
  /** Own account and relatives' together. */
  accountFen: number;
  count: number;
}
/** One row of either side: a settlement, or its refund with negative amounts. */
export interface LedgerRow {
  settlementId: string;
  visitId: string;
  personNo: string;
  msgid: string;
  isRefund: boolean;
  totalFen: number;
  fundFen: number;
  accountFen: number;
}
export type TheirRow = Omit<LedgerRow, 'msgid'>;
export interface ComparedRow extends LedgerRow {
  isEven: boolean;
  memo: string;
}

/** Our rows of a period; a refund is a row of its own on the day on which it was made. */
export async function ourRows(
  client: Queryable,
  institution: Pick<InstitutionMark, 'code'>,
  period: Period,
): Promise<LedgerRow[]> {
  const { rows } = await client.query<LedgerRow>(
    `with ours as (
       select s.settlement_id, s.visit_id, b.patient_no, s.msgid, b.business_date, r.business_date as refund_date,
         b.total_fen, b.fund_fen, b.own_account_fen + b.shared_fen as account_fen, s.at
       from gongji.hospital_settlement s
       join gongji.bill b using (settlement_id)
       left join gongji.bill_reversal r using (settlement_id)
       where s.institution_code = $1 and s.clr_type = $4 and ($5 = '' or s.insutype = $5))
     select settlement_id as "settlementId", visit_id as "visitId", patient_no as "personNo", msgid,
       is_refund as "isRefund", sign * total_fen as "totalFen", sign * fund_fen as "fundFen",
       sign * account_fen as "accountFen"
     from (
       select *, false as is_refund, 1 as sign from ours where business_date between $2 and $3 and $6 <> '1'
       union all
       select *, true, -1 from ours where refund_date between $2 and $3 and $6 <> '0') as row
     order by at, settlement_id, is_refund`,
    [institution.code, period.from, period.to, period.clrType, period.insutype, period.refund],
  );
  return rows;
}

export function totalsOf(rows: readonly Omit<Totals, 'count'>[]): Totals {
  const sum = (fenOf: (row: Omit<Totals, 'count'>) => number) =>
    rows.reduce((total, row) => total + fenOf(row), 0);
  return {
    totalFen: sum((row) => row.totalFen),
    fundFen: sum((row) => row.fundFen),
    accountFen: sum((row) => row.accountFen),
    count: rows.length,
  };
}

const signedYuan = (fen: number): string => `${fen < 0 ? '-' : ''}${yuanText(Math.abs(fen))}`;

/** What differs in words; `''` when all is even. */
export function difference(ours: Totals, theirs: Totals): string {
  const amounts = [
    ['医疗费总额', ours.totalFen, theirs.totalFen],
    ['基金支付总额', ours.fundFen, theirs.fundFen],
    ['个人账户支付', ours.accountFen, theirs.accountFen],
  ] as const;
  const texts = amounts.flatMap(([what, our, their]) =>
    our === their ? [] : [`${what}：医保 ${signedYuan(our)}，机构 ${signedYuan(their)}`],
  );
  if (ours.count !== theirs.count) texts.push(`笔数：医保 ${ours.count}，机构 ${theirs.count}`);
  return texts.join('；');
}

const rowKey = ({ settlementId, isRefund }: Pick<LedgerRow, 'settlementId' | 'isRefund'>): string =>
  `${settlementId}/${isRefund}`;

/** Both sides row by row: ours first, then those that only they have. */
export function compareRows(ours: readonly LedgerRow[], theirs: readonly TheirRow[]): ComparedRow[] {
  const left = new Map<string, TheirRow[]>();
  for (const row of theirs) left.set(rowKey(row), [...(left.get(rowKey(row)) ?? []), row]);
  const compared = ours.map((row): ComparedRow => {
    const their = left.get(rowKey(row))?.shift();
    if (!their) return { ...row, isEven: false, memo: '医保有，机构没有' };
    const memo = rowDifference(row, their);
    return { ...row, isEven: memo === '', memo };
  });
  const more = [...left.values()].flat().map((row): ComparedRow => {
    return { ...row, msgid: '', isEven: false, memo: '机构有，医保没有' };
  });
  return [...compared, ...more];
}

function rowDifference(our: LedgerRow, their: TheirRow): string {
  if (our.personNo !== their.personNo) return '人员编号不一致';
  if (our.visitId !== their.visitId) return '就诊 ID 不一致';
  return difference({ ...our, count: 1 }, { ...their, count: 1 });
}

/** Notes days that were found even. */
export async function noteReconciled(
  { pool }: Pick<ServiceDeps, 'pool'>,
  { institution, msgid, context }: Pick<Message, 'institution' | 'msgid' | 'context'>,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<void> {
  await pool.query(
    `insert into gongji.hospital_reconciled (area, institution_code, from_day, to_day, msgid, at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [institution.area, institution.code, from, to, msgid, context.at],
  );
}

/** Whether a day of the institution was found even. */
export async function isReconciled(
  client: Queryable,
  institution: Pick<InstitutionMark, 'code'>,
  day: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from gongji.hospital_reconciled
     where institution_code = $1 and $2 between from_day and to_day limit 1`,
    [institution.code, day],
  );
  return rowCount === 1;
}
