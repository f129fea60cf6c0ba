// The calls of reconciliation; finance officers see the cases of their own area only.
import type { ServiceDeps } from '../deps.ts';
import { wordsPlace } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import { findCase, listCases } from './case.ts';
import { isFinance } from './finance.ts';
import { resolveCase } from './resolve.ts';
import { runReconciliation } from './run.ts';
import type { ReconciliationService } from './service.ts';

export function createReconciliationService(
  deps: Pick<ServiceDeps, 'pool' | 'cipher' | 'ports'>,
): ReconciliationService {
  const { pool, cipher } = deps;
  return {
    run: (source, day, at) => runReconciliation(deps, source, day, at),
    async list({ actor }, filter) {
      if (!isFinance(actor)) return refuse('not-allowed');
      return transactAsStaff(pool, actor.area, async (client) =>
        done(await listCases(client, filter?.state)),
      );
    },
    async get({ actor }, caseId) {
      if (!isFinance(actor)) return refuse('not-allowed');
      return transactAsStaff(pool, actor.area, async (client) => {
        const found = await findCase(client, caseId);
        if (!found) return refuse('not-found');
        const { rows } = await client.query<{
          at: Date;
          kind: string;
          actorId: string;
          sealed: Buffer | null;
        }>(
          `select at, kind, actor_id as "actorId", sealed_enc as sealed from gongji.action
           where subject_kind = 'reconciliation' and subject_id = $1 order by seq`,
          [caseId],
        );
        const place = wordsPlace({ subjectKind: 'reconciliation', subjectId: caseId });
        const steps = rows.map(({ at, kind, actorId, sealed }) => ({
          ...{ at: instantText(at), kind, actorId },
          words: sealed && cipher.decryptText(sealed, place),
        }));
        return done({ ...found, steps });
      });
    },
    resolve: (context, caseId, body, key) => resolveCase(deps, context, caseId, body, key),
  };
}
