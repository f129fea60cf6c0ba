// Who pays what of a bill: the policy's answer, the money it takes from each account by year, and what the till sees. Pure.
import type { InstitutionMark, TillQuoteBody, TillResult } from '@gongji/contract';
import { quote } from '@gongji/policy';
import type {
  Line,
  PolicyLibrary,
  PolicyRefusal,
  QuoteAccount,
  QuoteInput,
  QuoteResult,
  YearToDate,
} from '@gongji/policy';
import type { z } from 'zod';
import type { LimitsFen } from '../relation/control.ts';
import { filingFor, registrationsOf } from '../standing/standing.ts';
import { sumFen, takeFrom } from '../usage/shareable.ts';
import type { PartFen } from '../usage/shareable.ts';
import { yearOf } from './accumulator.ts';
import type { PersonFacts } from './facts.ts';
import { tillLines } from './till-lines.ts';
import { explained } from '../usage/explained.ts';

/** What the till sees, without the explanation. */
export type ShownFigures = Omit<TillResult, 'lines'>;

export type Asked = Omit<z.infer<typeof TillQuoteBody>, 'personNo'>;

/** A person's spendable money for this bill, the oldest year first. */
export interface Purse {
  personNo: string;
  area: string;
  parts: readonly PartFen[];
  /** The giver's own limits; absent on the patient's own account. */
  limits?: LimitsFen;
}

export interface Case {
  date: string;
  patient: PersonFacts;
  institution: InstitutionMark;
  asked: Asked;
  yearToDate: YearToDate;
  own: Purse;
  /** In the order in which their money is used; only the shareable part. */
  givers: readonly Purse[];
}

export interface Adjudicated {
  input: QuoteInput;
  result: QuoteResult;
  till: TillResult;
  /** The explanation without givers, as in `till`. */
  tillLines: Line[];
  /** What each account gives, by year; accounts that give nothing are left out. */
  takings: Purse[];
  /** The person behind each owner that the policy's lines name, e.g. `giver-1`. */
  owners: Record<string, string>;
  /** What this bill adds to the accumulators. */
  added: YearToDate;
}

/** The same case always gives the same answer. Faults: amounts that do not add up (invariant 3). */
export function adjudicate(
  library: PolicyLibrary,
  of: Case,
): { ok: true; value: Adjudicated } | { ok: false; reason: PolicyRefusal } {
  const purses = new Map<string, Purse>();
  if (of.asked.accountUse !== 'none' && of.own.parts.length > 0) purses.set('self', of.own);
  if (of.asked.accountUse === 'own-then-shared') {
    of.givers.forEach((giver, index) => purses.set(`giver-${index + 1}`, giver));
  }
  const input = inputOf(of, purses);
  const answer = quote(library, input);
  if (!answer.ok) return answer;
  const result = answer.value;
  const fenOf = new Map([
    ['self', result.ownAccountFen],
    ...result.sharedFen.map(({ owner, fen }) => [owner, fen] as const),
  ]);
  const takings = [...purses].flatMap(([owner, purse]) => {
    const parts = takeFrom(purse.parts, fenOf.get(owner) ?? 0);
    return parts.length > 0 ? [{ ...purse, parts }] : [];
  });
  const sharedFen = sumFen(result.sharedFen);
  checkSums(of, result, takings, sharedFen);
  const shownLines = tillLines(result.lines);
  return {
    ok: true,
    value: {
      input,
      result,
      takings,
      tillLines: shownLines,
      till: {
        totalFen: of.asked.bill.totalFen,
        fundFen: result.fundFen,
        deductibleFen: result.deductibleFen,
        ownAccountFen: result.ownAccountFen,
        sharedFen,
        cashFen: result.cashFen,
        ownAccountAfterFen: sumFen(of.own.parts) - result.ownAccountFen,
        yearToDate: result.yearToDate,
        policy: result.policy,
        lines: explained(shownLines),
      },
      owners: Object.fromEntries([...purses].map(([owner, { personNo }]) => [owner, personNo])),
      added: {
        deductibleFen: result.yearToDate.deductibleFen - of.yearToDate.deductibleFen,
        fundPaidFen: result.yearToDate.fundPaidFen - of.yearToDate.fundPaidFen,
      },
    },
  };
}

function inputOf(
  { date, patient, institution, asked, yearToDate }: Case,
  purses: ReadonlyMap<string, Purse>,
): QuoteInput {
  const { kind, level, area } = institution;
  const filing = filingFor(patient, area, date);
  return {
    area: patient.area,
    date,
    patient: {
      scheme: patient.scheme,
      retired: patient.retired,
      chronic: asked.chronic,
      registrations: registrationsOf(patient),
      ...(filing === undefined ? {} : { filing }),
    },
    institution: level === null ? { kind, area } : { kind, level, area },
    bill: asked.bill,
    yearToDate,
    accounts: [...purses].map(([owner, purse]) => accountOf(owner, purse, yearOf(date))),
  };
}

function accountOf(owner: string, { area, parts, limits }: Purse, year: number): QuoteAccount {
  return {
    owner,
    priorYearFen: sumFen(parts.filter((part) => part.partYear < year)),
    currentYearFen: sumFen(parts.filter((part) => part.partYear >= year)),
    // A giver's area decides which part may be given, and whether across provinces.
    ...(owner === 'self' ? {} : { area }),
    ...limits,
  };
}

function checkSums(of: Case, result: QuoteResult, takings: readonly Purse[], sharedFen: number): void {
  const { totalFen } = of.asked.bill;
  const sumOf = (group: Line['group']) => sumFen(result.lines.filter((line) => line.group === group));
  const accountsFen = result.ownAccountFen + sharedFen;
  const amounts = [result.fundFen, result.ownAccountFen, sharedFen, result.cashFen];
  const isWhole =
    amounts.every((fen) => Number.isSafeInteger(fen) && fen >= 0) &&
    result.fundFen + accountsFen + result.cashFen === totalFen &&
    sumOf('split') === totalFen &&
    sumOf('payer') === totalFen &&
    sumFen(takings.flatMap((taking) => taking.parts)) === accountsFen;
  if (!isWhole) throw new Error(`The parts of a bill of ${totalFen} fen do not add up`);
}

export function figuresOf(result: TillResult): ShownFigures {
  const figures: Partial<TillResult> = { ...result };
  delete figures.lines;
  return figures as ShownFigures;
}

/** Whether what would be taken and counted now is what was shown. What is left on the account may have changed. */
export function isAsShown(shown: ShownFigures, now: ShownFigures): boolean {
  const figures = (result: ShownFigures) => [
    result.totalFen,
    result.fundFen,
    result.deductibleFen,
    result.ownAccountFen,
    result.sharedFen,
    result.cashFen,
    result.yearToDate.deductibleFen,
    result.yearToDate.fundPaidFen,
    result.policy.hash,
  ];
  return JSON.stringify(figures(shown)) === JSON.stringify(figures(now));
}
