// The limit: Tieling's outpatient policy written by hand as one function, every figure a constant; same rows in, same fields out.
import { HELD, OUTCOME } from '@gongji/policy';
import type { BillTable, ResultTable } from '@gongji/policy';

const FIRST_DAY = 20240101;
const LAST_RECORDED = 20260101;
const PHARMACY = 3;
const CAP_FEN = 300_000;

function share(amountFen: number, ratePerTenThousand: number): number {
  return Math.floor((amountFen * ratePerTenThousand + 5_000) / 10_000);
}

/** The ratio by level (0 to 2) for employees in service; retired ones have 500 more. */
function ratioOf(level: number): number {
  return level === 0 ? 7_000 : level === 1 ? 6_000 : 5_000;
}

export function handWritten(bills: BillTable, results: ResultTable): void {
  results.reserve(bills);
  const { day, service, person, isElsewhere, diseaseStart, accountStart } = bills;
  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = bills;
  const { deductibleBeforeFen, fundBeforeFen } = bills;
  const { registeredFrom, registeredTo } = bills.diseases;
  const { isGiver, priorYearFen, currentYearFen, limitFen, yearLimitLeftFen, quotaFen } = bills.accounts;
  const rows = bills.length;
  for (let row = 0; row < rows; row += 1) {
    const today = day[row]!;
    if (today < FIRST_DAY) {
      results.outcome[row] = OUTCOME.noPolicyForDate;
      continue;
    }
    const wholly = whollySelfPaidFen[row]!;
    const over = overPriceLimitFen[row]!;
    const inScope = totalFen[row]! - wholly - over - preSelfPaidFen[row]!;
    const deductibleBefore = deductibleBeforeFen[row]!;
    const fundBefore = fundBeforeFen[row]!;
    const level = service[row]!;
    const isEmployee = person[row]! < 2;
    let deductible = 0;
    let fund = 0;
    let own = inScope;
    let above = 0;
    let fundAfter = fundBefore;
    if (today < LAST_RECORDED && isElsewhere[row] === 0 && level !== PHARMACY) {
      const start = diseaseStart[row]!;
      let isChronic = diseaseStart[row + 1]! > start;
      for (let disease = start; isChronic && disease < diseaseStart[row + 1]!; disease += 1) {
        isChronic = today >= registeredFrom[disease]! && today < registeredTo[disease]!;
      }
      if (isChronic) {
        fund = share(inScope, isEmployee ? 9_500 : 9_000);
        own = inScope - fund;
      } else if (isEmployee) {
        const left = (level === 2 ? 30_000 : 20_000) - deductibleBefore;
        deductible = left <= 0 ? 0 : inScope < left ? inScope : left;
        const base = inScope - deductible;
        const wanted = share(base, ratioOf(level) + (person[row] === 1 ? 500 : 0));
        const room = CAP_FEN - fundBefore;
        fund = room <= 0 ? 0 : wanted < room ? wanted : room;
        own = base - wanted;
        above = wanted - fund;
        fundAfter = fundBefore + fund;
      }
    }
    const payable = totalFen[row]! - wholly - over - fund;
    let left = payable;
    let ownAccount = 0;
    let shared = 0;
    const end = accountStart[row + 1]!;
    for (let account = accountStart[row]!; account < end; account += 1) {
      const most = Math.min(left, limitFen[account]!, yearLimitLeftFen[account]!, quotaFen[account]!);
      const prior = Math.min(most, priorYearFen[account]!);
      const current = Math.min(most - prior, currentYearFen[account]!);
      const paid = prior + current;
      results.paidPriorYearFen[account] = prior;
      results.paidCurrentYearFen[account] = current;
      results.held[account] =
        paid < most || most === left
          ? HELD.no
          : most === limitFen[account]
            ? HELD.byLimit
            : most === yearLimitLeftFen[account]
              ? HELD.byYearLimit
              : HELD.byQuota;
      left -= paid;
      if (isGiver[account] === 1) shared += paid;
      else ownAccount += paid;
    }
    results.outcome[row] = OUTCOME.answered;
    results.inScopeFen[row] = inScope;
    results.deductibleFen[row] = deductible;
    results.fundFen[row] = fund;
    results.ownShareFen[row] = own;
    results.aboveCapFen[row] = above;
    results.deductibleAfterFen[row] = deductibleBefore + deductible;
    results.fundAfterFen[row] = fundAfter;
    results.payableFen[row] = payable;
    results.ownAccountFen[row] = ownAccount;
    results.sharedFen[row] = shared;
    results.cashFen[row] = left + wholly + over;
  }
}
