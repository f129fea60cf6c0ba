// Turns flat lines into sentences that an old person understands, with source, figures and codes.
import { policyItemOf } from '../policy-items.ts';
import type { Line } from '../types.ts';
import { SAYS } from './line-table.ts';
import { told } from './story.ts';
import type { Story, Told } from './story.ts';
import * as benefit from './words-benefit.ts';
import * as elsewhere from './words-elsewhere.ts';
import * as payers from './words-payers.ts';

type Words = (story: Story, line: Told) => Line;

const WORDS: Record<keyof typeof SAYS, Words> = { ...benefit.words, ...elsewhere.words, ...payers.words };

const BY_NUMBER = Object.entries(SAYS)
  .sort(([, left], [, right]) => left - right)
  .map(([name]) => WORDS[name as keyof typeof SAYS]);

function withPolicyItem({ cell }: Story, line: Line): Line {
  const policyItem = line.group === 'split' ? policyItemOf(line, cell.kind === 'nothing') : undefined;
  return policyItem === undefined ? line : { ...line, policyItem };
}

/** The lines of one explained bill; `bill` is its place among the explained bills. */
export function wordsOf(story: Story, bill: number): Line[] {
  const { lines } = story;
  const from = lines.start[bill]!;
  const to = lines.start[bill + 1]!;
  return Array.from({ length: to - from }, (_, index) => {
    const words = BY_NUMBER[lines.says[from + index]!];
    if (words === undefined) throw new Error('a line says what nobody put into words');
    return withPolicyItem(story, words(story, told(story, from + index)));
  });
}
