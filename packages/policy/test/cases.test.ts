// Runs the worked cases that stand beside the policy files, and names every recorded cell that no case touches.
import { describe, expect, test } from 'vitest';
import { readCaseTexts, readPolicyTexts } from '../node/index.ts';
import { readCases } from '../src/tools/case-files.ts';
import { recordedCells, untouchedCells } from '../src/tools/coverage.ts';
import { boundaryCases } from '../src/tools/boundary-cases.ts';
import { checkFiles } from '../src/tools/index.ts';
import { loadLibrary } from '../src/index.ts';
import type { PolicyText } from '../src/index.ts';
import { brokenPromises } from '../src/tools/run-case.ts';
import { library } from './library.ts';

const policyTexts = readPolicyTexts();
const caseTexts = readCaseTexts();
const read = readCases(caseTexts);
if (!read.ok) throw new Error(read.errors.map(({ message }) => message).join('\n'));
const { cases } = read;

const checkPolicies = (policies: readonly PolicyText[], written: readonly PolicyText[]) =>
  checkFiles(Object.fromEntries([...policies, ...written].map(({ path, text }) => [path, text])));

/** The case files with one of them edited. */
const edited = (file: string, from: string, to: string) =>
  caseTexts.map((one) => {
    if (!one.path.includes(file)) return one;
    expect(one.text).toContain(from);
    return { ...one, text: one.text.replace(from, to) };
  });

describe('worked cases beside the policy files', () => {
  test.each(cases.map((one) => [`${one.file}: ${one.name}`, one] as const))('%s', (_name, one) => {
    expect(brokenPromises(library, one)).toEqual([]);
  });

  test('touch every recorded premium amount and ratio', () => {
    expect(recordedCells(library).length).toBeGreaterThan(20);
    expect(untouchedCells(library, cases)).toEqual([]);
  });
});

describe('cases made from the recorded figures', () => {
  const made = boundaryCases(library);

  test('hold at every edge of every cell, on the first and the last day', () => {
    expect(made.length).toBeGreaterThan(250);
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    expect(made.flatMap((one) => brokenPromises(library, one).map((why) => `${one.name}: ${why}`))).toEqual(
      [],
    );
  });

  test('cover outpatient cells, premium groups and binding of the areas that record them', () => {
    const has = (words: string): boolean => made.some(({ name }) => name.startsWith(words));
    expect(has('211200 2024-01-01 employee level 3 retired: one fen below the cap')).toBe(true);
    expect(has('211200 2025-12-31 employee level 1 in service: at the deductible')).toBe(true);
    expect(has('211200 2026-01-01 employee: the benefit is not recorded')).toBe(true);
    expect(has('340500 premium 2026 paid on 2026-02-28')).toBe(true);
    expect(has('340500 2024-12-09 binding: grandchild')).toBe(true);
    expect(has('210100 premium 2025')).toBe(true);
  });

  test('are worked out from the figures and not by the engine: a library of other figures breaks them', () => {
    const changed = loadLibrary(
      policyTexts.map(({ path, text }) => ({ path, text: text.replace('level3: 5000', 'level3: 5100') })),
    );
    if (!changed.ok) throw new Error(changed.errors[0]?.message);
    const broken = made.filter((one) => brokenPromises(changed.library, one).length > 0);
    expect(broken.length).toBeGreaterThan(0);
    for (const { name } of broken) expect(name).toContain('level 3 in service');
  });
});

describe('the check of a policy library', () => {
  test('holds for the files of this repository', () => {
    expect(checkPolicies(policyTexts, caseTexts)).toMatchObject({
      ok: true,
      fileErrors: [],
      cases: cases.length,
      brokenCases: [],
      brokenBoundaryCases: [],
      problems: [],
      untouchedCells: [],
    });
  });

  test('names file, line, promise and answer of a case that does not hold', () => {
    const check = checkPolicies(policyTexts, edited('tieling', 'fundFen: 48000', 'fundFen: 48001'));
    expect(check.ok).toBe(false);
    expect(check.brokenCases).toHaveLength(1);
    const [broken] = check.brokenCases;
    expect(broken?.file).toContain('211200-tieling.cases.yaml');
    expect(broken?.line).toBeGreaterThan(20);
    expect(broken?.broken).toEqual(['fundFen: promised 48001, the engine answers 48000']);
  });

  test('says when a promised answer is refused, and a promised refusal answered', () => {
    const refused = checkPolicies(policyTexts, edited('tieling', "date: '2025-12-31'", "date: '2023-12-31'"));
    expect(refused.brokenCases[0]?.broken[0]).toMatch(/promised an answer, .*no-policy-for-date at date/);
    const answered = checkPolicies(
      policyTexts,
      edited('tieling', "change: { date: '2023-12-31' }\n    refusal", 'change: {}\n    refusal'),
    );
    expect(answered.brokenCases[0]?.broken).toEqual([
      'promised the refusal no-policy-for-date, the engine answers',
    ]);
  });

  test('sees a list that is longer or shorter than promised, and a wrong sum of reasons', () => {
    const shorter = edited('tieling', 'sharedFen: [{ owner: giver-1, fen: 70000 }]', 'sharedFen: []');
    expect(checkPolicies(policyTexts, shorter).brokenCases[0]?.broken[0]).toMatch(
      /^sharedFen: promised \[\]/,
    );
    const codes = edited(
      '21-liaoning',
      '[relation-not-allowed]',
      '[relation-not-allowed, member-limit-reached]',
    );
    expect(checkPolicies(policyTexts, codes).brokenCases[0]?.broken[0]).toMatch(/^reasonCodes/);
  });

  test('names a ratio and a premium by age that no case touches', () => {
    const retired = 'patient: { retired: true }, institution: { level: 1 }';
    const ratio = checkPolicies(policyTexts, edited('tieling', retired, 'patient: { retired: true }'));
    expect(ratio.untouchedCells).toEqual(['211200 ratio from 2024-01-01 employee level 1 retired 7500']);
    const student = checkPolicies(policyTexts, edited('maanshan', 'student: true, age: 12', 'age: 30'));
    expect(student).toMatchObject({
      ok: false,
      untouchedCells: ['340500 premium 2023 minimum-living student'],
    });
  });

  test('says where a case file is wrong, and what is allowed', () => {
    const check = checkPolicies(policyTexts, edited('tieling', 'ask: quote', 'ask: quota'));
    expect(check.ok).toBe(false);
    expect(check.fileErrors).toHaveLength(1);
    expect(check.fileErrors[0]).toMatch(
      /211200-tieling\.cases\.yaml:\d+:\d+: cases\[0\]\.ask: found "quota"; allowed: /,
    );
    const noBase = checkPolicies(policyTexts, edited('21-liaoning', 'ask: eligibility', 'ask: quote'));
    expect(noBase.fileErrors[0]).toMatch(
      /21-liaoning\.cases\.yaml:\d+:\d+: cases\[0\]\.ask: found quote; allowed/,
    );
  });
});
