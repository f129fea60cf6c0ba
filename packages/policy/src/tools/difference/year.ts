// One tried person's year under one policy: what the person pays and what the fund pays, by purpose.
import { sliceAt } from '../../library.ts';
import type { PolicyLibrary } from '../../library.ts';
import { premium } from '../../premium.ts';
import { quote } from '../../quote.ts';
import type { QuoteInput } from '../../types.ts';
import { yearOf } from '../../calendar.ts';
import type { TriedPerson, VisitPurpose } from './population.ts';

export type Purpose = VisitPurpose | 'premium';

/** One side of a comparison. The whole year is worked out by the policy of this one day. */
export interface Side {
  library: PolicyLibrary;
  area: string;
  /** 'YYYY-MM-DD' */
  date: string;
}

interface PurposeYear {
  /** What the person pays, from accounts or in cash (fen). */
  ownFen: number;
  fundFen: number;
  /** False when a figure that decides is not recorded: the amounts say nothing then. */
  recorded: boolean;
}

/** Only purposes that the person has. */
export type PersonYear = Partial<Record<Purpose, PurposeYear>>;

function inputOf(
  { area, date }: Side,
  person: TriedPerson,
  visit: TriedPerson['visits'][number],
): QuoteInput {
  return {
    area,
    date,
    patient: {
      scheme: person.kind === 'resident' ? 'resident' : 'employee',
      retired: person.kind === 'retired',
      chronic: visit.purpose === 'chronic' ? [person.disease] : [],
    },
    institution:
      visit.level === undefined ? { kind: 'pharmacy', area } : { kind: 'hospital', level: visit.level, area },
    bill: visit.bill,
    yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
    accounts: [],
  };
}

function premiumYear({ library, area, date }: Side, person: TriedPerson): PurposeYear {
  const coverageYear = yearOf(date);
  const window = library.areas.get(area)?.premiums.get(coverageYear)?.window;
  const payDate = window === undefined || window === 'notRecorded' ? date : window.lastDay;
  const answer = premium(library, {
    area,
    coverageYear,
    payDate,
    member: { group: person.group, insuredPriorYears: true, student: person.student, age: person.age },
    history: { missedYears: 0, repairedYears: 0 },
  });
  return answer.ok
    ? { ownFen: answer.value.premiumFen, fundFen: 0, recorded: true }
    : { ownFen: 0, fundFen: 0, recorded: false };
}

/** Deductible and cap run through the year's bills as the policy says. */
export function personYear(side: Side, person: TriedPerson): PersonYear {
  const year: PersonYear = {};
  if (person.kind === 'resident') year.premium = premiumYear(side, person);
  let yearToDate: QuoteInput['yearToDate'] = { deductibleFen: 0, fundPaidFen: 0 };
  for (const visit of person.visits) {
    const sum = (year[visit.purpose] ??= { ownFen: 0, fundFen: 0, recorded: true });
    const answer = quote(side.library, { ...inputOf(side, person, visit), yearToDate });
    if (!answer.ok) {
      sum.recorded = false;
      continue;
    }
    const { fundFen, lines } = answer.value;
    ({ yearToDate } = answer.value);
    if (lines.some(({ code }) => code.endsWith('-not-recorded'))) sum.recorded = false;
    sum.fundFen += fundFen;
    sum.ownFen += visit.bill.totalFen - fundFen;
  }
  return year;
}

/** Codes of the diseases that either side knows, so that both are tried with the same people. */
export function diseasesOf(sides: readonly Side[]): string[] {
  const codes = sides.flatMap(({ library, area, date }) => {
    const policy = library.areas.get(area);
    const chronic = policy && sliceAt(policy, date)?.outpatient?.chronic;
    return chronic === undefined || chronic === 'notRecorded' ? [] : chronic.diseases.map(({ code }) => code);
  });
  return [...new Set(codes)].sort();
}
