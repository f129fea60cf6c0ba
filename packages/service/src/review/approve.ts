// Approval by a reviewer: what can have changed since submission is checked again under the giver's lock.
import { errorTexts } from '@gongji/contract';
import type { PoolClient } from 'pg';
import { bindMember } from '../application/bind.ts';
import { judge } from '../application/judge.ts';
import type { ApplicationRecord } from '../application/row.ts';
import { countMembers } from '../application/screen.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { recordDecision } from '../kernel/decision.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { AccountView } from '../person/me.ts';
import { findPerson, lockPeople } from '../person/store.ts';

/** The refusal as the reviewer reads it; its sentence is written for the citizen. */
function blocked(refusal: Refusal): Refusal {
  return refuse('approval-blocked', {
    why: errorTexts(refusal.code, refusal.details).message,
    code: refusal.code,
  });
}

/** Opens the relation as the system and answers its id, or `approval-blocked`, `already-bound`. */
export async function approve(
  { cipher, library }: Pick<ServiceDeps, 'cipher' | 'library'>,
  client: PoolClient,
  context: Context,
  record: ApplicationRecord,
  account: AccountView,
): Promise<Result<string>> {
  const { applicationId, area, giverNo, memberNo, registered } = record;
  await lockPeople(client, [giverNo, memberNo]);
  const giver = await findPerson(client, cipher, giverNo);
  if (!giver) throw new Error(`Application ${applicationId} has no giver`);
  const { rowCount } = await client.query(
    `select 1 from gongji.relation where giver_no = $1 and member_no = $2 and state = 'active'`,
    [giverNo, memberNo],
  );
  if (rowCount !== 0) return refuse('already-bound');
  const verdict = judge(library, {
    today: context.today,
    giver,
    account,
    member: registered,
    relation: record.relation,
    existingMembers: (await countMembers(client, giverNo)).bound,
  });
  if (!verdict.ok) return blocked(verdict);
  await recordDecision(client, {
    area,
    subjectKind: 'application',
    subjectId: applicationId,
    ...verdict.value,
    outcome: 'eligible',
    at: context.at,
  });
  return done(await bindMember(client, cipher, context, record));
}
