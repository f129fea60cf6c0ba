// The register of people in the database: rows are opened here and nowhere else.
import type { PersonMark } from '@gongji/contract';
import { textColumn } from '@gongji/database';
import type { FieldCipher } from '@gongji/database';
import type { MemberGroup } from '@gongji/policy';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from './mark.ts';
import type { PersonRecord } from './record.ts';

interface Row extends Omit<PersonRecord, 'name' | 'idNumber' | 'phone' | 'group'> {
  group: string;
  nameEnc: Buffer;
  idNumberEnc: Buffer;
  phoneEnc: Buffer | null;
}

const columns = `person_no as "personNo", area, name_enc as "nameEnc", id_number_enc as "idNumberEnc",
  phone_enc as "phoneEnc", born_on::text as "bornOn", sex, scheme, retired, status, member_group as "group", student,
  chronic, insured_prior_years as "insuredPriorYears", missed_years as "missedYears"`;

function opened(cipher: FieldCipher, row: Row): PersonRecord {
  const { nameEnc, idNumberEnc, phoneEnc, group, ...open } = row;
  return {
    ...open,
    group: group as MemberGroup,
    name: cipher.decryptText(nameEnc, place('person.name_enc', row.personNo)),
    idNumber: cipher.decryptText(idNumberEnc, place('person.id_number_enc', row.personNo)),
    phone: phoneEnc && cipher.decryptText(phoneEnc, place('person.phone_enc', row.personNo)),
  };
}

/** People by number; absent ones are left out. */
export async function findPeople(
  client: Queryable,
  cipher: FieldCipher,
  personNos: readonly string[],
): Promise<Map<string, PersonRecord>> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.person where person_no = any($1::text[])`,
    [[...new Set(personNos)]],
  );
  return new Map(rows.map((row) => [row.personNo, opened(cipher, row)]));
}

/** A person's mark, sealed: name and identity number are not opened yet. */
export interface SealedMark {
  personNo: string;
  area: string;
  nameEnc: Buffer;
  idNumberEnc: Buffer;
}

/** What marks of people are made of, by number; absent ones are left out. */
export async function readSealedMarks(
  client: Queryable,
  personNos: readonly string[],
): Promise<Map<string, SealedMark>> {
  const { rows } = await client.query<SealedMark>({
    name: 'person-marks',
    // `offset 0` keeps this a look-up by index for each person.
    text: `select p.person_no as "personNo", p.area, p.name_enc as "nameEnc", p.id_number_enc as "idNumberEnc"
      from unnest($1::text[]) as asked (number)
      cross join lateral (select * from gongji.person m where m.person_no = asked.number offset 0) as p`,
    values: [textColumn([...new Set(personNos)])],
  });
  return new Map(rows.map((row) => [row.personNo, row]));
}

export function openMark(
  cipher: FieldCipher,
  { personNo, area, nameEnc, idNumberEnc }: SealedMark,
): PersonMark {
  return markOf({
    personNo,
    area,
    name: cipher.decryptText(nameEnc, place('person.name_enc', personNo)),
    idNumber: cipher.decryptText(idNumberEnc, place('person.id_number_enc', personNo)),
  });
}

/** One person by number. */
export async function findPerson(
  client: Queryable,
  cipher: FieldCipher,
  personNo: string,
): Promise<PersonRecord | undefined> {
  return (await findPeople(client, cipher, [personNo])).get(personNo);
}

/** One person by identity number, found through its keyed hash. */
export async function findPersonByIdNumber(
  client: Queryable,
  cipher: FieldCipher,
  idNumber: string,
): Promise<PersonRecord | undefined> {
  const { rows } = await client.query<Row>(`select ${columns} from gongji.person where id_number_hash = $1`, [
    cipher.lookupHash(idNumber),
  ]);
  return rows[0] && opened(cipher, rows[0]);
}

/** People by identity number; absent ones are left out. */
export async function findPeopleByIdNumber(
  client: Queryable,
  cipher: FieldCipher,
  idNumbers: readonly string[],
): Promise<Map<string, PersonRecord>> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.person where id_number_hash = any($1::bytea[])`,
    [[...new Set(idNumbers)].map((idNumber) => cipher.lookupHash(idNumber))],
  );
  return new Map(
    rows.map((row) => {
      const person = opened(cipher, row);
      return [person.idNumber, person];
    }),
  );
}

