// Adjudicates an outpatient bill: policy, patient, bill and accounts in; who pays what and why out.
import { BillTable, inOrderOfUse } from './adjudicate/bill-table.ts';
import { unknownDisease } from './adjudicate/choose-cells.ts';
import { compiledLibrary } from './adjudicate/compile.ts';
import type { CompiledPolicy } from './adjudicate/compile.ts';
import { evaluate } from './adjudicate/evaluate.ts';
import { explain } from './adjudicate/explain.ts';
import { LineTable } from './adjudicate/line-table.ts';
import { OUTCOME, ResultTable } from './adjudicate/result-table.ts';
import { storyOf } from './adjudicate/story.ts';
import { wordsOf } from './adjudicate/words.ts';
import { inWords } from './calendar.ts';
import { noPolicyForArea } from './library.ts';
import type { PolicyLibrary } from './library.ts';
import type { Answer, PolicyRefusal, QuoteAccount, QuoteInput, QuoteResult } from './types.ts';

/** One row of each table, used again and again: nothing of it outlives a call. */
const bills = new BillTable();
const results = new ResultTable();
const lines = new LineTable();

function refusal(policy: CompiledPolicy, input: QuoteInput): PolicyRefusal {
  const { name } = policy.policy.own;
  if (results.outcome[0] === OUTCOME.noPolicyForDate) {
    const message = `${name}没有记录 ${inWords(input.date)} 的政策，请换一个已记录的日期。`;
    return { code: 'no-policy-for-date', field: 'date', message };
  }
  const slice = results.slice[0]!;
  const index = unknownDisease(policy, bills, slice, 0);
  const chronic = policy.slices[slice]?.outpatient.chronic;
  const diseases = typeof chronic === 'object' ? chronic.diseases : [];
  const known = diseases.map((disease) => `${disease.code}（${disease.name}）`).join('、');
  const message = `${name}没有记录慢性病“${input.patient.chronic[index]}”；可以填 ${known}，不是慢性病请留空。`;
  return { code: 'disease-not-recorded', field: `patient.chronic[${index}]`, message };
}

function result(policy: CompiledPolicy, input: QuoteInput, accounts: readonly QuoteAccount[]): QuoteResult {
  const shared = accounts.flatMap(({ owner }, account) => {
    const fen = results.paidPriorYearFen[account]! + results.paidCurrentYearFen[account]!;
    return owner === 'self' ? [] : [{ owner, fen }];
  });
  return {
    policy: policy.policy.ref,
    fundFen: results.fundFen[0]!,
    deductibleFen: results.deductibleFen[0]!,
    ownAccountFen: results.ownAccountFen[0]!,
    sharedFen: shared,
    cashFen: results.cashFen[0]!,
    yearToDate: {
      deductibleFen: results.deductibleAfterFen[0]!,
      fundPaidFen: results.fundAfterFen[0]!,
    },
    lines: wordsOf(storyOf(policy, input, accounts, { bills, results, lines, row: 0 }), 0),
  };
}

/**
 * Pure: the same library and input always give the same result, all amounts in fen.
 * Refused: no policy for the area or the day, a chronic disease that the area does not know.
 * A fund benefit that is not recorded is no refusal: the fund pays 0 and a line says so.
 */
export function quote(library: PolicyLibrary, input: QuoteInput): Answer<QuoteResult> {
  const compiled = compiledLibrary(library);
  const policy = compiled.policies[compiled.indexOfArea.get(input.area) ?? -1];
  if (policy === undefined) return { ok: false, reason: noPolicyForArea(library, 'area', input.area) };
  bills.clear();
  lines.clear();
  bills.add(compiled, input);
  evaluate(compiled, policy, bills, results);
  if (results.outcome[0] !== OUTCOME.answered) return { ok: false, reason: refusal(policy, input) };
  explain(compiled, policy, bills, results, lines);
  return { ok: true, value: result(policy, input, inOrderOfUse(input.accounts)) };
}
