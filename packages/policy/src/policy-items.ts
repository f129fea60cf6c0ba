// A bill's lines as the policy items of the institutions' interface (transaction 100001): the part that each rule leaves to whom.
import type { Line } from './types.ts';

/** Codes and names of the interface's dictionary polItemCode, as far as outpatient bills need them. */
const NAMES = {
  '101': '全自费总金额',
  '102': '先支付总金额',
  '103': '超限价总金额',
  S001: '本次应付起付标准',
  C000: '门诊（无分段）',
  EC01: '基本医疗超封顶段',
  S000: '转外自理',
} as const;
export type PolicyItemCode = keyof typeof NAMES;

/** One row of the answer to 100001. The items of a bill sum to the bill; ratios per ten thousand. */
export interface PolicyItem {
  code: PolicyItemCode;
  name: string;
  selfPayFen: number;
  selfPayPerTenThousand: number;
  fundPayFen: number;
  fundPayPerTenThousand: number;
  sumFen: number;
}

const ITEM_OF: Readonly<Record<string, PolicyItemCode>> = {
  'wholly-self-paid': '101',
  'pre-self-paid': '102',
  'over-price-limit': '103',
  deductible: 'S001',
  fund: 'C000',
  'own-share': 'C000',
  'above-cap': 'EC01',
};

/** The policy item of a `split` line; what the fund refuses outside the insured area has an item of its own. */
export function policyItemOf({ code }: Line, isRefusedElsewhere: boolean): PolicyItemCode | undefined {
  return isRefusedElsewhere && code === 'own-share' ? 'S000' : ITEM_OF[code];
}

/** From the lines of a quote, also as they were kept; items without an amount are left out. */
export function policyItems(lines: readonly Line[]): PolicyItem[] {
  return (Object.keys(NAMES) as PolicyItemCode[]).flatMap((code) => {
    const mine = lines.filter(({ group, policyItem }) => group === 'split' && policyItem === code);
    const sumFen = mine.reduce((sum, { fen }) => sum + fen, 0);
    if (sumFen === 0) return [];
    const fund = mine.find((line) => line.code === 'fund');
    const fundPayFen = fund?.fen ?? 0;
    const fundPayPerTenThousand = fund?.ratePerTenThousand ?? 0;
    return [
      {
        code,
        name: NAMES[code],
        selfPayFen: sumFen - fundPayFen,
        selfPayPerTenThousand: 10_000 - fundPayPerTenThousand,
        fundPayFen,
        fundPayPerTenThousand,
        sumFen,
      },
    ];
  });
}
