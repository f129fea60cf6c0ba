// One tried person's year under one policy: what the person, the relatives and the fund pay, and the months of waiting, by purpose.
import { sliceAt } from '../../library.ts';
import type { PolicyLibrary } from '../../library.ts';
import { premium } from '../../premium.ts';
import { quote } from '../../quote.ts';
import type { QuoteInput } from '../../types.ts';
import { addDays, yearOf } from '../../calendar.ts';
import type { TriedPerson, VisitPurpose } from './population.ts';
import { Purse } from './purse.ts';

export type Purpose = VisitPurpose | 'premium';

/** One side of a comparison. The whole year is worked out by the policy of this one day. */
export interface Side {
  library: PolicyLibrary;
  area: string;
  /** 'YYYY-MM-DD' */
  date: string;
}

interface PurposeYear {
  /** What the fund leaves, from accounts or in cash (fen). */
  ownFen: number;
  /** The part of it from a relative's account (fen). */
  relativesFen: number;
  /** The part of it in cash (fen); the rest is from the own account. */
  cashFen: number;
  fundFen: number;
  /** Months of waiting before benefits begin; of a premium only. */
  waitingMonths: number;
  /** False when a figure that decides is not recorded: the amounts say nothing then. */
  recorded: boolean;
}

/** Only purposes that the person has. */
export type PersonYear = Partial<Record<Purpose, PurposeYear>>;

const nothing = (): PurposeYear => ({
  ownFen: 0,
  relativesFen: 0,
  cashFen: 0,
  fundFen: 0,
  waitingMonths: 0,
  recorded: true,
});

function inputOf(
  { area, date }: Side,
  person: TriedPerson,
  visit: TriedPerson['visits'][number],
  purse: Purse,
): Omit<QuoteInput, 'yearToDate'> {
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
    accounts: purse.accounts(),
  };
}

interface PremiumYear {
  sum: PurposeYear;
  /** Visits in earlier months have no benefits. */
  firstMonth: number;
}

/** Days after the window on which somebody who is late pays (ours). */
const DAYS_LATE = 60;

function premiumYear({ library, area, date }: Side, person: TriedPerson, purse: Purse): PremiumYear {
  const coverageYear = yearOf(date);
  const window = library.areas.get(area)?.premiums.get(coverageYear)?.window;
  const lastDay = window === undefined || window === 'notRecorded' ? undefined : window.lastDay;
  const payDate = lastDay === undefined ? date : person.paysLate ? addDays(lastDay, DAYS_LATE) : lastDay;
  const answer = premium(library, {
    area,
    coverageYear,
    payDate,
    member: {
      group: person.group,
      insuredPriorYears: person.missedYears === 0,
      student: person.student,
      age: person.age,
    },
    history: { missedYears: person.missedYears, repairedYears: person.repairedYears },
  });
  if (!answer.ok || answer.value.blocked !== undefined) {
    return { sum: { ...nothing(), recorded: false }, firstMonth: 1 };
  }
  const { premiumFen: ownFen, waitingMonths, benefitsFrom } = answer.value;
  const relativesFen = purse.payPremium(ownFen);
  const starts = benefitsFrom !== null && yearOf(benefitsFrom) >= coverageYear ? benefitsFrom : undefined;
  const firstMonth =
    starts === undefined ? 1 : yearOf(starts) > coverageYear ? 13 : Number(starts.slice(5, 7));
  return {
    sum: { ...nothing(), ownFen, relativesFen, cashFen: ownFen - relativesFen, waitingMonths },
    firstMonth,
  };
}

/**
 * Deductible, cap and accounts run through the year's bills as the policy says. In the months of waiting nothing is settled: the bill is
 * paid in cash.
 */
export function personYear(side: Side, person: TriedPerson): PersonYear {
  const year: PersonYear = {};
  const policy = side.library.areas.get(side.area);
  const purse = new Purse(side.area, policy && sliceAt(policy, side.date), person);
  let firstMonth = 1;
  if (person.kind === 'resident') {
    const paid = premiumYear(side, person, purse);
    year.premium = paid.sum;
    ({ firstMonth } = paid);
  }
  let yearToDate: QuoteInput['yearToDate'] = { deductibleFen: 0, fundPaidFen: 0 };
  for (const visit of person.visits) {
    const sum = (year[visit.purpose] ??= nothing());
    const answer = quote(side.library, { ...inputOf(side, person, visit, purse), yearToDate });
    if (!answer.ok) {
      sum.recorded = false;
      continue;
    }
    if (answer.value.lines.some(({ code }) => code.endsWith('-not-recorded'))) sum.recorded = false;
    if (visit.month < firstMonth) {
      sum.ownFen += visit.bill.totalFen;
      sum.cashFen += visit.bill.totalFen;
      continue;
    }
    const { fundFen, cashFen } = answer.value;
    ({ yearToDate } = answer.value);
    sum.fundFen += fundFen;
    sum.ownFen += visit.bill.totalFen - fundFen;
    sum.cashFen += cashFen;
    sum.relativesFen += purse.pay(answer.value);
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
