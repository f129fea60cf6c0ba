// The notes on accounts: which limit, quota or rule held one back, and why one was not used.
import type { BillTable } from './bill-table.ts';
import { SHAREABLE } from './compile.ts';
import type { CompiledLibrary } from './compile.ts';
import { SAYS } from './line-table.ts';
import type { LineTable } from './line-table.ts';
import { HELD } from './result-table.ts';
import type { ResultTable } from './result-table.ts';
import { shareablePart } from './share-payments.ts';

/** What is said of each reason of HELD, by its number. */
const SAID_OF = [
  -1,
  SAYS.limitReached,
  SAYS.yearLimitReached,
  SAYS.quotaReached,
  SAYS.otherProvinceClosed,
  SAYS.otherProvinceNeedsQuota,
  SAYS.shareNotRecorded,
];

function explainUnshareable(
  library: CompiledLibrary,
  bills: BillTable,
  account: number,
  day: number,
  lines: LineTable,
): void {
  const { policyOf, currentYearFen } = bills.accounts;
  if (currentYearFen[account] === 0) return;
  if (shareablePart(library, policyOf[account]!, day) !== SHAREABLE['prior-year']) return;
  lines.add(SAYS.currentYearNotShareable, currentYearFen[account]!, 0, 0, account);
}

/** One note at most says why an account gave what it gave; another that its current year may not be shared. */
export function explainAccountNotes(
  library: CompiledLibrary,
  bills: BillTable,
  results: ResultTable,
  row: number,
  lines: LineTable,
): void {
  const { priorYearFen, currentYearFen } = bills.accounts;
  const { paidPriorYearFen, paidCurrentYearFen, held } = results;
  const end = bills.accountStart[row + 1]!;
  let left = results.payableFen[row]!;
  for (let account = bills.accountStart[row]!; account < end; account += 1) {
    const paid = paidPriorYearFen[account]! + paidCurrentYearFen[account]!;
    const reason = held[account]!;
    if (reason !== HELD.no) lines.add(SAID_OF[reason]!, paid, 0, 0, account);
    else if (left === 0) lines.add(SAYS.notNeeded, 0, 0, 0, account);
    else if (priorYearFen[account]! + currentYearFen[account]! === 0) {
      lines.add(SAYS.accountEmpty, 0, 0, 0, account);
    }
    if (bills.accounts.policyOf[account]! >= 0 && reason < HELD.otherProvinceClosed) {
      explainUnshareable(library, bills, account, bills.day[row]!, lines);
    }
    left -= paid;
  }
}
