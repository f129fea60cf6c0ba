// Made-up people for tests: numbers have a right check digit and a district that does not exist.
import type { PersonImport } from '../src/index.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 17 digits and their check character (ISO 7064 MOD 11-2), computed apart from the code under test. */
export function idNumber(district: string, bornOn: string, serial: number): string {
  const digits = `${district}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(digits[place]) * (weights[place] ?? 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

let serial = 0;

/** A resident of Maanshan born in 1980, unless said otherwise. */
export function person(given: Partial<PersonImport> & { name: string }): PersonImport {
  serial += 1;
  const area = given.area ?? '340500';
  const bornOn = given.bornOn ?? '1980-03-05';
  return {
    personNo: `${area}${String(serial).padStart(10, '0')}`,
    area,
    idNumber: idNumber(`${area.slice(0, 4)}99`, bornOn, serial % 1000),
    phone: `199${String(serial).padStart(8, '0')}`,
    bornOn,
    sex: serial % 2 === 1 ? 'male' : 'female',
    scheme: 'resident',
    retired: false,
    status: 'normal',
    group: 'ordinary',
    chronic: [],
    insuredPriorYears: true,
    missedYears: 0,
    parts: [],
    ...given,
  };
}

/** An employee with 2,860.00 yuan of 2023 and 640.00 yuan of 2024 on the account. */
export const employee = (given: Partial<PersonImport> & { name: string }): PersonImport =>
  person({
    scheme: 'employee',
    parts: [
      { partYear: 2023, fen: 286000 },
      { partYear: 2024, fen: 64000 },
    ],
    ...given,
  });
