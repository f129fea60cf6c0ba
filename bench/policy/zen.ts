// The same policy for @gorules/zen-engine: a decision table for the figures, expressions for the arithmetic.
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import type { BillFacts, Figures } from './facts.ts';

const HEAD = { day: 'i1', place: 'i2', employee: 'i3', retired: 'i4', level: 'i5', chronic: 'i6' } as const;
const RECORDED = '[20240101..20260101)';

/** One row of the table; an empty cell matches anything. */
function row(id: string, conditions: Partial<Record<keyof typeof HEAD, string>>, figures: string[]) {
  const inputs = Object.entries(HEAD).map(([name, column]) => [
    column,
    conditions[name as keyof typeof HEAD] ?? '',
  ]);
  const outputs = figures.map((figure, index) => [`o${index + 1}`, figure]);
  return { _id: id, ...Object.fromEntries([...inputs, ...outputs]) } as Record<string, string>;
}

const home = { day: RECORDED, place: 'true' };
const ordinary = [1, 2, 3].flatMap((level) =>
  [false, true].map((retired) => {
    const rate = 8_000 - level * 1_000 + (retired ? 500 : 0);
    const deductible = level === 3 ? '30000' : '20000';
    return row(
      `level-${level}-${retired}`,
      { ...home, employee: 'true', retired: `${retired}`, level: `${level}`, chronic: 'false' },
      [deductible, '300000', `${rate}`, '1'],
    );
  }),
);
const NO_CAP = '1000000000000';
const table = {
  id: 'table',
  name: 'figures',
  type: 'decisionTableNode',
  position: { x: 200, y: 0 },
  content: {
    hitPolicy: 'first',
    passThrough: true,
    inputs: [
      { id: 'i1', name: 'day', field: 'day' },
      { id: 'i2', name: 'home hospital', field: 'not pharmacy and not elsewhere' },
      { id: 'i3', name: 'employee', field: 'employee' },
      { id: 'i4', name: 'retired', field: 'retired' },
      { id: 'i5', name: 'level', field: 'level' },
      { id: 'i6', name: 'chronic', field: 'chronic' },
    ],
    outputs: ['deductible', 'cap', 'rate', 'accrues'].map((field, index) => ({
      id: `o${index + 1}`,
      name: field,
      field: `figures.${field}`,
    })),
    rules: [
      ...ordinary,
      row('chronic-employee', { ...home, employee: 'true', chronic: 'true' }, ['0', NO_CAP, '9500', '0']),
      row('chronic-resident', { ...home, employee: 'false', chronic: 'true' }, ['0', NO_CAP, '9000', '0']),
      row('not-recorded', {}, ['0', NO_CAP, '0', '0']),
    ],
  },
};

const payments = (place: string, left: string): [string, string][] => [
  [`${place}Most`, `min([${left}, ${place}.most])`],
  [`${place}Prior`, `min([$.${place}Most, ${place}.prior])`],
  [`${place}Current`, `min([$.${place}Most - $.${place}Prior, ${place}.current])`],
  [`${place}Left`, `${left} - $.${place}Prior - $.${place}Current`],
];
const paid = (isGiver: boolean): string =>
  ['first', 'second', 'third']
    .map((place) => {
      const fen = `$.${place}Prior + $.${place}Current`;
      return isGiver ? `(${place}.isGiver ? ${fen} : 0)` : `(${place}.isGiver ? 0 : ${fen})`;
    })
    .join(' + ');
const steps: [string, string][] = [
  ['inScope', 'total - wholly - over - pre'],
  ['deductible', 'min([$.inScope, max([0, figures.deductible - deductibleBefore])])'],
  ['base', '$.inScope - $.deductible'],
  ['wanted', 'floor(($.base * figures.rate + 5000) / 10000)'],
  ['fund', 'min([$.wanted, max([0, figures.cap - fundBefore])])'],
  ['ownShare', '$.base - $.wanted'],
  ['aboveCap', '$.wanted - $.fund'],
  ['deductibleAfter', 'deductibleBefore + $.deductible'],
  ['fundAfter', 'fundBefore + figures.accrues * $.fund'],
  ['payable', 'total - wholly - over - $.fund'],
  ...payments('first', '$.payable'),
  ...payments('second', '$.firstLeft'),
  ...payments('third', '$.secondLeft'),
  ['ownAccount', paid(false)],
  ['shared', paid(true)],
  ['cash', 'total - $.fund - $.ownAccount - $.shared'],
];
const expressions = {
  id: 'arithmetic',
  name: 'arithmetic',
  type: 'expressionNode',
  position: { x: 400, y: 0 },
  content: {
    passThrough: false,
    expressions: steps.map(([key, value]) => ({ id: key, key, value })),
  },
};
const graph = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    table,
    expressions,
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 600, y: 0 } },
  ],
  edges: [
    { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'e2', sourceId: 'table', targetId: 'arithmetic', type: 'edge' },
    { id: 'e3', sourceId: 'arithmetic', targetId: 'out', type: 'edge' },
  ],
};

const ANSWERS = [
  ...['inScope', 'deductible', 'fund', 'ownShare', 'aboveCap', 'deductibleAfter', 'fundAfter', 'payable'],
  ...['ownAccount', 'shared', 'cash', 'firstPrior', 'firstCurrent', 'secondPrior', 'secondCurrent'],
  ...['thirdPrior', 'thirdCurrent'],
];

/** Decisions under way at once: without it each would wait for the one before. */
const AT_ONCE = 500;

/** Answers the bills in order; the content of the graph is read once. */
export function createZen(): { run: (facts: readonly BillFacts[]) => Promise<Figures[]>; close: () => void } {
  const engine = new ZenEngine();
  const decision = engine.createDecision(new ZenDecisionContent(Buffer.from(JSON.stringify(graph))));
  return {
    async run(facts) {
      const figures: Figures[] = [];
      for (let from = 0; from < facts.length; from += AT_ONCE) {
        const answers = await Promise.all(
          facts.slice(from, from + AT_ONCE).map((one) => decision.evaluate(one)),
        );
        for (const { result } of answers) {
          figures.push(ANSWERS.map((name) => Number((result as Record<string, unknown>)[name])));
        }
      }
      return figures;
    },
    close: () => engine.dispose(),
  };
}
