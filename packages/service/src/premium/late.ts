// A late success: the tax bureau confirmed a payment whose money had gone back. What the finance officer's case says of it.
import type { Queryable } from '../kernel/transact.ts';

/** `open`: being settled with the tax bureau; `given-back`: the bureau undid it; `stands`: the year is paid, at the fund's cost. */
export type Late = 'open' | 'given-back' | 'stands';

/** The late successes among these payments, by payment. */
export async function lateSuccesses(
  client: Queryable,
  paymentIds: readonly string[],
): Promise<Map<string, Late>> {
  const { rows } = await client.query<{ reference: string; resolution: string | null }>(
    `select reference, resolution from gongji.reconciliation_case
     where source = 'tax' and kind = 'accepted' and difference = 'returned-here' and reference = any($1::text[])`,
    [paymentIds],
  );
  return new Map(rows.map(({ reference, resolution }) => [reference, lateOf(resolution)]));
}

const lateOf = (resolution: string | null): Late =>
  resolution === null ? 'open' : resolution === 'given-back' ? 'given-back' : 'stands';

/** How the late success of this member's year stands; undefined when there is none that keeps from paying. */
export async function lateSuccessOf(
  client: Queryable,
  memberNo: string,
  coverageYear: number,
): Promise<{ paymentId: string; late: 'open' | 'stands' } | undefined> {
  const { rows } = await client.query<{ paymentId: string }>(
    `select payment_id as "paymentId" from gongji.premium_payment
     where member_no = $1 and coverage_year = $2 and state = 'returned'`,
    [memberNo, coverageYear],
  );
  const paymentIds = rows.map((row) => row.paymentId);
  for (const [paymentId, late] of await lateSuccesses(client, paymentIds)) {
    if (late !== 'given-back') return { paymentId, late };
  }
  return undefined;
}
