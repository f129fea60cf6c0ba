// What the payer is shown before paying: the figures, and from which money they are paid. Pure.
import type { Line } from '@gongji/policy';
import { sumFen, takeFrom } from '../usage/shareable.ts';
import type { PartFen } from '../usage/shareable.ts';
import { yuanText } from '../usage/money-text.ts';
import type { PremiumFigures } from './figures.ts';

export interface PremiumShown extends PremiumFigures {
  shareableFen: number;
  fromAccountFen: number;
  shortfallFen: number;
  /** From which years' money `fromAccountFen` is taken. */
  parts: PartFen[];
}

/**
 * `shareable`: what may be used of the payer's account today, the oldest year first; `limitFen`: most of it by the giver's
 * own limits, undefined for none. All amounts in fen.
 */
export function premiumShown(
  figures: PremiumFigures,
  shareable: readonly PartFen[],
  limitFen: number | undefined,
): PremiumShown {
  const shareableFen = sumFen(shareable);
  const parts = takeFrom(shareable, Math.min(figures.amountFen, limitFen ?? figures.amountFen));
  const fromAccountFen = sumFen(parts);
  const shortfallFen = figures.amountFen - fromAccountFen;
  return {
    ...figures,
    shareableFen,
    fromAccountFen,
    shortfallFen,
    parts,
    lines: [
      ...figures.lines,
      ...limitLines(limitFen, figures.amountFen),
      ...payerLines(fromAccountFen, shortfallFen, parts, fromAccountFen === limitFen),
    ],
  };
}

/** Says that the giver's own limit is what leaves a difference. */
function limitLines(limitFen: number | undefined, amountFen: number): Line[] {
  if (limitFen === undefined || limitFen >= amountFen) return [];
  const text = `按您给这位家人设定的额度，这次最多从账户支付 ${yuanText(limitFen)}。`;
  return [{ code: 'premium-limited-by-giver', group: 'note', text, fen: limitFen, source: null }];
}

function payerLines(
  fromAccountFen: number,
  shortfallFen: number,
  parts: readonly PartFen[],
  isLimited: boolean,
): Line[] {
  const years = parts.map((part) => `${part.partYear} 年的钱 ${yuanText(part.fen)}`).join('，');
  const account =
    fromAccountFen > 0
      ? `职工医保个人账户支付 ${yuanText(fromAccountFen)}（${years}）。`
      : '职工医保个人账户支付 0.00 元。';
  const cash =
    shortfallFen > 0
      ? `${isLimited ? '超过设定额度的部分' : '可共济的余额不够，差额'} ${yuanText(shortfallFen)}用现金补足。`
      : '不用付现金。';
  return [
    { code: 'premium-from-account', group: 'payer', text: account, fen: fromAccountFen, source: null },
    { code: 'premium-cash', group: 'payer', text: cash, fen: shortfallFen, source: null },
  ];
}
