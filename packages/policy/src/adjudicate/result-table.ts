// What adjudication writes: the figures of each bill of a bill table, in the same rows, and what each account gives.
import type { BillTable } from './bill-table.ts';
import { grownFloats, grownInts } from './column.ts';

/** `NO_POLICY_FOR_DATE` and `UNKNOWN_DISEASE` are refusals: the other columns of such a row mean nothing. */
export const OUTCOME = { answered: 0, noPolicyForDate: 1, unknownDisease: 2 } as const;

/** Why an account gives less than its balance would allow, or nothing. */
export const HELD = {
  no: 0,
  byLimit: 1,
  byYearLimit: 2,
  byQuota: 3,
  otherProvinceClosed: 4,
  otherProvinceNeedsQuota: 5,
  shareNotRecorded: 6,
} as const;

/** Amounts in fen, by row of the bill table; columns of accounts by row of its accounts. */
export class ResultTable {
  outcome = new Int32Array(0);
  /** Number of the slice and of the cell that decided. */
  slice = new Int32Array(0);
  cell = new Int32Array(0);
  inScopeFen = new Float64Array(0);
  deductibleFen = new Float64Array(0);
  fundFen = new Float64Array(0);
  /** The patient's share beside the ratio, or all that is in scope when the fund pays nothing. */
  ownShareFen = new Float64Array(0);
  aboveCapFen = new Float64Array(0);
  deductibleAfterFen = new Float64Array(0);
  fundAfterFen = new Float64Array(0);
  /** What accounts may pay of this bill at all. */
  payableFen = new Float64Array(0);
  ownAccountFen = new Float64Array(0);
  sharedFen = new Float64Array(0);
  cashFen = new Float64Array(0);
  paidPriorYearFen = new Float64Array(0);
  paidCurrentYearFen = new Float64Array(0);
  held = new Int32Array(0);

  /** Makes room for every row of the bills. */
  reserve(bills: BillTable): void {
    const rows = bills.length;
    if (rows > this.outcome.length) this.#reserveBills(Math.max(8, rows * 2));
    const accounts = bills.accountStart[rows] ?? 0;
    if (accounts <= this.held.length) return;
    const size = Math.max(8, accounts * 2);
    this.paidPriorYearFen = grownFloats(this.paidPriorYearFen, size);
    this.paidCurrentYearFen = grownFloats(this.paidCurrentYearFen, size);
    this.held = grownInts(this.held, size);
  }

  #reserveBills(size: number): void {
    this.outcome = grownInts(this.outcome, size);
    this.slice = grownInts(this.slice, size);
    this.cell = grownInts(this.cell, size);
    this.inScopeFen = grownFloats(this.inScopeFen, size);
    this.deductibleFen = grownFloats(this.deductibleFen, size);
    this.fundFen = grownFloats(this.fundFen, size);
    this.ownShareFen = grownFloats(this.ownShareFen, size);
    this.aboveCapFen = grownFloats(this.aboveCapFen, size);
    this.deductibleAfterFen = grownFloats(this.deductibleAfterFen, size);
    this.fundAfterFen = grownFloats(this.fundAfterFen, size);
    this.payableFen = grownFloats(this.payableFen, size);
    this.ownAccountFen = grownFloats(this.ownAccountFen, size);
    this.sharedFen = grownFloats(this.sharedFen, size);
    this.cashFen = grownFloats(this.cashFen, size);
  }
}
