// A person as an institution sees one: identity, insurance and the balance of the own account.
import { readPartsOfMany } from '@gongji/ledger';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { gather } from '../kernel/gather.ts';
import { done } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import { findClaimed } from './patient.ts';
import type { Claim } from './patient.ts';

export interface Insured {
  person: PersonRecord;
  /** Of the own account in the insured area, in fen. */
  balanceFen: number;
}

/** Reads people for many messages at once. Refused: those of `findClaimed`. */
export function createInsuredReader({ pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>) {
  const read = gather<{ claim: Claim; at: Date }, Result<Insured>>(async (claims) => {
    const people = await findClaimed(pool, cipher, claims);
    const parts = await readPartsOfMany(
      pool,
      people.flatMap((found) => (found.ok ? [found.value.personNo] : [])),
    );
    return people.map((found) => {
      if (!found.ok) return found;
      const { personNo, area } = found.value;
      const own = (parts.get(personNo) ?? []).filter((part) => part.area === area);
      return done({
        person: found.value,
        balanceFen: own.reduce((total, part) => total + part.availableFen, 0),
      });
    });
  });
  return ({ at }: Context, claim: Claim) => read({ claim, at });
}
