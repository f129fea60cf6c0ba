// Explains adjudicated bills as flat lines, in the order in which a bill is worked out; rules that did not apply say so.
import type { BillTable } from './bill-table.ts';
import type { CompiledLibrary, CompiledPolicy } from './compile.ts';
import { explainAccountNotes } from './explain-accounts.ts';
import { explainBenefit } from './explain-benefit.ts';
import { SAYS } from './line-table.ts';
import type { LineTable } from './line-table.ts';
import { OUTCOME } from './result-table.ts';
import type { ResultTable } from './result-table.ts';

/** Lines of a bill beside those of its accounts, and of one account, at most. */
const MOST_LINES = 32;
const MOST_LINES_OF_AN_ACCOUNT = 4;

function explainParts(bills: BillTable, results: ResultTable, row: number, lines: LineTable): void {
  lines.add(SAYS.total, bills.totalFen[row]!);
  lines.add(SAYS.whollySelfPaid, bills.whollySelfPaidFen[row]!);
  lines.add(SAYS.overPriceLimit, bills.overPriceLimitFen[row]!);
  lines.add(SAYS.preSelfPaid, bills.preSelfPaidFen[row]!);
  lines.add(SAYS.inScope, results.inScopeFen[row]!);
}

function explainPayers(bills: BillTable, results: ResultTable, row: number, lines: LineTable): void {
  const { isGiver } = bills.accounts;
  const { paidPriorYearFen, paidCurrentYearFen } = results;
  lines.add(SAYS.fundPays, results.fundFen[row]!);
  const start = bills.accountStart[row]!;
  const end = bills.accountStart[row + 1]!;
  if (start === end || isGiver[start] === 1) lines.add(SAYS.noOwnAccount, 0);
  for (let account = start; account < end; account += 1) {
    const prior = paidPriorYearFen[account]!;
    const current = paidCurrentYearFen[account]!;
    const says = isGiver[account] === 1 ? SAYS.giver : SAYS.ownAccount;
    lines.add(says, prior + current, prior, current, account);
  }
  lines.add(SAYS.cash, results.cashFen[row]!);
  const notPayable = bills.totalFen[row]! - results.fundFen[row]! - results.payableFen[row]!;
  if (notPayable > 0) lines.add(SAYS.notPayable, notPayable);
}

/** Appends the lines of the rows [from, to), which `evaluate` has filled; a refused bill has none. */
export function explain(
  library: CompiledLibrary,
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  lines: LineTable,
  from = 0,
  to = bills.length,
): void {
  for (let row = from; row < to; row += 1) {
    const accounts = bills.accountStart[row + 1]! - bills.accountStart[row]!;
    lines.reserve(MOST_LINES + accounts * MOST_LINES_OF_AN_ACCOUNT);
    lines.start[lines.bills] = lines.length;
    if (results.outcome[row] === OUTCOME.answered) {
      explainParts(bills, results, row, lines);
      explainBenefit(policy, bills, results, row, lines);
      explainPayers(bills, results, row, lines);
      explainAccountNotes(library, bills, results, row, lines);
    }
    lines.bills += 1;
    lines.start[lines.bills] = lines.length;
  }
}
