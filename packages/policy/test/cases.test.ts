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
    expect(has('铁岭市（211200） 2024-01-01 职工 三级医院 退休：离年度限额差 1 分')).toBe(true);
    expect(has('铁岭市（211200） 2025-12-31 职工 一级医院 在职：正好到起付线')).toBe(true);
    expect(has('铁岭市（211200） 2026-01-01 职工：没有记录普通门诊待遇')).toBe(true);
    expect(has('马鞍山市（340500） 2026 年度缴费 2026-02-28 缴')).toBe(true);
    expect(has('马鞍山市（340500） 2024-12-09 绑定：孙')).toBe(true);
    expect(has('沈阳市（210100） 2025 年度缴费')).toBe(true);
  });

  test('are worked out from the figures and not by the engine: a library of other figures breaks them', () => {
    const changed = loadLibrary(
      policyTexts.map(({ path, text }) => ({ path, text: text.replace('level3: 5000', 'level3: 5100') })),
    );
    if (!changed.ok) throw new Error(changed.errors[0]?.message);
    const broken = made.filter((one) => brokenPromises(changed.library, one).length > 0);
    expect(broken.length).toBeGreaterThan(0);
    for (const { name } of broken) expect(name).toContain('职工 三级医院 在职');
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
    expect(broken?.broken).toEqual(['fundFen：案例写的是 48001，程序算出 48000']);
  });

  test('says when a promised answer is refused, and a promised refusal answered', () => {
    const refused = checkPolicies(policyTexts, edited('tieling', "date: '2025-12-31'", "date: '2023-12-31'"));
    expect(refused.brokenCases[0]?.broken[0]).toMatch(
      /案例写的是结果，程序却拒绝（no-policy-for-date，字段 date）/,
    );
    const answered = checkPolicies(
      policyTexts,
      edited('tieling', "change: { date: '2023-12-31' }\n    refusal", 'change: {}\n    refusal'),
    );
    expect(answered.brokenCases[0]?.broken).toEqual([
      '案例写的是拒绝（no-policy-for-date），程序却给出了结果',
    ]);
  });

  test('sees a list that is longer or shorter than promised, and a wrong sum of reasons', () => {
    const shorter = edited('tieling', 'sharedFen: [{ owner: giver-1, fen: 70000 }]', 'sharedFen: []');
    expect(checkPolicies(policyTexts, shorter).brokenCases[0]?.broken[0]).toMatch(
      /^sharedFen：案例写的是 \[\]/,
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
    expect(ratio.untouchedCells).toEqual(['铁岭市（211200） 自 2024-01-01 起 职工 一级医院 退休 75%']);
    const student = checkPolicies(policyTexts, edited('maanshan', 'student: true, age: 12', 'age: 30'));
    expect(student).toMatchObject({
      ok: false,
      untouchedCells: ['马鞍山市（340500） 2023 年度缴费 最低生活保障对象 学生'],
    });
  });

  test('says where a case file is wrong, and what is allowed', () => {
    const check = checkPolicies(policyTexts, edited('tieling', 'ask: quote', 'ask: quota'));
    expect(check.ok).toBe(false);
    expect(check.fileErrors).toHaveLength(1);
    expect(check.fileErrors[0]).toMatch(
      /211200-tieling\.cases\.yaml:\d+:\d+: cases\[0\]\.ask：现状："quota"；允许：quote、premium、eligibility、waiting 之一；/,
    );
    const noBase = checkPolicies(policyTexts, edited('21-liaoning', 'ask: eligibility', 'ask: quote'));
    expect(noBase.fileErrors[0]).toMatch(
      /21-liaoning\.cases\.yaml:\d+:\d+: cases\[0\]\.ask：现状：quote；允许：/,
    );
  });
});
