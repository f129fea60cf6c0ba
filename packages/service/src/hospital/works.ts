// What the desk can do, in the order in which a batch does it; the order is also that of the locks.
import type { ServiceDeps } from '../deps.ts';
import type { RelationService } from '../relation/service.ts';
import type { Works } from './desk.ts';
import { createDetailWorks } from './detail.ts';
import { createOnlineOrderWorks } from '../online-order/works.ts';
import { createPresettleWorks } from './presettle.ts';
import { createSettleWorks } from './settle.ts';
import { createVisitWorks } from './visit.ts';

export function createWorks(deps: ServiceDeps, relations: Pick<RelationService, 'activeGivers'>) {
  const works = {
    ...createVisitWorks(deps),
    ...createDetailWorks(),
    ...createPresettleWorks(deps, relations),
    ...createSettleWorks(deps, relations),
  };
  return { ...works, ...createOnlineOrderWorks(deps, works) } satisfies Works;
}
export type HospitalWorks = ReturnType<typeof createWorks>;
