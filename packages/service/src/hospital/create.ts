// The calls of the institutions' interface, wired to the database, the ledger and the policy.
import type { ServiceDeps } from '../deps.ts';
import { createDesk } from './desk.ts';
import { readInsured } from './insured.ts';
import { findInstitutionKey } from './key.ts';
import type { HospitalService } from './service.ts';
import { createWorks } from './works.ts';

export function createHospitalService(deps: ServiceDeps): HospitalService {
  return {
    ...createDesk(deps, createWorks()),
    key: (accessKey) => findInstitutionKey(deps, accessKey),
    insured: (context, claim) => readInsured(deps, context, claim),
  };
}
