// The patient of a message: found by the own credential, which has to fit whatever else the institution says of the person.
import type { FieldCipher } from '@gongji/database';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson, findPersonByIdNumber } from '../person/store.ts';
import { credentialOwner } from './credential.ts';
import type { Credential } from './credential.ts';

/** What a message says of the patient; `''` for what it leaves out. */
export interface Claim {
  credential: Credential;
  personNo: string;
  idNumber: string;
  name: string;
}

/** Refused: those of `credentialOwner`, `patient-not-found`, `patient-differs`. */
export async function findClaimed(
  client: Queryable,
  cipher: FieldCipher,
  claim: Claim,
  at: Date,
): Promise<Result<PersonRecord>> {
  const owner = credentialOwner(cipher, claim.credential, at);
  if (!owner.ok) return owner;
  const person =
    'personNo' in owner.value
      ? await findPerson(client, cipher, owner.value.personNo)
      : await findPersonByIdNumber(client, cipher, claim.credential.number.toUpperCase());
  if (!person) return refuse('patient-not-found');
  return refuseClaim(claim, person) ?? done(person);
}

/** Refused when number, identity number or name are given and are another person's: `patient-differs` with the field. */
function refuseClaim({ personNo, idNumber, name }: Claim, person: PersonRecord) {
  if (personNo !== '' && personNo !== person.personNo) return refuse('patient-differs', { what: '人员编号' });
  if (idNumber !== '' && idNumber.toUpperCase() !== person.idNumber) {
    return refuse('patient-differs', { what: '证件号码' });
  }
  if (name !== '' && name !== person.name) return refuse('patient-differs', { what: '姓名' });
  return undefined;
}
