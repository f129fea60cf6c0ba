// Promises of the form for next year's premium: only the year, its source and its cases are added, and the file checks out.
import { describe, expect, test } from 'vitest';
import { readPolicyFiles } from '../node/index.ts';
import { premium } from '../src/index.ts';
import { addPremiumYear, areaFiles, areaPath, casesPath, checkArea, openDraft } from '../src/tools/index.ts';
import type { PremiumForm } from '../src/tools/index.ts';

const files = readPolicyFiles();
const form: PremiumForm = {
  ...{ coverageYear: 2027, firstDay: '2026-09-10', lastDay: '2026-12-31', subsidyFen: 74000 },
  amounts: {
    ...{ ordinary: 43000, destitute: 0, 'severely-disabled': 0, orphan: 0, 'lonely-elderly': 0 },
    ...{ 'minimum-living': 8600, 'returned-to-poverty': null, monitored: 21500 },
  },
  source: {
    title: '关于2027年度缴费的通知: 试行 # 1',
    documentNumber: '〔2026〕9号',
    url: '',
    grade: 'official',
    checkedOn: '2026-08-30',
  },
};

function added(area: string, given: Partial<PremiumForm> = {}) {
  const path = areaPath(files, area) ?? '';
  const answer = addPremiumYear(files[path] ?? '', files[casesPath(path)] ?? '', area, { ...form, ...given });
  const own: Record<string, string> = answer.ok
    ? { [path]: answer.text, [casesPath(path)]: answer.casesText }
    : {};
  return { path, answer, own };
}

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n');

describe.each(['340500', '211200', '210100', '210300', '210800'])('the year added to %s', (area) => {
  test('checks out with its cases, touches every cell, and answers', () => {
    const { own } = added(area);
    const check = checkArea(areaFiles({ ...files, ...own }, area));
    expect(check).toMatchObject({ ok: true, problems: [], brokenCases: [], untouchedCells: [] });
    const { library } = openDraft({ ...files, ...own });
    if (library === undefined) return expect.fail('the draft does not load');
    const member = { group: 'ordinary' as const, insuredPriorYears: true };
    const answer = premium(library, {
      ...{ area, coverageYear: 2027, payDate: '2026-10-01', member },
      history: { missedYears: 0, repairedYears: 0 },
    });
    expect(answer).toMatchObject({ ok: true, value: { premiumFen: 43000, benefitsFrom: '2027-01-01' } });
    expect(JSON.stringify(answer)).toContain('试行 # 1');
  });

  test('leaves every line that was there as it was, in order', () => {
    const { path, own } = added(area);
    for (const name of [path, casesPath(path)]) {
      let at = -1;
      const now = linesOf(own[name]);
      for (const line of linesOf(files[name])) {
        at = now.indexOf(line, at + 1);
        expect(at, `${name}: ${line}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

test('a year that is there, and a file that is no YAML, are refused with what to do', () => {
  expect(added('340500', { coverageYear: 2025 }).answer).toMatchObject({
    ok: false,
    message: expect.stringContaining('已经有 2025 年度') as string,
  });
  expect(addPremiumYear('a: [', 'cases: []', '340500', form)).toMatchObject({ ok: false });
});
