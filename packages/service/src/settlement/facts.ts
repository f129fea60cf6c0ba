// What adjudication needs to know of people, and who may give; no name is opened here.
import type { InsuranceStatus, Scheme } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import type { ActiveGiver } from '../relation/service.ts';

export interface PersonFacts {
  personNo: string;
  area: string;
  scheme: Scheme;
  retired: boolean;
  status: InsuranceStatus;
  chronic: string[];
}

export async function readFacts(
  client: Queryable,
  personNos: readonly string[],
): Promise<Map<string, PersonFacts>> {
  const { rows } = await client.query<PersonFacts>(
    `select person_no as "personNo", area, scheme, retired, status, chronic from gongji.person
     where person_no = any($1::text[])`,
    [[...new Set(personNos)]],
  );
  return new Map(rows.map((row) => [row.personNo, row]));
}

/**
 * The givers whose money this patient may use, in order: insured as employees in normal standing, in the patient's
 * province. Across provinces money is shared by wallet quota only, never straight from the account.
 */
export function permittedGivers(
  patient: Pick<PersonFacts, 'personNo' | 'area'>,
  givers: readonly ActiveGiver[],
  facts: ReadonlyMap<string, PersonFacts>,
): PersonFacts[] {
  return givers
    .filter((giver) => giver.memberNo === patient.personNo)
    .flatMap((giver) => facts.get(giver.giverNo) ?? [])
    .filter((giver) => giver.scheme === 'employee' && giver.status === 'normal')
    .filter((giver) => giver.area.slice(0, 2) === patient.area.slice(0, 2));
}
