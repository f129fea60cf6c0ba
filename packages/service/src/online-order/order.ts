// Online orders as they stand: what was uploaded, what was settled of it, what was given back, and the state that follows.
import type { FieldCipher } from '@gongji/database';
import type { AccountFlag } from '@gongji/policy';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople } from '../person/store.ts';

import { readFigures } from '../hospital/settled.ts';
import type { Figures } from '../hospital/figures.ts';
import { isPayToken } from './token.ts';

/** As the interface's dictionary `ordStas` numbers them. */
export const orderStates = {
  'waiting-for-payment': { code: '1', name: '预结算完成' },
  'insurance-paid': { code: '4', name: '医保支付完成' },
  'settled-at-the-institution': { code: '5', name: '院内结算完成' },
  completed: { code: '6', name: '结算完成' },
  'given-back': { code: '7', name: '已退款' },
  'insurance-given-back': { code: '8', name: '已医保全部退款' },
  'cash-given-back': { code: '9', name: '仅自费全部退款' },
  'part-of-cash-given-back': { code: '10', name: '仅自费部分退款' },
  'insurance-and-part-of-cash-given-back': { code: '11', name: '医保全部退自费部分退款' },
  withdrawn: { code: '12', name: '已撤销' },
} as const;
export type OrderState = keyof typeof orderStates;

/** What there is of an order in the database. */
interface Row {
  orderId: string;
  institutionCode: string;
  personNo: string;
  ownNo: string;
  visitId: string;
  batchNo: string;
  quoteId: string;
  totalFen: number;
  accountFlag: AccountFlag;
  medType: string;
  clrType: string;
  insutype: string;
  invoiceNo: string;
  isWithdrawn: boolean;
  isCompleted: boolean;
  /** The last settlement of its batch, by 6202 or at the institution's desk. */
  settlementId: string | null;
  settledBy: string | null;
  paidAt: Date | null;
  isReversed: boolean;
  /** How refunds of insurance money were asked for; null when none was. */
  insuranceRefund: 'ALL' | 'HI' | null;
  cashRefundedFen: number;
}
export interface OnlineOrder extends Row {
  person: PersonRecord;
  /** Of its settlement; null while there is none. */
  figures: Figures | null;
  state: OrderState;
}

/** How a message names an order, with what it must know of it. */
export interface OrderName {
  orderId: string;
  /** Undefined where the transaction carries none. */
  payToken?: string;
  idNumber?: string;
  name?: string;
}

const columns = `o.order_id as "orderId", o.institution_code as "institutionCode", o.patient_no as "personNo",
  o.own_no as "ownNo", o.visit_id as "visitId", o.batch_no as "batchNo", o.quote_id as "quoteId",
  o.total_fen as "totalFen", o.account_flag as "accountFlag", o.med_type as "medType", o.clr_type as "clrType", o.insutype,
  o.invoice_no as "invoiceNo", o.withdrawn_at is not null as "isWithdrawn", o.completed_at is not null as "isCompleted",
  s.settlement_id as "settlementId", s.infno as "settledBy", s.at as "paidAt", coalesce(s.is_reversed, false) as "isReversed",
  f.insurance as "insuranceRefund", coalesce(f.cash_fen, 0)::bigint as "cashRefundedFen"`;
const tables = `gongji.online_order o join gongji.presettlement first on first.quote_id = o.quote_id
  left join lateral (
    select h.settlement_id, h.infno, h.at, r.settlement_id is not null as is_reversed
    from gongji.hospital_settlement h join gongji.bill b using (settlement_id)
    join gongji.presettlement shown on shown.quote_id = b.quote_id
    left join gongji.bill_reversal r using (settlement_id)
    where h.visit_id = o.visit_id and h.batch_no = o.batch_no and o.withdrawn_at is null
      -- What was settled of the batch before the order is not the order's.
      and shown.presettlement_no >= first.presettlement_no
    order by r.settlement_id is not null, h.at desc limit 1) s on true
  left join lateral (
    select min(r.kind) filter (where r.kind <> 'CASH') as insurance, sum(r.cash_fen) as cash_fen
    from gongji.online_order_refund r
    where r.order_id = o.order_id and r.outcome is distinct from 'refused') f on true`;

/** Takes the orders' rows until the transaction ends, in the order of their ids. */
export async function lockOrders(tx: Queryable, orderIds: readonly string[]): Promise<void> {
  await tx.query(
    'select 1 from gongji.online_order where order_id = any($1::text[]) order by order_id for no key update',
    [[...new Set(orderIds)]],
  );
}

/** By id. */
export async function readOrders(
  client: Queryable,
  cipher: FieldCipher,
  orderIds: readonly string[],
): Promise<Map<string, OnlineOrder>> {
  const { rows } = await client.query<Row>(
    `select ${columns} from ${tables} where o.order_id = any($1::text[])`,
    [[...new Set(orderIds)]],
  );
  const people = await findPeople(
    client,
    cipher,
    rows.map((row) => row.personNo),
  );
  const figures = await readFigures(
    client,
    rows.flatMap((row) => row.settlementId ?? []),
  );
  return new Map(
    rows.map((row) => {
      const person = people.get(row.personNo);
      if (!person) throw new Error('The patient of an order is not on the register');
      const own = row.settlementId === null ? null : (figures.get(row.settlementId) ?? null);
      return [row.orderId, { ...row, person, figures: own, state: stateOf(row, own) }];
    }),
  );
}

function stateOf(row: Row, figures: Figures | null): OrderState {
  if (row.isWithdrawn) return 'withdrawn';
  if (!figures) return 'waiting-for-payment';
  const { cashFen } = figures;
  const isAllCashBack = row.cashRefundedFen >= cashFen;
  if (row.isReversed) {
    // Also a settlement that was reversed at the desk goes back whole.
    if (row.insuranceRefund !== 'HI' || isAllCashBack) return 'given-back';
    return row.cashRefundedFen === 0 ? 'insurance-given-back' : 'insurance-and-part-of-cash-given-back';
  }
  if (row.cashRefundedFen > 0) return isAllCashBack ? 'cash-given-back' : 'part-of-cash-given-back';
  if (row.isCompleted) return 'completed';
  if (row.settledBy !== '6202') return 'settled-at-the-institution';
  return cashFen === 0 ? 'completed' : 'insurance-paid';
}

/** The order of a message: this institution's, with its token and its patient. Refused: `order-unknown`, `patient-differs`. */
export function orderOf(
  orders: ReadonlyMap<string, OnlineOrder>,
  cipher: FieldCipher,
  institutionCode: string,
  { orderId, payToken, idNumber, name }: OrderName,
): Result<OnlineOrder> {
  const order = orders.get(orderId);
  if (order?.institutionCode !== institutionCode) return refuse('order-unknown', { order: orderId });
  if (payToken !== undefined && !isPayToken(cipher, orderId, payToken)) {
    return refuse('order-unknown', { order: orderId });
  }
  if (idNumber !== undefined && idNumber.toUpperCase() !== order.person.idNumber) {
    return refuse('patient-differs', { what: '证件号码（idNo）' });
  }
  if (name !== undefined && name !== order.person.name) {
    return refuse('patient-differs', { what: '用户姓名（userName）' });
  }
  return done(order);
}
