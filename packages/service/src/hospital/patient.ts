// The patients of messages: found by the own credential, which has to fit whatever else the institution says of the person.
import type { FieldCipher } from '@gongji/database';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople, findPeopleByIdNumber } from '../person/store.ts';
import { credentialOwner } from './credential.ts';
import type { Credential } from './credential.ts';

/** What a message says of the patient; `''` for what it leaves out. */
export interface Claim {
  credential: Credential;
  personNo: string;
  idNumber: string;
  name: string;
  /** 310 employees' scheme, 390 residents' scheme. */
  insutype: string;
}

export const insutypeOf = ({ scheme }: Pick<PersonRecord, 'scheme'>): '310' | '390' =>
  scheme === 'employee' ? '310' : '390';

/** One outcome for each claim, in order. Refused: those of `credentialOwner`, `patient-not-found`, `patient-differs`. */
export async function findClaimed(
  client: Queryable,
  cipher: FieldCipher,
  claims: readonly { claim: Claim; at: Date }[],
): Promise<Result<PersonRecord>[]> {
  const owners = claims.map(({ claim, at }) => credentialOwner(cipher, claim.credential, at));
  const numbers = owners.flatMap((owner) =>
    owner.ok && 'personNo' in owner.value ? [owner.value.personNo] : [],
  );
  const idNumbers = owners.flatMap((owner) =>
    owner.ok && 'idNumber' in owner.value ? [owner.value.idNumber] : [],
  );
  const byNumber = numbers.length > 0 ? await findPeople(client, cipher, numbers) : undefined;
  const byIdNumber = idNumbers.length > 0 ? await findPeopleByIdNumber(client, cipher, idNumbers) : undefined;
  return claims.map(({ claim }, index) => {
    const owner = owners[index]!;
    if (!owner.ok) return owner;
    const person =
      'personNo' in owner.value ? byNumber?.get(owner.value.personNo) : byIdNumber?.get(owner.value.idNumber);
    if (!person) return refuse('patient-not-found');
    return refuseClaim(claim, person) ?? done(person);
  });
}

/** Refused when number, identity number or name are given and are another person's: `patient-differs` with the field. */
function refuseClaim(
  { personNo, idNumber, name, insutype }: Claim,
  person: PersonRecord,
): Refusal | undefined {
  if (personNo !== '' && personNo !== person.personNo) return refuse('patient-differs', { what: '人员编号' });
  if (idNumber !== '' && idNumber.toUpperCase() !== person.idNumber) {
    return refuse('patient-differs', { what: '证件号码' });
  }
  if (name !== '' && name !== person.name) return refuse('patient-differs', { what: '姓名' });
  if (insutype !== '' && insutype !== insutypeOf(person))
    return refuse('patient-differs', { what: '险种类型' });
  return undefined;
}