/** Whether these keys open the people that are there, and find them; true while there are none. */
export async function keysFit(client: Queryable, cipher: FieldCipher): Promise<boolean> {
  const { rows } = await client.query<{ personNo: string; sealed: Buffer; hash: Buffer }>(
    `select person_no as "personNo", id_number_enc as sealed, id_number_hash as hash from gongji.person
     order by person_no limit 1`,
  );
  const [first] = rows;
  if (!first) return true;
  try {
    const idNumber = cipher.decryptText(first.sealed, place('person.id_number_enc', first.personNo));
    return cipher.lookupHash(idNumber).equals(first.hash);
  } catch {
    return false;
  }
}

/** Locks people until the transaction ends, in the order of their numbers, so that two transactions never wait in a ring. */
export async function lockPeople(client: Queryable, personNos: readonly string[]): Promise<void> {
  await client.query(
    `select 1 from gongji.person where person_no = any($1::text[]) order by person_no for update`,
    [personNos],
  );
}

/** Adds a person unless the person number or the identity number is known already; true when added. */
export async function addPerson(
  client: Queryable,
  cipher: FieldCipher,
  person: PersonRecord,
  asOf: Date,
): Promise<boolean> {
  const { personNo, phone } = person;
  const { rowCount } = await client.query(
    `insert into gongji.person (person_no, area, name_enc, id_number_enc, id_number_hash, phone_enc, phone_hash, born_on,
       sex, scheme, retired, status, member_group, student, chronic, insured_prior_years, missed_years, as_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict do nothing`,
    [
      personNo,
      person.area,
      cipher.encrypt(person.name, place('person.name_enc', personNo)),
      cipher.encrypt(person.idNumber, place('person.id_number_enc', personNo)),
      cipher.lookupHash(person.idNumber),
      phone && cipher.encrypt(phone, place('person.phone_enc', personNo)),
      phone && cipher.lookupHash(phone),
      person.bornOn,
      person.sex,
      person.scheme,
      person.retired,
      person.status,
      person.group,
      person.student,
      person.chronic,
      person.insuredPriorYears,
      person.missedYears,
      asOf,
    ],
  );
  return rowCount === 1;
}

/** Adds many people with one statement; answers the numbers that were added. Others have a number or an identity that is taken. */
export async function addPeople(
  client: Queryable,
  cipher: FieldCipher,
  people: readonly PersonRecord[],
  asOf: Date,
): Promise<Set<string>> {
  const sealed = (column: 'name_enc' | 'id_number_enc' | 'phone_enc', personNo: string, text: string) =>
    cipher.encrypt(text, place(`person.${column}`, personNo));
  const { rows } = await client.query<{ personNo: string }>(
    `insert into gongji.person (person_no, area, name_enc, id_number_enc, id_number_hash, phone_enc, phone_hash, born_on,
       sex, scheme, retired, status, member_group, student, chronic, insured_prior_years, missed_years, as_of)
     select person_no, area, name_enc, id_number_enc, id_number_hash, phone_enc, phone_hash, born_on, sex, scheme, retired, status,
       member_group, student, array(select jsonb_array_elements_text(chronic)), insured_prior_years, missed_years, $18
     from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::date[], $9::text[],
       $10::text[], $11::boolean[], $12::text[], $13::text[], $14::boolean[], $15::jsonb[], $16::boolean[], $17::int[])
       as added (person_no, area, name_enc, id_number_enc, id_number_hash, phone_enc, phone_hash, born_on, sex, scheme, retired,
         status, member_group, student, chronic, insured_prior_years, missed_years)
     on conflict do nothing returning person_no as "personNo"`,
    [
      people.map(({ personNo }) => personNo),
      people.map(({ area }) => area),
      people.map(({ personNo, name }) => sealed('name_enc', personNo, name)),
      people.map(({ personNo, idNumber }) => sealed('id_number_enc', personNo, idNumber)),
      people.map(({ idNumber }) => cipher.lookupHash(idNumber)),
      people.map(({ personNo, phone }) => phone && sealed('phone_enc', personNo, phone)),
      people.map(({ phone }) => phone && cipher.lookupHash(phone)),
      people.map(({ bornOn }) => bornOn),
      people.map(({ sex }) => sex),
      people.map(({ scheme }) => scheme),
      people.map(({ retired }) => retired),
      people.map(({ status }) => status),
      people.map(({ group }) => group),
      people.map(({ student }) => student),
      people.map(({ chronic }) => JSON.stringify(chronic)),
      people.map(({ insuredPriorYears }) => insuredPriorYears),
      people.map(({ missedYears }) => missedYears),
      asOf,
    ],
  );
  return new Set(rows.map(({ personNo }) => personNo));
}
