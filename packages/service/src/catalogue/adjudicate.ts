// Splits the lines of a fee detail by the catalogue: wholly self-paid, over the price limit, pre-self-paid, in scope. Pure.
import { yuanText } from '../usage/money-text.ts';
import type { CatalogueItem } from './item.ts';
import { amountFen, countText, percentText, priceText, shareFen } from './line-amount.ts';

/** What the institution says of a restricted use: `hosp_appr_flag` 0, 1 and 2 of the interface. */
export type Approval = 'not-asked' | 'approved' | 'refused';

export interface DetailLine {
  /** Names the line within the detail, e.g. `feedetl_sn`. */
  lineNo: string;
  itemCode: string;
  /** The day on which the cost arose, YYYY-MM-DD; the catalogue of that day counts. */
  date: string;
  /** Of the line, in fen. */
  totalFen: number;
  countTenThousandths: number;
  /** Of one unit, in millionths of a yuan. */
  priceMillionths: number;
  approval: Approval;
}

/** The four parts of a line or of a whole detail; they sum to `totalFen`. */
export interface SplitFen {
  totalFen: number;
  whollySelfPaidFen: number;
  overPriceLimitFen: number;
  preSelfPaidFen: number;
  inScopeFen: number;
}

export interface LineSplit extends SplitFen {
  lineNo: string;
  item: CatalogueItem;
  /** The share that the patient pays before the insurance: 10,000 where the line is wholly self-paid. */
  selfPayPerTenThousand: number;
  /** Why, in Chinese, with the figures. */
  text: string;
}

export type DetailProblem =
  | { reason: 'item-unknown'; lineNo: string; itemCode: string; text: string }
  | { reason: 'amount-differs'; lineNo: string; itemCode: string; text: string };

export type AdjudicatedDetail =
  | { ok: true; lines: LineSplit[]; total: SplitFen }
  /** Every line that is wrong, not only the first. */
  | { ok: false; problems: DetailProblem[] };

/** How far a line's amount may be from price × count: institutions round the price of a part of a pack. */
const toleranceFen = 1;

/**
 * Splits every line on its own. Rounding: over-limit and pre-self-paid amounts are rounded half up to the fen once for each
 * line, what is left is in scope, and the totals are the sums of the lines, never computed again.
 * @param itemOf the catalogue's item that is in force on a day.
 */
export function adjudicateDetail(
  itemOf: (code: string, date: string) => CatalogueItem | undefined,
  lines: readonly DetailLine[],
): AdjudicatedDetail {
  const problems: DetailProblem[] = [];
  const splits: LineSplit[] = [];
  for (const line of lines) {
    const item = itemOf(line.itemCode, line.date);
    const problem = problemOf(line, item);
    if (problem) problems.push(problem);
    else if (item) splits.push(splitLine(item, line));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, lines: splits, total: sumSplits(splits) };
}

function problemOf(line: DetailLine, item: CatalogueItem | undefined): DetailProblem | undefined {
  const { lineNo, itemCode, date, totalFen } = line;
  const named = `明细 ${lineNo} 的目录编码 ${itemCode}`;
  if (!item) {
    const text = `${named} 在 ${date} 的医保目录里查不到，请核对编码，或先完成目录对照。`;
    return { reason: 'item-unknown', lineNo, itemCode, text };
  }
  const expectedFen = amountFen(line.priceMillionths, line.countTenThousandths);
  if (Math.abs(totalFen - expectedFen) > toleranceFen) {
    const text =
      `${named}（${item.name}）的金额 ${yuanText(totalFen)}与单价 × 数量 ` +
      `${priceText(line.priceMillionths)} × ${countText(line.countTenThousandths)} = ${yuanText(expectedFen)}不符，请改正后重传。`;
    return { reason: 'amount-differs', lineNo, itemCode, text };
  }
  return undefined;
}

function splitLine(item: CatalogueItem, line: DetailLine): LineSplit {
  const { lineNo, totalFen } = line;
  const why = whollySelfPaidBecause(item, line.approval);
  if (why) {
    const parts = { whollySelfPaidFen: totalFen, overPriceLimitFen: 0, preSelfPaidFen: 0, inScopeFen: 0 };
    const text = `${item.name}：${why}，${yuanText(totalFen)}全部由个人自费。`;
    return { lineNo, item, totalFen, ...parts, selfPayPerTenThousand: 10_000, text };
  }
  const limitFen =
    item.priceLimitMillionths === null
      ? totalFen
      : amountFen(item.priceLimitMillionths, line.countTenThousandths);
  const overPriceLimitFen = Math.max(0, totalFen - limitFen);
  const withinFen = totalFen - overPriceLimitFen;
  const preSelfPaidFen = shareFen(withinFen, item.preSelfPayPerTenThousand);
  const inScopeFen = withinFen - preSelfPaidFen;
  return {
    ...{ lineNo, item, totalFen, whollySelfPaidFen: 0, overPriceLimitFen, preSelfPaidFen, inScopeFen },
    selfPayPerTenThousand: item.preSelfPayPerTenThousand,
    text: splitText(item, line, { overPriceLimitFen, preSelfPaidFen, inScopeFen }),
  };
}

function whollySelfPaidBecause(item: CatalogueItem, approval: Approval): string | undefined {
  if (item.class === 'C') return '丙类，不在报销范围';
  if (approval === 'refused') return '医院审批没有通过';
  if (item.restriction !== null && approval !== 'approved') {
    return `限制使用（${item.restriction}），没有医院审批`;
  }
  return undefined;
}

function splitText(
  item: CatalogueItem,
  { countTenThousandths }: DetailLine,
  fen: Pick<SplitFen, 'overPriceLimitFen' | 'preSelfPaidFen' | 'inScopeFen'>,
): string {
  const limit =
    fen.overPriceLimitFen > 0 && item.priceLimitMillionths !== null
      ? `，超过限价（${priceText(item.priceLimitMillionths)} 元 × ${countText(countTenThousandths)}）的 ${yuanText(fen.overPriceLimitFen)}自费`
      : '';
  const first =
    item.class === 'B'
      ? `，先行自付 ${percentText(item.preSelfPayPerTenThousand)} 即 ${yuanText(fen.preSelfPaidFen)}`
      : '';
  return `${item.name}：${item.class === 'A' ? '甲类' : '乙类'}${limit}${first}，进入报销范围 ${yuanText(fen.inScopeFen)}。`;
}

/** Sums of each part over lines. */
export function sumSplits(splits: readonly SplitFen[]): SplitFen {
  const sum = (fenOf: (split: SplitFen) => number) =>
    splits.reduce((total, split) => total + fenOf(split), 0);
  return {
    totalFen: sum((split) => split.totalFen),
    whollySelfPaidFen: sum((split) => split.whollySelfPaidFen),
    overPriceLimitFen: sum((split) => split.overPriceLimitFen),
    preSelfPaidFen: sum((split) => split.preSelfPaidFen),
    inScopeFen: sum((split) => split.inScopeFen),
  };
}
