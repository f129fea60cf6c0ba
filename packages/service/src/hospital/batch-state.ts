// What is known of charge batches, in one statement: the sums of their detail, whether they are settled, and what was shown last.
import { textColumn } from '@gongji/database';
import type { QuoteBill } from '@gongji/policy';
import type { Queryable } from '../kernel/transact.ts';
import type { BatchTotal } from './batch-total.ts';
import { batchKey } from './detail.ts';

/** The last pre-settlement of a batch. */
export interface Shown {
  quoteId: string;
  visitId: string;
  batchNo: string;
  accountFlag: string;
  medType: string;
  lineCount: number;
  lastLineId: number;
}
export interface BatchState {
  /** Settled, and not reversed. */
  isSettled: boolean;
  /** Undefined where the batch has no line. */
  total: BatchTotal | undefined;
  shown: Shown | undefined;
}

type Row = QuoteBill & {
  visitId: string;
  batchNo: string;
  isSettled: boolean;
  count: number;
  lastLineId: number;
  shown: Shown | null;
};

/** By `batchKey`. Read after the visits are locked. */
export async function readBatchStates(
  client: Queryable,
  batches: readonly { visitId: string; batchNo: string }[],
): Promise<Map<string, BatchState>> {
  const { rows } = await client.query<Row>({
    name: 'batch-states',
    // `offset 0` keeps these look-ups by index for each batch.
    text: `select w.visit_id as "visitId", w.batch_no as "batchNo", t.*, p.shown,
        exists (
          select from (select * from gongji.hospital_settlement h
            where h.visit_id = w.visit_id and h.batch_no = w.batch_no offset 0) as s
          where not exists (select from gongji.bill_reversal r where r.settlement_id = s.settlement_id)) as "isSettled"
      from (select distinct * from unnest($1::text[], $2::text[])) as w (visit_id, batch_no)
      cross join lateral (
        select count(*)::int as count, max(l.line_id) as "lastLineId", sum(l.total_fen)::bigint as "totalFen",
          sum(l.wholly_self_paid_fen)::bigint as "whollySelfPaidFen",
          sum(l.over_price_limit_fen)::bigint as "overPriceLimitFen",
          sum(l.pre_self_paid_fen)::bigint as "preSelfPaidFen"
        from (select * from gongji.visit_line v where v.visit_id = w.visit_id and v.withdrawn_at is null offset 0) as l
        where l.batch_no = w.batch_no) as t
      left join lateral (
        select jsonb_build_object('quoteId', quote_id, 'visitId', visit_id, 'batchNo', batch_no,
          'accountFlag', account_flag, 'medType', med_type, 'lineCount', line_count, 'lastLineId', last_line_id) as shown
        from gongji.presettlement o where o.visit_id = w.visit_id and o.batch_no = w.batch_no
        order by presettlement_no desc limit 1) as p on true`,
    values: [
      textColumn(batches.map(({ visitId }) => visitId)),
      textColumn(batches.map(({ batchNo }) => batchNo)),
    ],
  });
  return new Map(
    rows.map(({ visitId, batchNo, isSettled, count, lastLineId, shown, ...bill }) => [
      batchKey(visitId, batchNo),
      { isSettled, total: count === 0 ? undefined : { bill, count, lastLineId }, shown: shown ?? undefined },
    ]),
  );
}
