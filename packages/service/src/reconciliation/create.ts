// The calls of reconciliation; finance officers see the cases of their own area only.
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { wordsPlace } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import { findCase, listCases } from './case.ts';
import { resolveCase } from './resolve.ts';
import { runReconciliation } from './run.ts';
import type { Choice, ReconciliationService, ReconciliationStep } from './service.ts';

export function createReconciliationService(
  deps: Pick<ServiceDeps, 'pool' | 'cipher' | 'ports'>,
): ReconciliationService {
  const { pool, cipher } = deps;
  return {
    run: (source, day, at) => runReconciliation(deps, source, day, at),
    list: withRight('money.work', ({ actor }, filter?: { state?: 'open' | 'resolved' }) =>
      transactAsStaff(pool, actor.area, async (client) => done(await listCases(client, filter?.state))),
    ),
    get: withRight('money.work', ({ actor }, caseId: string) =>
      transactAsStaff(pool, actor.area, async (client) => {
        const found = await findCase(client, caseId);
        if (!found) return refuse('not-found');
        return done({ ...found, steps: await stepsOf(client, cipher, caseId) });
      }),
    ),
    resolve: withRight('money.work', (context, caseId: string, body: Choice, key: string) =>
      resolveCase(deps, context, caseId, body, key),
    ),
  };
}

async function stepsOf(
  client: PoolClient,
  cipher: FieldCipher,
  caseId: string,
): Promise<ReconciliationStep[]> {
  const { rows } = await client.query<{ at: Date; kind: string; actorId: string; sealed: Buffer | null }>(
    `select at, kind, actor_id as "actorId", sealed_enc as sealed from gongji.action
     where subject_kind = 'reconciliation' and subject_id = $1 order by seq`,
    [caseId],
  );
  const place = wordsPlace({ subjectKind: 'reconciliation', subjectId: caseId });
  return rows.map(({ at, kind, actorId, sealed }) => ({
    ...{ at: instantText(at), kind, actorId },
    words: sealed && cipher.decryptText(sealed, place),
  }));
}
