// The same policy for json-rules-engine: rules choose the figures; it has no arithmetic, so the sums are done on their event.
import { Engine } from 'json-rules-engine';
import type { AccountFacts, BillFacts, Figures } from './facts.ts';

interface Benefit {
  deductible: number;
  cap: number;
  rate: number;
  accrues: number;
}

const is = (fact: string, value: boolean | number) => ({ fact, operator: 'equal', value });
const recordedAtHome = [
  { fact: 'day', operator: 'greaterThanInclusive', value: 20240101 },
  { fact: 'day', operator: 'lessThan', value: 20260101 },
  is('pharmacy', false),
  is('elsewhere', false),
];
const rule = (conditions: object[], figures: Benefit) => ({
  conditions: { all: [...recordedAtHome, ...conditions] as never },
  event: { type: 'benefit', params: { ...figures } },
});

const rules = [
  ...[1, 2, 3].flatMap((level) =>
    [false, true].map((retired) =>
      rule([is('employee', true), is('chronic', false), is('level', level), is('retired', retired)], {
        deductible: level === 3 ? 30_000 : 20_000,
        cap: 300_000,
        rate: 8_000 - level * 1_000 + (retired ? 500 : 0),
        accrues: 1,
      }),
    ),
  ),
  ...[true, false].map((employee) =>
    rule([is('employee', employee), is('chronic', true)], {
      deductible: 0,
      cap: Infinity,
      rate: employee ? 9_500 : 9_000,
      accrues: 0,
    }),
  ),
];
const NOT_RECORDED: Benefit = { deductible: 0, cap: Infinity, rate: 0, accrues: 0 };

function adjudicated(facts: BillFacts, { deductible: threshold, cap, rate, accrues }: Benefit): Figures {
  const inScope = facts.total - facts.wholly - facts.over - facts.pre;
  const deductible = Math.min(inScope, Math.max(0, threshold - facts.deductibleBefore));
  const base = inScope - deductible;
  const wanted = Math.floor((base * rate + 5_000) / 10_000);
  const fund = Math.min(wanted, Math.max(0, cap - facts.fundBefore));
  const payable = facts.total - facts.wholly - facts.over - fund;
  let left = payable;
  const paid = { own: 0, shared: 0 };
  const pay = ({ isGiver, prior, current, most }: AccountFacts): number[] => {
    const fromPrior = Math.min(left, most, prior);
    const fromCurrent = Math.min(Math.min(left, most) - fromPrior, current);
    left -= fromPrior + fromCurrent;
    paid[isGiver ? 'shared' : 'own'] += fromPrior + fromCurrent;
    return [fromPrior, fromCurrent];
  };
  const payments = [...pay(facts.first), ...pay(facts.second), ...pay(facts.third)];
  return [
    ...[inScope, deductible, fund, base - wanted, wanted - fund],
    ...[facts.deductibleBefore + deductible, facts.fundBefore + accrues * fund],
    ...[payable, paid.own, paid.shared, facts.total - fund - paid.own - paid.shared],
    ...payments,
  ];
}

/** Answers the bills in order. */
export function createJsonRules(): { run: (facts: readonly BillFacts[]) => Promise<Figures[]> } {
  const engine = new Engine(rules);
  return {
    async run(facts) {
      const figures: Figures[] = [];
      for (const one of facts) {
        const { events } = await engine.run(one);
        figures.push(adjudicated(one, (events[0]?.params as Benefit | undefined) ?? NOT_RECORDED));
      }
      return figures;
    },
  };
}
