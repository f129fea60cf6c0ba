// Opening data: people, their opening balances, institutions and staff; done again, it changes nothing.
import type { Ledger, Leg } from '@gongji/ledger';
import type { Pool } from 'pg';
import type { FieldCipher } from '@gongji/database';
import { addKey } from '../institution/row.ts';
import { place } from '../kernel/place.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { PersonImport, PersonRecord } from './record.ts';
import type { FundImport, InstitutionImport, StaffImport } from './service.ts';
import { recordStanding } from '../standing/store.ts';
import { addPerson } from './store.ts';

/** People and their opening balances. The balances are posted once by key `opening:<person>`, also after a crash between. */
export async function importPeople(
  pool: Pool,
  cipher: FieldCipher,
  ledger: Ledger,
  people: readonly PersonImport[],
  at: Date,
): Promise<void> {
  await transact(pool, async (client) => {
    const { rows } = await client.query<{ person_no: string }>(
      'select person_no from gongji.person where person_no = any($1::text[])',
      [people.map((person) => person.personNo)],
    );
    const known = new Set(rows.map((row) => row.person_no));
    for (const person of people) {
      if (known.has(person.personNo)) continue;
      await addPerson(client, cipher, recordOf(person), at);
    }
    await recordStanding(client, people, at);
    return done(undefined);
  });
  await Promise.all(people.map((person) => postPersonOpening(ledger, person, at)));
}

function recordOf(person: PersonImport): PersonRecord {
  const { personNo, area, name, idNumber, phone, bornOn, sex, scheme, retired, status, group } = person;
  return {
    ...{ personNo, area, name, idNumber, phone, bornOn, sex, scheme, retired, status, group },
    student: person.student ?? null,
    chronic: [...person.chronic],
    insuredPriorYears: person.insuredPriorYears,
    missedYears: person.missedYears,
  };
}

/** Opening money of the pooled funds: one account for each area and scheme. */
export async function importFunds(ledger: Ledger, funds: readonly FundImport[], at: Date): Promise<void> {
  await Promise.all(
    funds.map(({ area, scheme, year, fen }) =>
      postOpening(ledger, area, `fund:${scheme}`, year, at, [
        { account: { area, kind: 'fund', owner: scheme }, amountFen: fen },
      ]),
    ),
  );
}

async function postPersonOpening(ledger: Ledger, person: PersonImport, at: Date): Promise<void> {
  const { area, personNo } = person;
  const parts = person.parts.filter((part) => part.fen > 0);
  if (parts.length === 0) return;
  const year = Math.max(...parts.map((part) => part.partYear));
  const legs = parts.map(({ partYear, fen }) => ({
    account: { area, kind: 'personal' as const, owner: personNo, partYear },
    amountFen: fen,
  }));
  await postOpening(ledger, area, personNo, year, at, legs);
}

/**
 * Posted on the first day of the newest year of the money, or, when that day is sealed, on the day of the import; brought in
 * again, it is asked for on the day on which it was posted, so that the same content gets the same answer.
 */
async function postOpening(
  ledger: Ledger,
  area: string,
  reference: string,
  year: number,
  at: Date,
  credits: Leg[],
): Promise<void> {
  const totalFen = credits.reduce((total, leg) => total + leg.amountFen, 0);
  const key = `opening:${reference}`;
  const postOn = (businessDate: string) =>
    ledger.submit({
      ...{ type: 'post', key, area, kind: 'opening', reference, businessDate, at },
      legs: [
        { account: { area, kind: 'contributions', owner: 'opening' }, amountFen: -totalFen },
        ...credits,
      ],
    });
  const firstDay = `${year}-01-01`;
  let outcome = await postOn(firstDay);
  const isOnOtherDay =
    !outcome.ok && (outcome.reason === 'day-sealed' || outcome.reason === 'key-reused-with-other-content');
  if (isOnOtherDay) outcome = await postOn((await ledger.dayOfKey({ area, key })) ?? chinaDay(at));
  if (outcome.ok) return;
  throw new Error(
    outcome.reason === 'day-sealed'
      ? `期初余额（${reference}）没有入账：${outcome.day} 已经日结封存（封存到 ${outcome.sealedThrough}），请在封存之后的日期导入。`
      : `The opening balance of ${reference} was refused: ${outcome.reason}`,
  );
}

/** The day in China, whose clocks have been eight hours ahead all year round since 1992. */
const chinaDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export async function importInstitutions(
  pool: Pool,
  cipher: FieldCipher,
  institutions: readonly InstitutionImport[],
): Promise<void> {
  for (const { code, area, name, kind, level, uscc, accessKey, secret } of institutions) {
    await pool.query(
      `insert into gongji.institution (code, area, name, kind, level, uscc)
       values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing`,
      [code, area, name, kind, level, uscc ?? null],
    );
    await addKey(pool, cipher, { code, area }, { accessKey, secret });
  }
}

export async function importStaff(
  pool: Pool,
  cipher: FieldCipher,
  staff: readonly StaffImport[],
): Promise<void> {
  for (const { staffNo, area, name, role, institutionCode } of staff) {
    await pool.query(
      `insert into gongji.staff (staff_no, area, name_enc, role, institution_code) values ($1, $2, $3, $4, $5)
       on conflict (staff_no) do nothing`,
      [staffNo, area, cipher.encrypt(name, place('staff.name_enc', staffNo)), role, institutionCode ?? null],
    );
  }
}
