// The money of a bill as the interface's identities need it, in fen. Pure.
import type { TillResult } from '@gongji/contract';
import type { QuoteBill } from '@gongji/policy';

export interface Figures extends QuoteBill {
  deductibleFen: number;
  fundFen: number;
  fundRatePerTenThousand: number;
  ownAccountFen: number;
  sharedFen: number;
  cashFen: number;
  /** Of the patient's own account, after the bill. */
  balanceFen: number;
}

/** Invariant 3: every identity of the interface; a bill that breaks one is a fault. */
export function figuresOf(bill: QuoteBill, result: TillResult): Figures {
  const { totalFen, deductibleFen, fundFen, ownAccountFen, sharedFen, cashFen } = result;
  const outsideFen = bill.whollySelfPaidFen + bill.overPriceLimitFen + bill.preSelfPaidFen;
  const isWhole =
    bill.totalFen === totalFen &&
    outsideFen <= totalFen &&
    fundFen + ownAccountFen + sharedFen + cashFen === totalFen;
  if (!isWhole) throw new Error(`The figures of a bill of ${totalFen} fen do not add up`);
  return {
    ...bill,
    ...{ deductibleFen, fundFen, ownAccountFen, sharedFen, cashFen },
    balanceFen: result.ownAccountAfterFen,
    fundRatePerTenThousand: rateOf(result),
  };
}

/** Of the fund's line; 0 where the policy records no benefit. */
function rateOf({ lines }: TillResult): number {
  const rate = lines.find((line) => line.code === 'fund')?.['ratePerTenThousand'];
  return typeof rate === 'number' ? rate : 0;
}
