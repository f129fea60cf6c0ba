// Looks of staff: each is an action of its own, found again by the record that was looked at.
import type { RecordKind, RecordSight } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { appendAction } from '../kernel/action.ts';
import { newId } from '../kernel/ids.ts';
import { instantText } from '../kernel/instant.ts';
import type { StaffContext } from '../kernel/rights.ts';
import type { Queryable } from '../kernel/transact.ts';
import { actorNames, storyColumns, wordsOfAction } from './story.ts';
import type { StoredAction } from './story.ts';
import { actionText } from './words.ts';

/** A page asks again by itself while it is open: that is one look. */
const sameLookMs = 10 * 60_000;
const mostSights = 200;

interface Sight {
  kind: 'viewed' | 'revealed' | 'searched' | 'exported' | 'verified';
  /** What was looked at, as `kind/id`; null when nothing was found. */
  of: string | null;
  words?: string;
  /** How many were found. */
  found?: number;
}

export const sightOf = (kind: RecordKind, id: string): string => `${kind}/${id}`;

/** Recorded in the transaction that shows what is looked at. */
export async function recordSight(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  { kind, of, words, found }: Sight,
): Promise<void> {
  const { area, staffNo } = context.actor;
  if (kind === 'viewed') {
    const { rowCount } = await client.query(
      `select 1 from gongji.action where subject_kind = 'sight' and area = $1 and payload ->> 'of' = $2
         and at > $3 and at <= $4 and kind = 'viewed' and actor_id = $5 limit 1`,
      [area, of, new Date(context.at.getTime() - sameLookMs), context.at, staffNo],
    );
    if (rowCount !== 0) return;
  }
  await appendAction(client, cipher, context, {
    ...{ area, subjectKind: 'sight', subjectId: newId('sight'), kind },
    payload: { of, ...(found === undefined ? {} : { found }) },
    ...(words === undefined ? {} : { words }),
  });
}

/** Who looked at the record, the newest first; looks at numbers in a review are actions of the application. */
export async function sightsOf(
  client: Queryable,
  cipher: FieldCipher,
  kind: RecordKind,
  id: string,
): Promise<RecordSight[]> {
  const { rows } = await client.query<StoredAction>(
    `select ${storyColumns} from gongji.action
     where subject_kind = 'sight' and area = gongji.current_area() and payload ->> 'of' = $1
     order by at desc, record_no desc limit ${mostSights}`,
    [sightOf(kind, id)],
  );
  const nameOf = await actorNames(client, cipher, rows);
  return rows.map((row) => ({
    at: instantText(row.at),
    text: actionText('sight', row.kind),
    by: nameOf(row),
    reason: wordsOfAction(cipher, row),
  }));
}
