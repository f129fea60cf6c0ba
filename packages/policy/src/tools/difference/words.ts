// The sentences of a comparison, shared by the terminal, the plot and the page.
import { yuan } from '../../money.ts';
import type { ComparedSide, PolicyDifference } from './difference.ts';
import type { GroupTally } from './tally.ts';

/** 铁岭市（211200）2025-03-01，版本 2026-11-22.1 */
export function sideText({ name, area, date, policy }: ComparedSide): string {
  return `${name}（${area}）${date}，版本 ${policy.version}，指纹 ${policy.hash.slice(0, 8)}`;
}

/** A share of the group in whole percent; a few of many are never 0%. */
export function shareText(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  const share = (part * 100) / whole;
  if (share < 1) return '不到 1%';
  // All but a few are never 100%.
  return part < whole && share > 99 ? '99% 以上' : `${Math.round(share)}%`;
}

/** Signed yuan: +12.00 元, -3.50 元, 0.00 元. */
export function signedYuan(fen: number): string {
  const sign = fen > 0 ? '+' : fen < 0 ? '-' : '';
  return `${sign}${yuan(Math.abs(fen))}`;
}

/** How much more (or less) a person of the group pays in the year, on average over those who can be compared. */
export function averageChangeFen({ people, notComparable, ownBeforeFen, ownAfterFen }: GroupTally): number {
  const compared = people - notComparable;
  return compared === 0 ? 0 : Math.round((ownAfterFen - ownBeforeFen) / compared);
}

/** One sentence for a group. */
export function groupText(group: GroupTally): string {
  const { name, people, gain, lose, same, notComparable } = group;
  if (notComparable === people) return `${name} ${people} 人：有一方没有记录，无法比较。`;
  const open = notComparable > 0 ? `，无法比较 ${notComparable} 人` : '';
  return `${name} ${people} 人：少付 ${gain} 人，多付 ${lose} 人，不变 ${same} 人${open}；平均每人一年 ${signedYuan(averageChangeFen(group))}。`;
}

export function fundText({ fundBeforeFen, fundAfterFen }: GroupTally): string {
  const change = signedYuan(fundAfterFen - fundBeforeFen);
  return `统筹基金一年支付：原来 ${yuan(fundBeforeFen)}，改后 ${yuan(fundAfterFen)}，变化 ${change}（只计两方都有记录的部分）。`;
}

/** Two sentences on who pays what the fund leaves; a third when anybody waits for benefits. */
export function sharingTexts(group: GroupTally): string[] {
  const { relativesBeforeFen, relativesAfterFen, cashBeforeFen, cashAfterFen } = group;
  const { waitingBeforeMonths: waited, waitingAfterMonths: waits } = group;
  const change = (before: number, after: number) =>
    `原来 ${yuan(before)}，改后 ${yuan(after)}，变化 ${signedYuan(after - before)}`;
  return [
    `家人的个人账户一年支付：${change(relativesBeforeFen, relativesAfterFen)}。`,
    `现金一年支付：${change(cashBeforeFen, cashAfterFen)}。`,
    ...(waited + waits > 0 ? [`待遇等待期合计：原来 ${waited} 个月，改后 ${waits} 个月。`] : []),
  ];
}

export function populationText({ population, seed }: PolicyDifference): string {
  return `用随机生成的 ${population} 人试算（种子 ${seed}），不是任何地方的真实人群；只用来比较两份政策，不能当作预算。`;
}
