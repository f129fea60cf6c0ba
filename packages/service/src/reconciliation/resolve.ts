// A finance officer ends a case: choice, reason, and the journal that the choice needs, in one transaction.
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { done, refuse } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import type { Result } from '../kernel/result.ts';
import { closeCase, findCase } from './case.ts';
import { chargeFund, postToSuspense, reverseSuspense } from './money.ts';
import type { Choice, ReconciliationCase, Resolution } from './service.ts';

const shortestReason = 2;

export async function resolveCase(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  context: StaffContext,
  caseId: string,
  body: Choice,
  key: string,
): Promise<Result<ReconciliationCase>> {
  const { area } = context.actor;
  const reason = body.reason.trim();
  if (reason.length < shortestReason) return refuse('text-missing', undefined, 'reason');
  const request = { context, area, key, content: { call: 'reconciliation.resolve', caseId, body } };
  return transactAsStaff(pool, area, (client) =>
    idempotent(client, cipher, request, async () => {
      const known = await findCase(client, caseId, 'lock');
      if (!known) return refuse('not-found');
      if (known.state === 'resolved' || known.version !== body.seenVersion) return refuse('state-changed');
      if (!known.resolutions.includes(body.resolution))
        return refuse('resolution-not-allowed', undefined, 'resolution');
      const journalId = await asSystem(client, area, () => move(client, context, known, body.resolution));
      await closeCase(client, caseId, body.resolution, journalId, context.at);
      await appendAction(client, cipher, context, {
        ...{ subjectKind: 'reconciliation', subjectId: caseId, area, kind: 'resolved' },
        payload: { resolution: body.resolution, journalId },
        words: reason,
      });
      const resolved = await findCase(client, caseId);
      if (!resolved) throw new Error('A case vanished under its lock');
      return done(resolved);
    }),
  );
}

function move(
  client: PoolClient,
  context: Context,
  of: ReconciliationCase,
  resolution: Resolution,
): Promise<string | null> {
  switch (resolution) {
    case 'to-suspense':
      return postToSuspense(client, context, of);
    case 'given-back':
      return reverseSuspense(client, context, of);
    case 'fund-bears':
      return chargeFund(client, context, of);
    case 'other-side-corrects':
    case 'arrived-late':
    case 'settled-here':
      return Promise.resolve(null);
  }
}
