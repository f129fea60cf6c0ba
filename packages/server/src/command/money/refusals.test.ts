// What was typed wrongly is told in one Chinese sentence with exit status 2, before anything is opened or moved.
import { describe, expect, it } from 'vitest';
import { catchTerminal } from '../../../test/terminal.ts';
import { run } from '../run.ts';

const terminal = catchTerminal();

const refusals: [string, string[]][] = [
  ['an import of nothing', ['import', 'contributions', '--area', '340500']],
  ['an import without an area', ['import', 'contributions', 'a.csv']],
  ['an import into an area that is none', ['import', 'balances', 'a.csv', '--area', '34']],
  [
    'an import on a day that is none',
    ['import', 'balances', 'a.csv', '--area', '340500', '--day', '2024-02-30'],
  ],
  ['an import of two files', ['import', 'contributions', 'a.csv', 'b.csv', '--area', '340500']],
  ['an import with an unknown option', ['import', 'contributions', 'a.csv', '--area', '340500', '--force']],
  ['the end of no year', ['year-end', '--area', '340500']],
  ['the end of a year that is none', ['year-end', '24', '--area', '340500']],
  ['the end of a year nowhere', ['year-end', '2024']],
  ['a clearing without a month', ['clearing', 'run']],
  ['a clearing of a month that is none', ['clearing', 'run', '--month', '2024-13']],
  ['a clearing of a day', ['clearing', 'run', '--month', '2024-10-01']],
  ['a clearing that is not run', ['clearing', 'undo', '--month', '2024-10']],
  ['a reconciliation with nobody', ['reconcile', '--day', '2024-10-15']],
  ['a reconciliation with somebody else', ['reconcile', '--source', 'bank', '--day', '2024-10-15']],
  ['a reconciliation of a day that is none', ['reconcile', '--source', 'tax', '--day', '2024-10-32']],
  ['nothing of the staff', ['staff']],
  ['something else of the staff', ['staff', 'remove']],
  ...(
    [
      ['without a name', ['--area', '340500', '--number', 'A001']],
      ['without a number', ['--area', '340500', '--name', '演首任']],
      ['of an area that is no number', ['--area', '马鞍山', '--number', 'A001', '--name', '演首任']],
      ['with other letters in the number', ['--area', '340500', '--number', 'A 1', '--name', '演首任']],
      ['with an unknown option', ['--area', '340500', '--number', 'A001', '--name', '演', '--force']],
    ] as const
  ).map(([what, args]): [string, string[]] => [
    `a first administrator ${what}`,
    ['staff', 'first-administrator', ...args],
  ]),
  ['an export of policies to nowhere', ['policy', 'export']],
  ['an export of policies on a day that is none', ['policy', 'export', 'out', '--at', 'tomorrow']],
  ['something else of the ledger', ['ledger', 'repair']],
  ['a verification of a part', ['ledger', 'verify', '340500']],
  ['a seal without a day', ['ledger', 'seal']],
  ['a seal of a day that is none', ['ledger', 'seal', '--day', '2024-11-31']],
  [
    'a statement of nobody',
    ['ledger', 'statement', '--area', '340500', '--from', '2024-01-01', '--to', '2024-12-31'],
  ],
  [
    'a statement that ends before it begins',
    [
      'ledger',
      'statement',
      '--person',
      '1',
      '--area',
      '340500',
      '--from',
      '2024-12-31',
      '--to',
      '2024-01-01',
    ],
  ],
];

describe('a command of the product refuses', () => {
  it.each(refusals)('%s', async (_what, args) => {
    expect(await run(args)).toBe(2);
    expect(terminal.output).toBe('');
    expect(terminal.complaint).toMatch(/^gongji [^\n]*用法是 gongji [^\n]*\n$/);
  });
});
