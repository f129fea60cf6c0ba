// An explanation without givers: the till never learns who they are, nor how many.
import type { Line } from '@gongji/policy';
import { sumFen } from '../usage/shareable.ts';
import { yuanText } from '../usage/money-text.ts';

const sharedAccount = '亲属共济账户';
const isGivers = (line: Line): boolean => line.owner?.startsWith('giver-') ?? false;

/** The givers' payer lines become one line, their notes are left out; sums stay as they are. */
export function tillLines(lines: readonly Line[]): Line[] {
  const givers = lines.filter((line) => line.group === 'payer' && isGivers(line));
  const [first] = givers;
  if (!first) return lines.filter((line) => !isGivers(line));
  const fen = sumFen(givers);
  const merged: Line = {
    code: 'shared-account',
    group: 'payer',
    text: `${sharedAccount}支付 ${yuanText(fen)}。`,
    fen,
    source: first.source,
    owner: sharedAccount,
  };
  return lines.flatMap((line) => (line === first ? [merged] : isGivers(line) ? [] : [line]));
}
