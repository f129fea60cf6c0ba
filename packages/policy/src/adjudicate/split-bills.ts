// Second step: each bill split into deductible, fund, own share and what is above the cap (conventions: policies/national.yaml).
import { shareOfFen } from '../money.ts';
import type { BillTable } from './bill-table.ts';
import type { CompiledPolicy } from './compile.ts';
import type { ResultTable } from './result-table.ts';

/** Writes the columns of the split of the rows [from, to); a cell without a benefit has ratio 0, no deductible and no cap. */
export function splitBills(
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  from: number,
  to: number,
): void {
  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = bills;
  const { deductibleBeforeFen, fundBeforeFen } = bills;
  const { deductibleFen: thresholds, capFen: caps, ratePerTenThousand: rates, accrues } = policy;
  const { cell: cells, inScopeFen, deductibleFen, fundFen, ownShareFen, aboveCapFen } = results;
  const { deductibleAfterFen, fundAfterFen } = results;
  for (let row = from; row < to; row += 1) {
    const cell = cells[row]!;
    const inScope = totalFen[row]! - whollySelfPaidFen[row]! - overPriceLimitFen[row]! - preSelfPaidFen[row]!;
    const deductibleBefore = deductibleBeforeFen[row]!;
    const fundBefore = fundBeforeFen[row]!;
    const deductibleLeft = Math.max(0, thresholds[cell]! - deductibleBefore);
    const deductible = Math.min(inScope, deductibleLeft);
    const above = inScope - deductible;
    const share = shareOfFen(above, rates[cell]!);
    const fund = Math.min(share, Math.max(0, caps[cell]! - fundBefore));
    inScopeFen[row] = inScope;
    deductibleFen[row] = deductible;
    fundFen[row] = fund;
    ownShareFen[row] = above - share;
    aboveCapFen[row] = share - fund;
    deductibleAfterFen[row] = deductibleBefore + deductible;
    fundAfterFen[row] = fundBefore + (accrues[cell] === 1 ? fund : 0);
  }
}
