// Splits a bill into its parts: what is outside the policy, the deductible, the fund's payment, the patient's own share.
import type { Benefit } from './benefit.ts';
import { shareOfFen } from './money.ts';
import type { QuoteBill, YearToDate } from './types.ts';

/** Every part in fen; `inScopeFen` is their sum without the first three. */
export interface Split {
  whollySelfPaidFen: number;
  overPriceLimitFen: number;
  preSelfPaidFen: number;
  inScopeFen: number;
  deductibleFen: number;
  fundFen: number;
  /** The patient's share beside the ratio, or all that is in scope when no benefit is recorded. */
  ownShareFen: number;
  aboveCapFen: number;
  yearToDate: YearToDate;
}

/** Conventions: policies/national.yaml, section conventions. */
export function splitBill(bill: QuoteBill, benefit: Benefit, before: YearToDate): Split {
  const inScopeFen = bill.totalFen - bill.whollySelfPaidFen - bill.overPriceLimitFen - bill.preSelfPaidFen;
  const outside = {
    whollySelfPaidFen: bill.whollySelfPaidFen,
    overPriceLimitFen: bill.overPriceLimitFen,
    preSelfPaidFen: bill.preSelfPaidFen,
    inScopeFen,
  };
  const unchanged = { deductibleFen: before.deductibleFen, fundPaidFen: before.fundPaidFen };
  const none = { ...outside, deductibleFen: 0, fundFen: 0, aboveCapFen: 0, yearToDate: unchanged };
  switch (benefit.kind) {
    case 'not-recorded':
      return { ...none, ownShareFen: inScopeFen };
    case 'chronic': {
      const fundFen = shareOfFen(inScopeFen, benefit.ratePerTenThousand);
      return { ...none, fundFen, ownShareFen: inScopeFen - fundFen };
    }
    case 'ordinary': {
      const deductibleLeftFen = Math.max(0, benefit.deductibleFen - before.deductibleFen);
      const deductibleFen = Math.min(inScopeFen, deductibleLeftFen);
      const shareFen = shareOfFen(inScopeFen - deductibleFen, benefit.ratePerTenThousand);
      const fundFen = Math.min(shareFen, Math.max(0, benefit.capFen - before.fundPaidFen));
      return {
        ...outside,
        deductibleFen,
        fundFen,
        ownShareFen: inScopeFen - deductibleFen - shareFen,
        aboveCapFen: shareFen - fundFen,
        yearToDate: {
          deductibleFen: before.deductibleFen + deductibleFen,
          fundPaidFen: before.fundPaidFen + fundFen,
        },
      };
    }
  }
}
