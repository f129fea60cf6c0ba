// The quote's question for a bill that has not been made: what a person wants to know before going to hospital.
import type {
  ChronicRegistration,
  OutOfAreaFiling,
  QuoteBill,
  QuoteInput,
  Scheme,
  YearToDate,
} from './types.ts';

/** What is known of the person today. */
export interface KnownOfPerson {
  area: string;
  date: string;
  scheme: Scheme;
  retired: boolean;
  registrations: ChronicRegistration[];
  yearToDate: YearToDate;
  /** The own account, in fen. */
  own: { priorYearFen: number; currentYearFen: number };
}

export interface WhatIf {
  institution: QuoteInput['institution'];
  /** The filing that decides at the institution's place. */
  filing?: OutOfAreaFiling;
  bill: QuoteBill;
  /** Diseases that the bill is for. */
  chronic: string[];
  /** What relatives' accounts would give at most for it, all together (fen). */
  sharedFen: number;
}

/** Relatives' money is one account named `shared`: whose it is and how it is divided is not told before a bill is made. */
export function whatIfInput(known: KnownOfPerson, asked: WhatIf): QuoteInput {
  const { area, date, scheme, retired, registrations, yearToDate, own } = known;
  const { institution, filing, bill, chronic, sharedFen } = asked;
  return {
    ...{ area, date, institution, bill, yearToDate },
    patient: { scheme, retired, chronic, registrations, ...(filing === undefined ? {} : { filing }) },
    accounts: [
      { owner: 'self', ...own },
      ...(sharedFen > 0 ? [{ owner: 'shared', priorYearFen: sharedFen, currentYearFen: 0 }] : []),
    ],
  };
}
