// The lines of a bill for the giver and for the member: each learns what concerns them, the giver never a diagnosis. Pure.
import type { Line } from '@gongji/policy';
import { yuanText } from './money-text.ts';

/** A line with the person whose account pays, on payer lines of accounts. */
export interface OwnedLine {
  line: Line;
  ownerNo: string | null;
}

const payerText = (who: string, fen: number): string => `${who}支付 ${yuanText(fen)}。`;

/** What a bill for a registered disease says instead: the same amounts without the rule that would name the disease. */
const neutralTexts: Readonly<Record<string, string>> = {
  'wholly-self-paid': '医保目录以外的费用',
  'over-price-limit': '超过医保限价的部分',
  'pre-self-paid': '按规定先由个人负担的部分',
  deductible: '计入起付线的部分',
  fund: '统筹基金按政策支付',
  'own-share': '政策范围内由个人负担的部分',
  'above-cap': '超过封顶线的部分',
};

/**
 * For the giver: the member's own account and other givers without details, and without the notes on them. `isChronic`: the bill is for a registered
 * disease; then no rule, rate or source is shown that would tell so, and notes are left out. Sums stay as they are.
 */
export function linesForGiver(lines: readonly OwnedLine[], giverNo: string, isChronic: boolean): Line[] {
  return lines.flatMap(({ line, ownerNo }) => {
    if (line.group === 'payer') return [payerLine(line, ownerNo, giverNo)];
    if (line.owner !== undefined && ownerNo !== giverNo) return [];
    if (!isChronic) return [line];
    return line.group === 'note' ? [] : [neutralLine(line)];
  });
}

function payerLine(line: Line, ownerNo: string | null, giverNo: string): Line {
  const { group, code, fen, source } = line;
  if (ownerNo === giverNo) {
    return { ...line, owner: '您', text: payerText('您的个人账户', fen) };
  }
  if (line.owner?.startsWith('giver-')) {
    return { group, code, fen, source, text: payerText('其他亲属的个人账户', fen) };
  }
  if (line.owner === 'self') {
    return { group, code, fen, source, text: payerText('使用人本人的个人账户', fen) };
  }
  return line;
}

function neutralLine({ group, code, fen }: Line): Line {
  const text = neutralTexts[code];
  // A step that this table does not know yet must not tell more than its amount.
  return text === undefined
    ? { group, code: 'other', text: `其他部分 ${yuanText(fen)}。`, fen, source: null }
    : { group, code, text: `${text} ${yuanText(fen)}。`, fen, source: null };
}

/** For the member, who may see everything, with the givers by name. */
export function linesForMember(lines: readonly OwnedLine[], nameOf: (personNo: string) => string): Line[] {
  return lines.map(({ line, ownerNo }) =>
    line.group === 'payer' && ownerNo !== null && line.owner !== 'self'
      ? { ...line, owner: nameOf(ownerNo), text: payerText(`${nameOf(ownerNo)}的个人账户`, line.fen) }
      : line,
  );
}
