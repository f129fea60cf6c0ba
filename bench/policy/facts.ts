// The same bills as plain facts for the two general rule engines, made before any timing; and what they must answer.
import type { BillTable, ResultTable } from '@gongji/policy';

/** Accounts as places: the own account and two givers; an account that is missing has no money. */
const PLACES = 3;
/** Stands for no limit. */
const NO_LIMIT = 1e12;

export interface AccountFacts {
  isGiver: boolean;
  prior: number;
  current: number;
  most: number;
}

/** Days are yyyymmdd, amounts fen. */
export interface BillFacts {
  day: number;
  pharmacy: boolean;
  level: number;
  employee: boolean;
  retired: boolean;
  elsewhere: boolean;
  /** Every disease of the bill is registered on its day; false for a bill without diseases. */
  chronic: boolean;
  total: number;
  wholly: number;
  over: number;
  pre: number;
  deductibleBefore: number;
  fundBefore: number;
  first: AccountFacts;
  second: AccountFacts;
  third: AccountFacts;
}

/** The figures that every contestant answers with, in one order. */
export type Figures = number[];

function accountFacts(bills: BillTable, row: number, place: number): AccountFacts {
  const at = bills.accountStart[row]! + place;
  const { isGiver, priorYearFen, currentYearFen, limitFen, yearLimitLeftFen, quotaFen } = bills.accounts;
  if (at >= bills.accountStart[row + 1]!) return { isGiver: true, prior: 0, current: 0, most: NO_LIMIT };
  return {
    isGiver: isGiver[at] === 1,
    prior: priorYearFen[at]!,
    current: currentYearFen[at]!,
    most: Math.min(NO_LIMIT, limitFen[at]!, yearLimitLeftFen[at]!, quotaFen[at]!),
  };
}

function isRegistered(bills: BillTable, row: number): boolean {
  const from = bills.diseaseStart[row]!;
  const to = bills.diseaseStart[row + 1]!;
  const day = bills.day[row]!;
  const { registeredFrom, registeredTo } = bills.diseases;
  for (let at = from; at < to; at += 1) {
    if (day < registeredFrom[at]! || day >= registeredTo[at]!) return false;
  }
  return to > from;
}

export function factsOf(bills: BillTable, row: number): BillFacts {
  return {
    day: bills.day[row]!,
    pharmacy: bills.service[row] === 3,
    level: bills.service[row]! + 1,
    employee: bills.person[row]! < 2,
    retired: bills.person[row]! % 2 === 1,
    elsewhere: bills.isElsewhere[row] === 1,
    chronic: isRegistered(bills, row),
    total: bills.totalFen[row]!,
    wholly: bills.whollySelfPaidFen[row]!,
    over: bills.overPriceLimitFen[row]!,
    pre: bills.preSelfPaidFen[row]!,
    deductibleBefore: bills.deductibleBeforeFen[row]!,
    fundBefore: bills.fundBeforeFen[row]!,
    first: accountFacts(bills, row, 0),
    second: accountFacts(bills, row, 1),
    third: accountFacts(bills, row, 2),
  };
}

/** What the engine answered for the row, as figures. */
export function figuresOf(bills: BillTable, results: ResultTable, row: number): Figures {
  const start = bills.accountStart[row]!;
  const end = bills.accountStart[row + 1]!;
  const paid = Array.from({ length: PLACES }, (_, place) =>
    start + place < end
      ? [results.paidPriorYearFen[start + place]!, results.paidCurrentYearFen[start + place]!]
      : [0, 0],
  );
  return [
    results.inScopeFen[row]!,
    results.deductibleFen[row]!,
    results.fundFen[row]!,
    results.ownShareFen[row]!,
    results.aboveCapFen[row]!,
    results.deductibleAfterFen[row]!,
    results.fundAfterFen[row]!,
    results.payableFen[row]!,
    results.ownAccountFen[row]!,
    results.sharedFen[row]!,
    results.cashFen[row]!,
    ...paid.flat(),
  ];
}
