// Third step: who pays what the fund leaves: accounts in order, each within balance, limits and quota, then cash.
import { AS_GIVEN } from './bill-table.ts';
import type { BillTable } from './bill-table.ts';
import { sliceOn } from './choose-cells.ts';
import { PARTS_OF_A_BILL, SHAREABLE } from './compile.ts';
import type { CompiledLibrary, CompiledPolicy } from './compile.ts';
import { HELD } from './result-table.ts';
import type { ResultTable } from './result-table.ts';

/** Whether the rule on provinces or a rule that nobody recorded keeps a giver of a named area from giving at all. */
function closedTo(policy: CompiledPolicy, slice: number, bills: BillTable, account: number): number {
  const { isOtherProvince, quotaFen } = bills.accounts;
  if (isOtherProvince[account] === 1) {
    if (policy.crossProvince[slice] === 0) return HELD.otherProvinceClosed;
    if (quotaFen[account] === Infinity) return HELD.otherProvinceNeedsQuota;
  }
  return HELD.no;
}

/** Which part of a giver's account may be shared on the day, by the giver's own area. */
export function shareablePart(library: CompiledLibrary, policyOf: number, day: number): number {
  if (policyOf === AS_GIVEN) return SHAREABLE.all;
  const policy = library.policies[policyOf];
  const slice = policy === undefined ? -1 : sliceOn(policy, day);
  return policy === undefined || slice < 0 ? SHAREABLE['not-recorded'] : policy.shareable[slice]!;
}

/** Writes the columns of the payers, and of the accounts, of the rows [from, to). */
export function sharePayments(
  library: CompiledLibrary,
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  from: number,
  to: number,
): void {
  const { day, totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen, accountStart } = bills;
  const { isGiver, policyOf, priorYearFen, currentYearFen, limitFen, yearLimitLeftFen, quotaFen } =
    bills.accounts;
  const { slice: slices, fundFen, deductibleFen, ownShareFen, aboveCapFen } = results;
  const { payableFen, ownAccountFen, sharedFen, cashFen, paidPriorYearFen, paidCurrentYearFen, held } =
    results;
  const { payable, priorYearFirst } = policy;
  for (let row = from; row < to; row += 1) {
    const slice = slices[row]!;
    const part = slice * PARTS_OF_A_BILL;
    const payableOfRow =
      whollySelfPaidFen[row]! * payable[part]! +
      overPriceLimitFen[row]! * payable[part + 1]! +
      preSelfPaidFen[row]! * payable[part + 2]! +
      deductibleFen[row]! * payable[part + 3]! +
      ownShareFen[row]! * payable[part + 4]! +
      aboveCapFen[row]! * payable[part + 5]!;
    let left = payableOfRow;
    let own = 0;
    let shared = 0;
    const end = accountStart[row + 1]!;
    for (let account = accountStart[row]!; account < end; account += 1) {
      let prior = priorYearFen[account]!;
      let current = currentYearFen[account]!;
      let reason: number = HELD.no;
      if (policyOf[account] !== AS_GIVEN) {
        const allowed = shareablePart(library, policyOf[account]!, day[row]!);
        reason = closedTo(policy, slice, bills, account);
        if (reason === HELD.no && allowed === SHAREABLE['not-recorded']) reason = HELD.shareNotRecorded;
        if (reason !== HELD.no) prior = 0;
        if (reason !== HELD.no || allowed === SHAREABLE['prior-year']) current = 0;
      }
      const most = Math.min(left, limitFen[account]!, yearLimitLeftFen[account]!, quotaFen[account]!);
      const wanted = Math.min(most, prior + current);
      const fromPrior =
        priorYearFirst[slice] === 1 ? Math.min(wanted, prior) : wanted - Math.min(wanted, current);
      if (reason === HELD.no && most < left && wanted === most) {
        reason =
          most === limitFen[account]
            ? HELD.byLimit
            : most === yearLimitLeftFen[account]
              ? HELD.byYearLimit
              : HELD.byQuota;
      }
      paidPriorYearFen[account] = fromPrior;
      paidCurrentYearFen[account] = wanted - fromPrior;
      held[account] = reason;
      left -= wanted;
      if (isGiver[account] === 1) shared += wanted;
      else own += wanted;
    }
    payableFen[row] = payableOfRow;
    ownAccountFen[row] = own;
    sharedFen[row] = shared;
    cashFen[row] = totalFen[row]! - fundFen[row]! - own - shared;
  }
}
