// Puts random bills to the engine and to the second opinion, and finds the first on which they disagree.
import type { QuoteInput } from '../src/index.ts';
import { heardFlat, heardInWords } from './engine-opinion.ts';
import type { Heard } from './engine-opinion.ts';
import { billsFrom } from './random-bills.ts';
import { secondOpinion } from './second-opinion.ts';
import type { Opinion } from './second-opinion.ts';

/** Every bill is explained in flat lines; one in so many is put into words too, which takes most of the time. */
const IN_WORDS = 20;

interface Disagreement {
  input: QuoteInput;
  engine: Heard;
  opinion: Opinion;
}

function agrees({ opinion, sums }: Heard, second: string, { bill }: QuoteInput): boolean {
  return JSON.stringify(opinion) === second && sums.every((sum) => sum === bill.totalFen);
}

/** `first` is undefined when they agree on all. */
export function countDisagreements(
  count: number,
  seed: number,
): { bills: number; answered: number; inWords: number; first: Disagreement | undefined } {
  const next = billsFrom(seed);
  let [answered, inWords] = [0, 0];
  for (let bills = 1; bills <= count; bills += 1) {
    const input = next();
    const opinion = secondOpinion(input);
    const second = JSON.stringify(opinion);
    const heard = [heardFlat(input)];
    if (bills % IN_WORDS === 0) {
      heard.push(heardInWords(input));
      inWords += 1;
    }
    if (!('refused' in opinion)) answered += 1;
    const engine = heard.find((one) => !agrees(one, second, input));
    if (engine !== undefined) return { bills, answered, inWords, first: { input, engine, opinion } };
  }
  return { bills: count, answered, inWords, first: undefined };
}
