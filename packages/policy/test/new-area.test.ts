// The file of a new area: it loads as printed, promises nothing, and its examples are right.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { areaInfo, loadLibrary, premium, quote } from '../src/index.ts';
import {
  checkFiles,
  figuresInForce,
  newAreaCasesText,
  newAreaText,
  newProvinceText,
} from '../src/tools/index.ts';
import { answered, library } from './library.ts';

const made = newAreaText(library, '210400', '抚顺市');
if (!made.ok) throw new Error(made.message);
const { text } = made;

function loadedWith(file: string) {
  const loaded = loadLibrary([
    ...readPolicyTexts(),
    { path: 'policies/areas/210400-fushun.yaml', text: file },
  ]);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.library;
}

const bill = {
  area: '210400',
  date: '2026-03-01',
  patient: { scheme: 'employee', retired: false, chronic: [] },
  institution: { kind: 'hospital', level: 2, area: '210400' },
  bill: { totalFen: 100000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
  accounts: [{ owner: 'self', priorYearFen: 70000, currentYearFen: 0 }],
} as const;

const premiumQuestion = {
  area: '210400',
  coverageYear: 2027,
  payDate: '2026-10-01',
  member: { group: 'ordinary', insuredPriorYears: true },
  history: { missedYears: 0, repairedYears: 0 },
} as const;

describe('the file of a new area', () => {
  test('loads as printed and records no amount: the fund pays nothing, the account pays, a premium is refused', () => {
    const filled = loadedWith(text);
    const input = { ...bill, patient: { ...bill.patient, chronic: [] }, accounts: [...bill.accounts] };
    expect(answered(quote(filled, input))).toMatchObject({
      fundFen: 0,
      ownAccountFen: 70000,
      cashFen: 30000,
    });
    expect(premium(filled, premiumQuestion)).toMatchObject({ ok: false });
    expect(filled.areas.get('210400')).toMatchObject({
      own: { name: '抚顺市' },
      province: { name: '辽宁省' },
    });
    expect(areaInfo(filled, '210400', '2026-03-01')).toBeUndefined();
  });

  test('leaves the answers and the policy of every other area as they are', () => {
    const filled = loadedWith(text);
    for (const [area, { ref }] of library.areas) expect(filled.areas.get(area)?.ref).toEqual(ref);
  });

  test('records nothing at all', () => {
    const { figures } = answered(figuresInForce(loadedWith(text), '210400', '2026-03-01'));
    expect(figures.filter(({ layer, recorded }) => layer === 'area' && recorded)).toEqual([]);
  });

  test('speaks Chinese to the clerk', () => {
    const comments = text.split('\n').filter((line) => /^ *# /.test(line));
    expect(comments.length).toBeGreaterThan(20);
    for (const comment of comments.slice(1)) expect(comment).toMatch(/\p{Script=Han}/u);
  });

  test('comes with a file of cases whose examples hold for the examples of the policy file', () => {
    const used = text
      .replaceAll(/^ {6}(employee|resident): notRecorded\n/gm, '')
      .replace(/^ {4}chronic: notRecorded\n/m, '')
      .replaceAll(/^(binding|shareable|premium|channels|materials|documents): notRecorded\n/gm, '')
      .replaceAll('#: ', '');
    const published = Object.fromEntries(readPolicyTexts().map((one) => [one.path, one.text]));
    const withCases = (cases: string) =>
      checkFiles({
        ...published,
        'policies/areas/210400-fushun.yaml': used,
        'policies/areas/210400-fushun.cases.yaml': cases,
      });
    const cases = newAreaCasesText(loadedWith(text), '210400', '抚顺市');
    if (!cases.ok) throw new Error(cases.message);
    expect(withCases(cases.text)).toMatchObject({ problems: [], cases: 0 });
    const filled = withCases(cases.text.replace('cases: []\n', '').replaceAll('#: ', ''));
    expect(filled).toMatchObject({ problems: [], cases: 4, brokenCases: [], brokenBoundaryCases: [] });
  });

  test('has examples that load when their mark is taken away', () => {
    const used = text
      .replaceAll(/^ {6}(employee|resident): notRecorded\n/gm, '')
      .replace(/^ {4}chronic: notRecorded\n/m, '')
      .replaceAll(/^(binding|shareable|premium|channels|materials|documents): notRecorded\n/gm, '')
      .replaceAll('#: ', '');
    const filled = loadedWith(used);
    const input = { ...bill, patient: { ...bill.patient, chronic: [] }, accounts: [...bill.accounts] };
    expect(answered(quote(filled, input)).fundFen).toBe(48000);
    expect(answered(premium(filled, premiumQuestion)).premiumFen).toBe(40000);
    expect(areaInfo(filled, '210400', '2026-03-01')).toMatchObject({ memberLimit: 10, notRecorded: [] });
    const { figures } = answered(figuresInForce(filled, '210400', '2026-03-01'));
    const own = figures.filter(({ layer, recorded }) => layer === 'area' && recorded);
    expect(own.length).toBeGreaterThan(20);
    for (const { source } of own) expect(source?.grade).toBe('weak');
  });
});

describe('the file of a new province', () => {
  const province = newProvinceText(library, '33', '浙江省');
  if (!province.ok) throw new Error(province.message);
  const withProvince = (file: string) => {
    const loaded = loadLibrary([
      ...readPolicyTexts(),
      { path: 'policies/provinces/33-zhejiang.yaml', text: file },
    ]);
    if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
    return loaded.library;
  };

  test('loads as printed, and its cities can be added', () => {
    expect(newAreaText(library, '330100', '杭州市')).toMatchObject({
      ok: false,
      message: expect.stringContaining('npx gongji policy new-area 33') as string,
    });
    expect(newAreaText(withProvince(province.text), '330100', '杭州市')).toMatchObject({ ok: true });
    for (const [area, { ref }] of library.areas) {
      expect(withProvince(province.text).areas.get(area)?.ref).toEqual(ref);
    }
  });

  test('has examples that load when their mark is taken away', () => {
    const used = province.text.replace('sources: {}', 'sources:').replaceAll('#: ', '');
    expect(withProvince(used).provinces.get('33')).toBe('浙江省');
  });

  test('is refused for a province that is there', () => {
    expect(newProvinceText(library, '34', '安徽省')).toMatchObject({ ok: false });
  });
});
