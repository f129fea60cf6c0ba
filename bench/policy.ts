// Outpatient bills a second: the engine with and without explanation, a hand-written function, and two general rule engines.
import { BillTable, compiledLibrary, evaluate, explain, HELD, LineTable, ResultTable } from '@gongji/policy';
import { readPolicyLibrary } from '@gongji/policy/node';
import { AREA, randomBills } from './policy/bills.ts';
import { factsOf, figuresOf } from './policy/facts.ts';
import type { Figures } from './policy/facts.ts';
import { handWritten } from './policy/hand-written.ts';
import { createJsonRules } from './policy/json-rules.ts';
import { createZen } from './policy/zen.ts';
import { interleaved, median } from './shared/rounds.ts';
import type { Bench } from './shared/bench.ts';

const BILLS = 100_000;
/** Bills explained before their lines are dropped, as a batch of settlements would. */
const BLOCK = 128;

function prepare() {
  const library = compiledLibrary(readPolicyLibrary());
  const policy = library.policies[library.indexOfArea.get(AREA) ?? -1];
  if (policy === undefined) throw new Error(`there is no policy for ${AREA}`);
  const bills = new BillTable();
  for (const one of randomBills(BILLS)) bills.add(library, one);
  const results = new ResultTable();
  const lines = new LineTable();
  const eachBlock = (use: (from: number, to: number) => void): void => {
    for (let from = 0; from < BILLS; from += BLOCK) {
      const to = Math.min(from + BLOCK, BILLS);
      lines.clear();
      evaluate(library, policy, bills, results, from, to);
      explain(library, policy, bills, results, lines, from, to);
      use(from, to);
    }
  };
  return {
    bills,
    results,
    lines,
    evaluateAll: () => evaluate(library, policy, bills, results),
    eachBlock,
  };
}

function expectSame(name: string, expected: readonly Figures[], answered: readonly Figures[]): void {
  const wrong = expected.findIndex((figures, row) => figures.join() !== answered[row]?.join());
  if (wrong < 0 && answered.length === expected.length) return;
  throw new Error(
    `${name} answers bill ${wrong} with ${answered[wrong]?.join()}, not ${expected[wrong]?.join()}`,
  );
}

/** The lines of both groups of every bill sum to the bill: what is timed is a whole explanation. */
function checkLines({ bills, lines, eachBlock }: ReturnType<typeof prepare>): number {
  const split = new Set([1, 2, 3, 5, 7, 8, 9]);
  const payer = new Set([26, 27, 28, 29, 30]);
  let count = 0;
  eachBlock((from, to) => {
    for (let row = from; row < to; row += 1) {
      let parts = 0;
      let paid = 0;
      for (let at = lines.start[row - from]!; at < lines.start[row - from + 1]!; at += 1) {
        if (split.has(lines.says[at]!)) parts += lines.fen[at]!;
        if (payer.has(lines.says[at]!)) paid += lines.fen[at]!;
      }
      if (parts !== bills.totalFen[row] || paid !== bills.totalFen[row]) {
        throw new Error(`the lines of bill ${row} do not sum to it`);
      }
    }
    count += lines.length;
  });
  return count;
}

export const run: Bench = async (say) => {
  const engine = prepare();
  const { bills, results } = engine;
  engine.evaluateAll();
  const rows = Array.from({ length: BILLS }, (_, row) => row);
  const expected = rows.map((row) => figuresOf(bills, results, row));
  const heldBack = results.held.slice(0, bills.accountStart[BILLS]).filter((why) => why !== HELD.no).length;
  const byHand = new ResultTable();
  handWritten(bills, byHand);
  expectSame(
    'hand-written',
    expected,
    rows.map((row) => figuresOf(bills, byHand, row)),
  );
  if (results.held.some((why, account) => why !== byHand.held[account])) {
    throw new Error('hand-written gives other reasons');
  }
  const facts = rows.map((row) => factsOf(bills, row));
  const zen = createZen();
  const jsonRules = createJsonRules();
  expectSame('zen', expected, await zen.run(facts));
  expectSame('json-rules-engine', expected, await jsonRules.run(facts));
  const lines = checkLines(engine);
  say(
    `all answer alike; ${(lines / BILLS).toFixed(1)} lines a bill, ${heldBack} accounts held back by a limit`,
  );

  const fast = await interleaved(
    [
      { name: 'engine', work: () => (engine.evaluateAll(), BILLS) },
      { name: 'handWritten', work: () => (handWritten(bills, byHand), BILLS) },
      { name: 'explained', work: () => (engine.eachBlock(() => undefined), BILLS) },
    ],
    { rounds: 15, warmUp: 3, turnMs: 400 },
    say,
  );
  const part = facts.slice(0, 20_000);
  const slow = await interleaved(
    [
      { name: 'engine', work: () => (engine.evaluateAll(), BILLS) },
      { name: 'zen', work: async () => (await zen.run(part)).length },
      { name: 'jsonRules', work: async () => (await jsonRules.run(part)).length },
    ],
    { rounds: 7, warmUp: 1, turnMs: 1_500 },
    say,
  );
  zen.close();
  const ratio = (left: readonly number[], right: readonly number[]): number =>
    median(left.map((speed, round) => speed / (right[round] ?? Infinity)));
  return {
    evaluationsPerSecond: Math.round(median(fast.engine)),
    explainedPerSecond: Math.round(median(fast.explained)),
    handWrittenPerSecond: Math.round(median(fast.handWritten)),
    zenPerSecond: Math.round(median(slow.zen)),
    jsonRulesEnginePerSecond: Math.round(median(slow.jsonRules)),
    ratioToHandWritten: Number(ratio(fast.engine, fast.handWritten).toFixed(3)),
    ratioToZen: Math.round(ratio(slow.engine, slow.zen)),
    ratioToJsonRulesEngine: Math.round(ratio(slow.engine, slow.jsonRules)),
  };
};
