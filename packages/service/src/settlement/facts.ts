// What adjudication needs to know of people, and who may give; no name is opened here.
import type { InstitutionMark, InsuranceStatus, Purpose, Scheme } from '@gongji/contract';
import { textColumn } from '@gongji/database';
import type { Queryable } from '../kernel/transact.ts';
import { controlObstacle, limitsFen } from '../relation/control.ts';
import type { LimitsFen } from '../relation/control.ts';
import type { ActiveGiver } from '../relation/service.ts';
import { usedKey } from '../relation/used.ts';
import type { UsedFen } from '../relation/used.ts';
import type { Standing } from '../standing/standing.ts';
import { filingsJson, registrationsJson } from '../standing/store.ts';

export interface PersonFacts extends Standing {
  personNo: string;
  area: string;
  scheme: Scheme;
  retired: boolean;
  status: InsuranceStatus;
}

export async function readFacts(
  client: Queryable,
  personNos: readonly string[],
): Promise<Map<string, PersonFacts>> {
  const { rows } = await client.query<PersonFacts>({
    name: 'person-facts',
    // `offset 0` keeps this a look-up by index for each person.
    text: `select p.person_no as "personNo", p.area, p.scheme, p.retired, p.status, p.chronic,
        ${registrationsJson('p')} as registrations, ${filingsJson('p')} as filings
      from unnest($1::text[]) as asked (number)
      cross join lateral (select * from gongji.person f where f.person_no = asked.number offset 0) as p`,
    values: [textColumn([...new Set(personNos)])],
  });
  return new Map(rows.map((row) => [row.personNo, row]));
}

/** A giver whose money this patient may use for one bill. */
export interface PermittedGiver extends PersonFacts {
  /** The giver's own limits. */
  limits: LimitsFen;
}

/** The purpose of a bill, by where it is made. */
export const purposeOf = ({ kind }: Pick<InstitutionMark, 'kind'>): Purpose =>
  kind === 'pharmacy' ? 'pharmacy' : 'outpatient';

/**
 * The givers whose money this patient may use, in order: insured as employees in normal standing, in the patient's
 * province, who permit this purpose on this day and have not paused. Across provinces money is shared by wallet quota
 * only, never straight from the account. `used`: what counts towards yearly limits.
 */
export function permittedGivers(
  patient: Pick<PersonFacts, 'personNo' | 'area'>,
  givers: readonly ActiveGiver[],
  facts: ReadonlyMap<string, PersonFacts>,
  payment: { purpose: Purpose; today: string; used: UsedFen },
): PermittedGiver[] {
  return givers
    .filter((giver) => giver.memberNo === patient.personNo)
    .flatMap((giver) => {
      const person = facts.get(giver.giverNo);
      if (person?.scheme !== 'employee' || person.status !== 'normal') return [];
      if (person.area.slice(0, 2) !== patient.area.slice(0, 2)) return [];
      const usedFen = payment.used.get(usedKey(giver, payment.today)) ?? 0;
      if (controlObstacle(giver.control, { ...payment, usedFen })) return [];
      return [{ ...person, limits: limitsFen(giver.control, { usedFen }) }];
    });
}
