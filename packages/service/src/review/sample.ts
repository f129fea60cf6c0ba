// The quality sample: one in eight of the cases that staff decided, drawn by the case's own id, so that nobody can choose.
import type { Queryable } from '../kernel/transact.ts';

/** A case is drawn when the digest of its id begins so: 2 of 16 digits. */
const drawn = `substr(md5(a.application_id), 1, 1) < '2'`;

const decidedByStaff = `exists (select from gongji.action d where d.subject_kind = 'application'
  and d.subject_id = a.application_id and d.kind in ('approved', 'rejected') and d.actor_kind = 'staff')`;
const lookedAt = `exists (select from gongji.action d where d.subject_kind = 'application'
  and d.subject_id = a.application_id and d.kind = 'quality-checked')`;
const ownHand = `exists (select from gongji.action d where d.subject_kind = 'application'
  and d.subject_id = a.application_id and d.kind in ('approved', 'rejected', 'approval-proposed') and d.actor_id = $1)`;

const waiting = `a.state in ('approved', 'rejected') and ${drawn} and ${decidedByStaff} and not ${lookedAt}`;

/** Drawn cases that nobody has looked at yet and that this member of staff didn't decide; the oldest first. */
export async function sampledCases(client: Queryable, staffNo: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select a.application_id as id from gongji.application a where ${waiting} and not ${ownHand}
     order by a.submitted_at, a.application_id limit 100`,
    [staffNo],
  );
  return rows.map((row) => row.id);
}

/** How this case stands to the sample, for this member of staff. */
export async function sampleStanding(
  client: Queryable,
  applicationId: string,
  staffNo: string,
): Promise<'none' | 'own' | 'waiting'> {
  const { rows } = await client.query<{ own: boolean }>(
    `select ${ownHand} as own from gongji.application a where a.application_id = $2 and ${waiting}`,
    [staffNo, applicationId],
  );
  if (!rows[0]) return 'none';
  return rows[0].own ? 'own' : 'waiting';
}
