// Puts random bills to the engine and to the second opinion, and finds the first on which they disagree.
import { quote } from '../src/index.ts';
import type { Line, QuoteInput, QuoteResult } from '../src/index.ts';
import { libraryWithExample } from './example-city.ts';
import { billsFrom } from './random-bills.ts';
import { secondOpinion } from './second-opinion.ts';
import type { Opinion } from './second-opinion.ts';

const library = libraryWithExample();

const EXPLAINED =
  /^(chronic-(not-reg|registration)|filing-|other-province-|shareable-not|elsewhere-(refused|not)|(ordinary|pharmacy|chronic)-not-recorded)/;

function opinionOf(value: QuoteResult): Opinion {
  const accounts = value.lines.filter(
    ({ group, priorYearFen }) => group === 'payer' && priorYearFen !== undefined,
  );
  return {
    fundFen: value.fundFen,
    deductibleFen: value.deductibleFen,
    paid: accounts.map(({ priorYearFen = 0, currentYearFen = 0 }) => [priorYearFen, currentYearFen]),
    cashFen: value.cashFen,
    deductibleAfterFen: value.yearToDate.deductibleFen,
    fundAfterFen: value.yearToDate.fundPaidFen,
    notes: value.lines
      .filter(({ group, code }) => group === 'note' && EXPLAINED.test(code))
      .map(({ code }) => code)
      .sort(),
  };
}

const sumOf = (lines: readonly Line[], group: Line['group']): number =>
  lines.reduce((sum, line) => (line.group === group ? sum + line.fen : sum), 0);

interface Disagreement {
  input: QuoteInput;
  engine: Opinion;
  opinion: Opinion;
  sums: number[];
}

/** `first` is undefined when they agree on all. */
export function countDisagreements(
  count: number,
  seed: number,
): { bills: number; answered: number; first: Disagreement | undefined } {
  const next = billsFrom(seed);
  let answered = 0;
  for (let bills = 1; bills <= count; bills += 1) {
    const input = next();
    const answer = quote(library, input);
    const opinion = secondOpinion(input);
    const engine: Opinion = answer.ok ? opinionOf(answer.value) : { refused: answer.reason.code };
    const sums = answer.ok ? [sumOf(answer.value.lines, 'split'), sumOf(answer.value.lines, 'payer')] : [];
    if (answer.ok) answered += 1;
    const isSame =
      JSON.stringify(engine) === JSON.stringify(opinion) && sums.every((sum) => sum === input.bill.totalFen);
    if (!isSame) return { bills, answered, first: { input, engine, opinion, sums } };
  }
  return { bills: count, answered, first: undefined };
}
