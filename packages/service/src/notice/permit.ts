// A person permitted a host to send messages; hosts grant them one by one.
import type { ServiceDeps } from '../deps.ts';
import type { MessageHost } from '../kernel/ports.ts';

/** More than this is no person's wish. */
const mostPermits = 100;

/** Adds `permits` to what the host may send to this person. */
export async function permitMessages(
  { pool }: Pick<ServiceDeps, 'pool'>,
  { personNo, area }: { personNo: string; area: string },
  host: MessageHost,
  permits: number,
): Promise<void> {
  await pool.query(
    `insert into gongji.subscription as s (person_no, host, area, permits) values ($1, $2, $3, $4)
     on conflict (person_no, host) do update set permits = least(s.permits + excluded.permits, $5)`,
    [personNo, host, area, permits, mostPermits],
  );
}
