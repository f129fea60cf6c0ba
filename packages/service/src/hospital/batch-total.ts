// The sums of the detail of charge batches as it stands, with what tells whether it was changed since.
import type { QuoteBill } from '@gongji/policy';
import type { Queryable } from '../kernel/transact.ts';
import { batchKey } from './detail.ts';

export interface BatchTotal {
  bill: QuoteBill;
  /** A line that is added or withdrawn changes one of the two. */
  count: number;
  lastLineId: number;
}
type Row = QuoteBill & { visitId: string; batchNo: string; count: number; lastLineId: number };

/** By `batchKey`; batches without a line are absent. */
export async function batchTotals(
  client: Queryable,
  batches: readonly { visitId: string; batchNo: string }[],
): Promise<Map<string, BatchTotal>> {
  if (batches.length === 0) return new Map();
  const { rows } = await client.query<Row>(
    `select visit_id as "visitId", batch_no as "batchNo", count(*)::int as count, max(line_id) as "lastLineId",
       sum(total_fen)::bigint as "totalFen", sum(wholly_self_paid_fen)::bigint as "whollySelfPaidFen",
       sum(over_price_limit_fen)::bigint as "overPriceLimitFen", sum(pre_self_paid_fen)::bigint as "preSelfPaidFen"
     from gongji.visit_line
     where visit_id = any($1::text[]) and withdrawn_at is null
     group by visit_id, batch_no`,
    [batches.map(({ visitId }) => visitId)],
  );
  return new Map(
    rows.map(({ visitId, batchNo, count, lastLineId, ...bill }) => [
      batchKey(visitId, batchNo),
      { bill, count, lastLineId },
    ]),
  );
}
