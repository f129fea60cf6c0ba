// The rules of adjudication, whole: cell, split, payers, one step after the other over a block of bills.
import type { BillTable } from './bill-table.ts';
import { chooseCells } from './choose-cells.ts';
import type { CompiledLibrary, CompiledPolicy } from './compile.ts';
import type { ResultTable } from './result-table.ts';
import { sharePayments } from './share-payments.ts';
import { splitBills } from './split-bills.ts';

/** Rows that pass through all steps together, few enough to stay in the processor's cache. */
const BLOCK = 256;

/**
 * Adjudicates the rows [from, to) of one area's bills without explaining them. Pure but for `results`, which it fills.
 * A refused bill has an outcome other than `answered`, and no figures.
 */
export function evaluate(
  library: CompiledLibrary,
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  from = 0,
  to = bills.length,
): void {
  results.reserve(bills);
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(start + BLOCK, to);
    chooseCells(policy, bills, results, start, end);
    splitBills(policy, bills, results, start, end);
    sharePayments(library, policy, bills, results, start, end);
  }
}
