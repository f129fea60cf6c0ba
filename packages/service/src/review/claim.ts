// Claims: who works on a case now. One row for each case and a lease that the open page renews; an old one falls back.
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';

/** How long a claim lasts without a sign of life, in seconds; the page renews it every minute. */
const leaseSeconds = 300;

export interface Holding {
  applicationId: string;
  staffNo: string;
  /** Until the claim falls back to the team. */
  secondsLeft: number;
}

/** Claims in force on these cases. */
export async function holdingsOf(
  client: Queryable,
  applicationIds: readonly string[],
): Promise<Map<string, Holding>> {
  const { rows } = await client.query<Holding>(
    `select application_id as "applicationId", staff_no as "staffNo",
       ceil(extract(epoch from expires_at - clock_timestamp()))::int as "secondsLeft"
     from gongji.review_claim where application_id = any($1::text[]) and expires_at > clock_timestamp()`,
    [applicationIds],
  );
  return new Map(rows.map((row) => [row.applicationId, row]));
}

/**
 * Takes the case unless somebody else holds it; the holder's own claim is renewed. The caller holds the case's lock.
 * @returns whether the claim is new, or undefined when it is somebody else's.
 */
export async function takeClaim(
  client: PoolClient,
  claim: { applicationId: string; area: string; staffNo: string; at: Date },
): Promise<{ isNew: boolean } | undefined> {
  const { applicationId, area, staffNo, at } = claim;
  const held = (await holdingsOf(client, [applicationId])).get(applicationId);
  const { rowCount } = await client.query(
    `insert into gongji.review_claim as kept (application_id, area, staff_no, claimed_at, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
     on conflict (application_id) do update
       set staff_no = excluded.staff_no, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
       where kept.staff_no = excluded.staff_no or kept.expires_at <= clock_timestamp()`,
    [applicationId, area, staffNo, at, leaseSeconds],
  );
  return rowCount === 1 ? { isNew: held?.staffNo !== staffNo } : undefined;
}

/** Prolongs the own claim that is still in force; false when there is none. */
export async function renewClaim(
  client: Queryable,
  applicationId: string,
  staffNo: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update gongji.review_claim set expires_at = clock_timestamp() + make_interval(secs => $3)
     where application_id = $1 and staff_no = $2 and expires_at > clock_timestamp()`,
    [applicationId, staffNo, leaseSeconds],
  );
  return rowCount === 1;
}

/** Gives the case back to the team. */
export async function dropClaim(client: Queryable, applicationId: string): Promise<void> {
  await client.query('delete from gongji.review_claim where application_id = $1', [applicationId]);
}
