// The institutions' interface: the calls.
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { Desk } from './desk.ts';
import type { Insured } from './insured.ts';
import type { InstitutionKey } from './key.ts';
import type { Claim } from './patient.ts';
import type { HospitalWorks } from './works.ts';

export interface HospitalService extends Desk<HospitalWorks> {
  /** The key that a message names; undefined when nobody has it. */
  key(accessKey: string): Promise<InstitutionKey | undefined>;
  /** The person behind a credential. Refused: `credential-…`, `card-number-missing`, `patient-not-found`, `patient-differs`. */
  insured(context: Context, claim: Claim): Promise<Result<Insured>>;
}
