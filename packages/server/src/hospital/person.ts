// A person's facts in the interface's codes.
import type { PersonRecord } from '@gongji/service';

/** 310 employees' scheme, 390 residents' scheme. */
export const insutypeOf = ({ scheme }: Pick<PersonRecord, 'scheme'>): '310' | '390' =>
  scheme === 'employee' ? '310' : '390';

/** Full years on `today`. */
function ageOn(bornOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

const personTypeOf = (person: PersonRecord, age: number): string => {
  if (person.scheme === 'employee') return person.retired ? '12' : '11';
  if (age < 18) return person.student === true ? '1403' : '1405';
  return age < 60 ? '15' : '16';
};

/** Who somebody is, as 1101 and every settlement write it. */
export function identityOf(person: PersonRecord, today: string) {
  const age = ageOn(person.bornOn, today);
  return {
    psn_no: person.personNo,
    psn_cert_type: '01',
    certno: person.idNumber,
    psn_name: person.name,
    gend: person.sex === 'male' ? '1' : '2',
    brdy: person.bornOn,
    age,
    psn_type: personTypeOf(person, age),
    insutype: insutypeOf(person),
    cvlserv_flag: '0',
  };
}

const statuses = { normal: '1', suspended: '2', ended: '4' } as const;
export const insuranceStatusOf = ({ status }: PersonRecord): string => statuses[status];

/** Groups that the interface's dictionary of identities knows. */
const groups: Readonly<Partial<Record<PersonRecord['group'], string>>> = {
  destitute: '2304',
  'minimum-living': '2303',
  'severely-disabled': '2308',
  'returned-to-poverty': '2302',
  monitored: '2306',
  orphan: '2301',
  'lonely-elderly': '2301',
};
export const identityTypesOf = ({ group }: PersonRecord): string[] => {
  const type = groups[group];
  return type === undefined ? [] : [type];
};
