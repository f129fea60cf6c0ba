// A person as an institution sees one: identity, insurance and the balance of the own account.
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import { findClaimed } from './patient.ts';
import type { Claim } from './patient.ts';

export interface Insured {
  person: PersonRecord;
  /** Of the own account in the insured area, in fen. */
  balanceFen: number;
}

export async function readInsured(
  { pool, cipher, ledger }: Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>,
  context: Context,
  claim: Claim,
): Promise<Result<Insured>> {
  const [found] = await findClaimed(pool, cipher, [{ claim, at: context.at }]);
  if (!found?.ok) return found ?? refuse('patient-not-found');
  const { personNo, area } = found.value;
  const parts = (await ledger.parts(personNo)).filter((part) => part.area === area);
  return done({
    person: found.value,
    balanceFen: parts.reduce((total, part) => total + part.availableFen, 0),
  });
}
