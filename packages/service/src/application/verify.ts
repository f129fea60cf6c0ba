// Asks the registries about an application: who the member is, what they are to the giver, where they are insured.
import { areaName, meansSameArea } from '../area/insured-areas.ts';
import type { InsuredPerson, RegistryPort } from '../kernel/ports.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import { storedCheck } from './check.ts';
import type { StoredCheck } from './check.ts';
import type { ApplicationAnswers } from './service.ts';

export interface Verified {
  insured: InsuredPerson;
  checks: StoredCheck[];
}

/**
 * A silent registry is `outside-unavailable`: nothing is stored, the person sends the same form again. What a registry
 * doesn't know is `unsure` and goes to a reviewer; what it contradicts is refused.
 */
export async function verify(
  registry: RegistryPort,
  giver: PersonRecord,
  answers: ApplicationAnswers,
  at: Date,
): Promise<Result<Verified>> {
  const { memberName, memberIdNumber, relation } = answers;
  const [identity, kinship, insured] = await Promise.all([
    registry.checkIdentity(memberName, memberIdNumber),
    registry.checkKinship(giver.idNumber, memberIdNumber, relation),
    registry.findInsurance(memberIdNumber),
  ]);
  if (identity.result === 'silent' || kinship.result === 'silent') {
    return refuse('outside-unavailable', { system: '户籍登记系统' });
  }
  if (insured.result === 'silent') return refuse('outside-unavailable', { system: '医保参保登记系统' });

  const nameDiffers = insured.result === 'found' && insured.name !== memberName;
  const knownToNobody = identity.result === 'unknown' && insured.result === 'not-found';
  if (identity.result === 'mismatch' || knownToNobody || (identity.result === 'unknown' && nameDiffers)) {
    return refuse('name-number-mismatch', undefined, 'memberName');
  }
  if (kinship.result === 'contradicted') return refuse('relation-contradicted', undefined, 'relation');
  if (insured.result === 'not-found') return refuse('member-not-insured', undefined, 'memberIdNumber');
  return done({
    insured,
    checks: [
      storedCheck('identity', identity.result === 'match' ? 'passed' : 'unsure', at),
      storedCheck('kinship', kinship.result === 'confirmed' ? 'passed' : 'unsure', at),
      storedCheck('insurance', nameDiffers ? 'unsure' : 'passed', at),
    ],
  });
}

/** The area that was filled in must be the registered one. */
export function compareArea(answers: ApplicationAnswers, insured: InsuredPerson): Result<true> {
  return meansSameArea(answers.memberArea, insured.area)
    ? done(true)
    : refuse('member-area-mismatch', { areaName: insured.areaName || areaName(insured.area) }, 'memberArea');
}
