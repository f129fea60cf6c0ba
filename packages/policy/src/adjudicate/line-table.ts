// Explanation lines as columns of flat arrays: what each line says, in codes and amounts; the words are made when asked for.
import { grownFloats, grownInts } from './column.ts';

/** What a flat line says. Of `first` and `second`: what is named here, 0 elsewhere. */
export const SAYS = {
  total: 0,
  whollySelfPaid: 1,
  overPriceLimit: 2,
  preSelfPaid: 3,
  inScope: 4,
  /** first, second: what was counted before and after. */
  deductible: 5,
  deductibleMet: 6,
  /** first, second: what the fund had paid before and after, where that is counted. */
  fund: 7,
  ownShare: 8,
  aboveCap: 9,
  chronicApart: 10,
  rateUpTo: 11,
  notRecorded: 12,
  elsewhereRefused: 13,
  /** first: row of the disease. */
  notRegistered: 14,
  registrationNotBegun: 15,
  registrationLapsed: 16,
  /** fen: what the ratio at home would have paid more. */
  ratioElsewhere: 17,
  catalogueElsewhere: 18,
  filingAbsent: 19,
  filingForAnotherPlace: 20,
  filingNotBegun: 21,
  filingHolds: 22,
  /** first: days until it ends. */
  filingEndsSoon: 23,
  filingLapsed: 24,
  asAtPharmacy: 25,
  fundPays: 26,
  noOwnAccount: 27,
  /** first, second: of prior years, of the current year. */
  ownAccount: 28,
  giver: 29,
  cash: 30,
  notPayable: 31,
  limitReached: 32,
  yearLimitReached: 33,
  quotaReached: 34,
  otherProvinceClosed: 35,
  otherProvinceNeedsQuota: 36,
  shareNotRecorded: 37,
  currentYearNotShareable: 38,
  notNeeded: 39,
  accountEmpty: 40,
} as const;

/** `account` and, for some lines, `first` lead back to the row of the bill's account or disease. */
export class LineTable {
  length = 0;
  says = new Int32Array(0);
  /** Row of the account that a line speaks of; -1 for none. */
  account = new Int32Array(0);
  fen = new Float64Array(0);
  first = new Float64Array(0);
  second = new Float64Array(0);
  /** First line of each explained bill, in the order in which they were explained; one more at the end. */
  start = new Int32Array(1);
  bills = 0;

  clear(): void {
    this.length = 0;
    this.bills = 0;
  }

  /** Makes room for the lines of one more bill. */
  reserve(lines: number): void {
    if (this.bills + 2 > this.start.length) this.start = grownInts(this.start, (this.bills + 2) * 2);
    const needed = this.length + lines;
    if (needed <= this.says.length) return;
    const size = needed * 2;
    this.says = grownInts(this.says, size);
    this.account = grownInts(this.account, size);
    this.fen = grownFloats(this.fen, size);
    this.first = grownFloats(this.first, size);
    this.second = grownFloats(this.second, size);
  }

  add(says: number, fen: number, first = 0, second = 0, account = -1): void {
    const at = this.length;
    this.says[at] = says;
    this.account[at] = account;
    this.fen[at] = fen;
    this.first[at] = first;
    this.second[at] = second;
    this.length = at + 1;
  }
}
