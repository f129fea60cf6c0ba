// What the engine says of a question, in the form of the second opinion: from its flat tables, or from its sentences.
import {
  BillTable,
  compiledLibrary,
  evaluate,
  explain,
  LineTable,
  OUTCOME,
  quote,
  ResultTable,
} from '../src/index.ts';
import type { Line, QuoteInput } from '../src/index.ts';
import { SAYS } from '../src/adjudicate/line-table.ts';
import { libraryWithExample } from './example-city.ts';
import type { Opinion } from './second-opinion.ts';

export interface Heard {
  opinion: Opinion;
  /** What the lines sum to: parts of the bill, payers. Empty for a refusal. */
  sums: number[];
}

const library = libraryWithExample();
const compiled = compiledLibrary(library);
const bills = new BillTable();
const results = new ResultTable();
const lines = new LineTable();

const EXPLAINED =
  /^(chronic-(not-reg|registration)|filing-|other-province-|shareable-not|elsewhere-(refused|not)|(ordinary|pharmacy|chronic)-not-recorded)/;

const PARTS = new Set<number>([
  ...[SAYS.whollySelfPaid, SAYS.overPriceLimit, SAYS.preSelfPaid, SAYS.deductible],
  ...[SAYS.fund, SAYS.ownShare, SAYS.aboveCap],
]);
const PAYERS = new Set<number>([SAYS.fundPays, SAYS.noOwnAccount, SAYS.ownAccount, SAYS.giver, SAYS.cash]);

/** Codes of the notes that the second opinion gives too; those of the cell's own are read from the cell. */
const NOTES = new Map<number, string>([
  [SAYS.notRegistered, 'chronic-not-registered'],
  [SAYS.registrationNotBegun, 'chronic-registration-not-begun'],
  [SAYS.registrationLapsed, 'chronic-registration-lapsed'],
  [SAYS.filingAbsent, 'filing-absent'],
  [SAYS.filingForAnotherPlace, 'filing-for-another-place'],
  [SAYS.filingNotBegun, 'filing-not-begun'],
  [SAYS.filingHolds, 'filing-holds'],
  [SAYS.filingEndsSoon, 'filing-ends-soon'],
  [SAYS.filingLapsed, 'filing-lapsed'],
  [SAYS.otherProvinceClosed, 'other-province-closed'],
  [SAYS.otherProvinceNeedsQuota, 'other-province-needs-quota'],
  [SAYS.shareNotRecorded, 'shareable-not-recorded'],
]);

/** From the flat tables: every figure and line, no sentence. */
export function heardFlat(input: QuoteInput): Heard {
  const policy = compiled.policies[compiled.indexOfArea.get(input.area) ?? -1];
  if (policy === undefined) throw new Error(`there is no policy for ${input.area}`);
  bills.clear();
  lines.clear();
  bills.add(compiled, input);
  evaluate(compiled, policy, bills, results);
  const outcome = results.outcome[0];
  if (outcome !== OUTCOME.answered) {
    const refused = outcome === OUTCOME.noPolicyForDate ? 'no-policy-for-date' : 'disease-not-recorded';
    return { opinion: { refused }, sums: [] };
  }
  explain(compiled, policy, bills, results, lines);
  const cell = policy.cells[results.cell[0]!];
  const paid: [number, number][] = [];
  const notes: string[] = [];
  let [parts, payers] = [0, 0];
  for (let at = 0; at < lines.length; at += 1) {
    const says = lines.says[at]!;
    if (PARTS.has(says)) parts += lines.fen[at]!;
    if (PAYERS.has(says)) payers += lines.fen[at]!;
    if (says === SAYS.ownAccount || says === SAYS.giver) paid.push([lines.first[at]!, lines.second[at]!]);
    const isOfCell = says === SAYS.notRecorded || says === SAYS.elsewhereRefused;
    const code = isOfCell && cell != null && 'code' in cell ? cell.code : NOTES.get(says);
    if (code !== undefined) notes.push(code);
  }
  const opinion = {
    fundFen: results.fundFen[0]!,
    deductibleFen: results.deductibleFen[0]!,
    paid,
    cashFen: results.cashFen[0]!,
    deductibleAfterFen: results.deductibleAfterFen[0]!,
    fundAfterFen: results.fundAfterFen[0]!,
    notes: notes.sort(),
  };
  return { opinion, sums: [parts, payers] };
}

const sumOf = (told: readonly Line[], group: Line['group']): number =>
  told.reduce((sum, line) => (line.group === group ? sum + line.fen : sum), 0);

/** From what a caller of `quote` reads: every sentence is made. */
export function heardInWords(input: QuoteInput): Heard {
  const answer = quote(library, input);
  if (!answer.ok) return { opinion: { refused: answer.reason.code }, sums: [] };
  const { value } = answer;
  const accounts = value.lines.filter(
    ({ group, priorYearFen }) => group === 'payer' && priorYearFen !== undefined,
  );
  const opinion = {
    fundFen: value.fundFen,
    deductibleFen: value.deductibleFen,
    paid: accounts.map(({ priorYearFen = 0, currentYearFen = 0 }): [number, number] => [
      priorYearFen,
      currentYearFen,
    ]),
    cashFen: value.cashFen,
    deductibleAfterFen: value.yearToDate.deductibleFen,
    fundAfterFen: value.yearToDate.fundPaidFen,
    notes: value.lines
      .filter(({ group, code }) => group === 'note' && EXPLAINED.test(code))
      .map(({ code }) => code)
      .sort(),
  };
  return { opinion, sums: [sumOf(value.lines, 'split'), sumOf(value.lines, 'payer')] };
}
