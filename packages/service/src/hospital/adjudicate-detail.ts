// Splits lines of a bill by the catalogue: what is outside it, above its price limit, pre-self-paid, and in scope.
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';

/** One line as the institution sent it. */
export interface DetailLine {
  /** Unique within the visit (`feedetl_sn`). */
  lineNo: string;
  /** The item in the national catalogue (`med_list_codg`) and in the institution's own. */
  itemCode: string;
  ownItemCode: string;
  totalFen: number;
  count: number;
  /** In yuan, up to six decimals. */
  unitPrice: number;
  /** `hosp_appr_flag`: a restricted use was approved, or refused, by the institution; or nothing was to approve. */
  approval: 'none' | 'approved' | 'refused';
  /** The institution's own split, where it sent one. */
  given: {
    whollySelfPaidFen: number | null;
    overPriceLimitFen: number | null;
    preSelfPaidFen: number | null;
  };
}

/** How one line is split; the four amounts sum to the line. */
export interface LineSplit {
  whollySelfPaidFen: number;
  overPriceLimitFen: number;
  preSelfPaidFen: number;
  inScopeFen: number;
  /** Class A, B or C of the catalogue: `01`, `02`, `03`. */
  itemClass: '01' | '02' | '03';
  /** `med_chrgitm_type`. */
  chargeType: string;
  /** Yuan for one unit; 0 when there is no limit. */
  priceLimit: number;
  preSelfPaidPerTenThousand: number;
  isRestricted: boolean;
  /** Why, for the institution; `''` when there is nothing to say. */
  memo: string;
}

/** The lines of one message, and the area and day whose catalogue counts. */
export interface DetailGroup {
  area: string;
  today: string;
  lines: readonly DetailLine[];
}

/** One outcome for each group, in order: a split for each line. Refused: `detail-wrong` with the line. */
export async function adjudicateDetail(
  _client: Queryable,
  groups: readonly DetailGroup[],
): Promise<Result<LineSplit[]>[]> {
  return groups.map(({ lines }) => {
    const splits: LineSplit[] = [];
    for (const line of lines) {
      const split = asGiven(line);
      if (!split.ok) return split;
      splits.push(split.value);
    }
    return done(splits);
  });
}

/** The institution's own split, all in scope where it sent none. */
function asGiven({ lineNo, totalFen, given }: DetailLine): Result<LineSplit> {
  const whollySelfPaidFen = given.whollySelfPaidFen ?? 0;
  const overPriceLimitFen = given.overPriceLimitFen ?? 0;
  const preSelfPaidFen = given.preSelfPaidFen ?? 0;
  const inScopeFen = totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen;
  if (inScopeFen < 0) return refuse('detail-wrong', { line: lineNo, what: '各项自费之和超过了明细金额' });
  return done({
    ...{ whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen, inScopeFen },
    itemClass: whollySelfPaidFen === totalFen ? '03' : preSelfPaidFen > 0 ? '02' : '01',
    chargeType: '14',
    priceLimit: 0,
    preSelfPaidPerTenThousand: 0,
    isRestricted: false,
    memo: '',
  });
}
