// Who looks after whom: a child that is bound as the person’s own, until it is of age.
import type { FieldCipher } from '@gongji/database';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople } from '../person/store.ts';

const fullAge = 18;

/** The day on which somebody comes of age, YYYY-MM-DD. */
const comesOfAgeOn = ({ bornOn }: Pick<PersonRecord, 'bornOn'>): string =>
  `${Number(bornOn.slice(0, 4)) + fullAge}${bornOn.slice(4)}`;

/** By an active relation that the agency accepted; the youngest last. `today`: YYYY-MM-DD. */
export async function childrenOf(
  client: Queryable,
  cipher: FieldCipher,
  personNo: string,
  today: string,
): Promise<PersonRecord[]> {
  const { rows } = await client.query<{ memberNo: string }>(
    `select member_no as "memberNo" from gongji.relation
     where giver_no = $1 and relation = 'child' and state = 'active'`,
    [personNo],
  );
  if (rows.length === 0) return [];
  const people = await findPeople(
    client,
    cipher,
    rows.map(({ memberNo }) => memberNo),
  );
  return [...people.values()]
    .filter((person) => comesOfAgeOn(person) > today)
    .sort((one, other) => one.bornOn.localeCompare(other.bornOn));
}

/** Who looks after this person as their child: nobody once the person is of age. */
export async function parentsOf(
  client: Queryable,
  cipher: FieldCipher,
  person: Pick<PersonRecord, 'personNo' | 'bornOn'>,
  today: string,
): Promise<PersonRecord[]> {
  if (comesOfAgeOn(person) <= today) return [];
  const { rows } = await client.query<{ giverNo: string }>(
    `select giver_no as "giverNo" from gongji.relation
     where member_no = $1 and relation = 'child' and state = 'active'`,
    [person.personNo],
  );
  const people = await findPeople(
    client,
    cipher,
    rows.map(({ giverNo }) => giverNo),
  );
  return [...people.values()];
}
