// The risk of a case: a sum of lines that each say what was found, so that a reviewer can follow the score.
import type { ReviewCase, ReviewRisk } from '@gongji/contract';
import { checkView } from '../application/check.ts';
import type { ApplicationRecord } from '../application/row.ts';
import type { Signals } from './signals.ts';

/** From this score on, two persons approve: one serious finding alone stays with one person, two don't. */
const twoPersonsFrom = 40;

type Line = ReviewRisk['lines'][number];

export function riskOf(
  checks: ApplicationRecord['checks'],
  comparison: ReviewCase['comparison'],
  { otherOpen, otherGivers, recentMembers, rejectedBefore }: Signals,
): ReviewRisk {
  const lines: Line[] = [
    ...checks.flatMap((check): Line[] => {
      if (check.outcome === 'passed') return [];
      const isSerious = check.code === 'kinship' || check.code === 'identity';
      return [{ text: checkView(check, 'staff').text, points: isSerious ? 25 : 10 }];
    }),
    ...comparison
      .filter((row) => row.outcome === 'different')
      .map((row) => ({ text: `${row.label}与登记不一致`, points: 25 })),
  ];
  if (otherOpen > 0) lines.push({ text: `同一使用人另有 ${otherOpen} 件他人的申请正在办理`, points: 20 });
  if (otherGivers > 0) lines.push({ text: `使用人已被另外 ${otherGivers} 人绑定`, points: 10 });
  if (recentMembers >= 3) lines.push({ text: `授权人 30 天内已新增 ${recentMembers} 位使用人`, points: 15 });
  if (rejectedBefore > 0) {
    lines.push({ text: `180 天内同样的两个人被退回过 ${rejectedBefore} 次`, points: 20 });
  }
  return { score: lines.reduce((sum, line) => sum + line.points, 0), twoPersonsFrom, lines };
}

export const needsTwoPersons = (risk: ReviewRisk): boolean => risk.score >= risk.twoPersonsFrom;

/** Nothing at all was found: such cases may be approved together. */
export const isClean = (risk: ReviewRisk, comparison: ReviewCase['comparison']): boolean =>
  risk.lines.length === 0 && comparison.every((row) => row.outcome === 'same');
