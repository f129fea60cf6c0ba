// What the sample world's further people did before the demo begins: bills at the cities' institutions, and premiums.
import type { SamplePerson, SampleWorld } from './types.ts';

/** A bill at an institution's till. */
export interface SampleVisit {
  personNo: string;
  institutionCode: string;
  /** 'YYYY-MM-DD' */
  day: string;
  totalFen: number;
  isReversed: boolean;
}

/** A giver pays next year's premium of a relative. */
export interface SamplePremium {
  giverNo: string;
  memberNo: string;
  day: string;
}

const daysOfVisits = [
  ...['2024-01-08', '2024-01-11', '2024-01-16', '2024-01-19', '2024-01-24', '2024-01-30'],
  ...['2024-03-05', '2024-05-14', '2024-07-09', '2024-08-21'],
  ...['2024-09-03', '2024-09-10', '2024-09-18', '2024-09-26'],
  ...['2024-10-08', '2024-10-10', '2024-10-11', '2024-10-14'],
];
/** A visit in so many is to the hospital of the provincial capital; one in so many is reversed. */
const elsewhereEvery = 4;
const reversedEvery = 9;

/** Further people of each city with money on their account, in turn; the stories' families are left alone. */
export function sampleVisits({ people, institutions }: SampleWorld): SampleVisit[] {
  return (
    [
      ['340500', '340100'],
      ['211200', '210100'],
    ] as const
  ).flatMap(([area, capital]) => {
    const patients = people.filter((person) => person.area === area && canPay(person));
    const near = institutions.filter((place) => place.area === area);
    const far = institutions.find((place) => place.area === capital);
    return daysOfVisits.flatMap((day, at) => {
      const place =
        at % elsewhereEvery === 3 ? far : near[(at + Math.floor(at / elsewhereEvery)) % near.length];
      const person = patients[at * 3];
      if (!place || !person) return [];
      const totalFen = 6_000 + ((at * 7_919) % 43_000);
      const isReversed = at % reversedEvery === reversedEvery - 1;
      return [{ personNo: person.personNo, institutionCode: place.code, day, totalFen, isReversed }];
    });
  });
}

const canPay = ({ family, scheme, status, parts }: SamplePerson): boolean =>
  family === undefined &&
  scheme === 'employee' &&
  status === 'normal' &&
  parts.reduce((sum, { fen }) => sum + fen, 0) > 100_000;

/**
 * Premiums for relatives of the further people: some of Maanshan's that were paid, the last of them on the day that a finance officer
 * reconciles first; and those of givers whose account is short, who have still to pay the rest in cash.
 */
export function samplePremiums({ people, relations, demoDate }: SampleWorld): SamplePremium[] {
  const byNo = new Map(people.map((person) => [person.personNo, person]));
  const givers = relations.flatMap(({ giverNo, memberNo }) => {
    const [giver, member] = [byNo.get(giverNo), byNo.get(memberNo)];
    if (!giver || giver.family !== undefined || member?.status !== 'normal') return [];
    const [earlier] = giver.parts;
    return [{ giverNo, memberNo, area: giver.area, isShort: (earlier?.fen ?? 0) < 40_000 }];
  });
  const paid = givers.filter(({ area, isShort }) => area === '340500' && !isShort).slice(0, 8);
  return [
    ...paid.map(({ giverNo, memberNo }, at) => ({
      ...{ giverNo, memberNo },
      day: `2024-10-${String(8 + Math.min(at, 6)).padStart(2, '0')}`,
    })),
    ...givers
      .filter(({ isShort }) => isShort)
      .map(({ giverNo, memberNo }) => ({ giverNo, memberNo, day: demoDate })),
  ];
}
