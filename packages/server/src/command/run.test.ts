// The command as the outside sees it: exit status, one sentence on standard error, only JSON on standard output.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { catchTerminal } from '../../test/terminal.ts';

const bill = {
  area: '211200',
  date: '2025-03-01',
  patient: { scheme: 'employee', retired: false, chronic: [] },
  institution: { kind: 'hospital', level: 2, area: '211200' },
  bill: { totalFen: 100000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
  accounts: [],
};

const terminal = catchTerminal();

function fileWith(content: unknown): string {
  const file = join(terminal.directory, 'input.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('gongji', () => {
  test('answers one question with one object and exit status 0', async () => {
    expect(await run(['quote', fileWith(bill)])).toBe(0);
    expect(JSON.parse(terminal.output)).toMatchObject({
      policy: { id: '211200' },
      fundFen: 48000,
      cashFen: 52000,
    });
    expect(terminal.complaint).toBe('');
  });

  test('answers a list with a list in the same order, and an empty one with an empty one', async () => {
    const second = { ...bill, institution: { ...bill.institution, level: 1 } };
    expect(await run(['quote', fileWith([bill, second])])).toBe(0);
    expect((JSON.parse(terminal.output) as { fundFen: number }[]).map(({ fundFen }) => fundFen)).toEqual([
      48000, 56000,
    ]);
    terminal.output = '';
    expect(await run(['quote', fileWith([])])).toBe(0);
    expect(JSON.parse(terminal.output)).toEqual([]);
  });

  test('refuses a whole list for one bad element and names its index and field', async () => {
    expect(await run(['quote', fileWith([bill, { ...bill, date: '2025-02-30' }])])).toBe(2);
    expect(terminal.output).toBe('');
    expect(terminal.complaint).toMatch(/^gongji quote: \[1\]\.date: [^\n]*\n$/);
  });

  const refusals: [string, string[], unknown, RegExp][] = [
    ['no command', [], null, /no command was given/],
    ['a command that does not exist', ['pay'], null, /there is no command "pay"/],
    ['a name that every object has', ['constructor'], null, /there is no command/],
    ['no file', ['quote'], null, /用法/],
    ['two files', ['quote', 'a', 'b'], null, /用法/],
    ['a file that is not there', ['quote', 'no-such-file.json'], null, /no-such-file\.json: .*ENOENT/],
    ['text that is no JSON', ['quote'], '{"area":', /JSON/],
    [
      'a premium that is not recorded',
      ['premium'],
      {
        area: '211200',
        coverageYear: 2025,
        payDate: '2024-10-01',
        member: { group: 'ordinary', insuredPriorYears: true },
        history: { missedYears: 0, repairedYears: 0 },
      },
      /coverageYear: /,
    ],
    ['an area without a policy', ['quote'], { ...bill, area: '320100' }, /: area: /],
    ['a date without a policy', ['quote'], { ...bill, date: '2023-12-31' }, /: date: /],
  ];
  test.each(refusals)(
    'refuses %s with exit status 2 and one sentence',
    async (_name, args, content, said) => {
      expect(await run(content === null ? args : [...args, fileWith(content)])).toBe(2);
      expect(terminal.output).toBe('');
      expect(terminal.complaint).toMatch(said);
      expect(terminal.complaint.split('\n')).toHaveLength(2);
    },
  );

  test('answers no with exit status 0', async () => {
    const question = {
      date: '2025-01-01',
      giver: { area: '340500', scheme: 'employee', status: 'suspended', balanceFen: 0 },
      member: { area: '340500', scheme: 'resident', status: 'normal' },
      relation: 'child',
      existingMembers: 0,
    };
    expect(await run(['eligibility', fileWith(question)])).toBe(0);
    expect(JSON.parse(terminal.output)).toMatchObject({ eligible: false });
  });

  test('runs as a program of its own from any directory and reads standard input', () => {
    const bin = fileURLToPath(new URL('../../bin/gongji.js', import.meta.url));
    const result = spawnSync(process.execPath, [bin, 'quote', '-'], {
      cwd: terminal.directory,
      input: JSON.stringify(bill),
      encoding: 'utf8',
    });
    expect({ status: result.status, complaint: result.stderr }).toEqual({ status: 0, complaint: '' });
    expect(JSON.parse(result.stdout)).toMatchObject({ fundFen: 48000 });
  });
});
