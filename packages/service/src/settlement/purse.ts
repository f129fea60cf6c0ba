// The money that a patient may use now, for showing: read without locks. Settling reads it again under locks.
import type { Purpose } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { usedUnderLimit } from '../relation/used.ts';
import { shareableParts, wholeParts } from '../usage/shareable.ts';
import type { Purse } from './adjudicate.ts';
import { permittedGivers, readFacts } from './facts.ts';
import type { PersonFacts } from './facts.ts';

export async function pursesNow(
  { pool, ledger, library }: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  patient: Pick<PersonFacts, 'personNo' | 'area'>,
  { today, purpose }: { today: string; purpose: Purpose },
): Promise<{ own: Purse; givers: Purse[] }> {
  const found = await transact(pool, async (client) => {
    const active = await relations.activeGivers(client, [patient.personNo]);
    const facts = await readFacts(
      client,
      active.map((giver) => giver.giverNo),
    );
    const used = await usedUnderLimit(client, active, [today]);
    return done(permittedGivers(patient, active, facts, { purpose, today, used }));
  });
  const partsOf = async ({ personNo, area }: Pick<PersonFacts, 'personNo' | 'area'>) =>
    (await ledger.parts(personNo)).filter((part) => part.area === area);
  const givers: Purse[] = [];
  for (const giver of found.ok ? found.value : []) {
    const { personNo, area, limits } = giver;
    const parts = shareableParts(library, area, today, await partsOf(giver));
    givers.push({ personNo, area, parts, limits });
  }
  const { personNo, area } = patient;
  return { own: { personNo, area, parts: wholeParts(await partsOf(patient)) }, givers };
}
