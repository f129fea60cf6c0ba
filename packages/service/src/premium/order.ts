// An order of several premium payments in the database.
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';

interface NewOrder {
  orderId: string;
  area: string;
  payerNo: string;
  at: Date;
}

/** Writes the order of payments that were just placed, in this order. */
export async function insertOrder(
  client: PoolClient,
  { orderId, area, payerNo, at }: NewOrder,
  paymentIds: readonly string[],
): Promise<void> {
  await client.query(
    'insert into gongji.premium_order (order_id, area, payer_no, created_at) values ($1, $2, $3, $4)',
    [orderId, area, payerNo, at],
  );
  await client.query(
    `insert into gongji.premium_order_item (order_id, position, payment_id, area)
     select $1, position, payment_id, $3 from unnest($2::text[]) with ordinality as item (payment_id, position)`,
    [orderId, paymentIds, area],
  );
}

/** Ids of the order's payments; undefined unless it is this payer's. */
export async function paymentsOfOrder(
  client: Queryable,
  orderId: string,
  payerNo: string,
): Promise<{ paymentIds: string[]; createdAt: Date } | undefined> {
  const { rows } = await client.query<{ paymentIds: string[]; createdAt: Date }>(
    `select array_agg(i.payment_id order by i.position) as "paymentIds", o.created_at as "createdAt"
     from gongji.premium_order o join gongji.premium_order_item i using (order_id)
     where o.order_id = $1 and o.payer_no = $2 group by o.order_id`,
    [orderId, payerNo],
  );
  return rows[0];
}

/** The orders that these payments are part of, by payment. */
export async function ordersOf(
  client: Queryable,
  paymentIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ paymentId: string; orderId: string }>(
    `select payment_id as "paymentId", order_id as "orderId" from gongji.premium_order_item
     where payment_id = any($1::text[])`,
    [paymentIds],
  );
  return new Map(rows.map(({ paymentId, orderId }) => [paymentId, orderId]));
}
