// What services and pages learn of an area, what may be shared, and how a policy is named.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import {
  areaInfo,
  eligibility,
  loadLibrary,
  premium,
  premiumYears,
  quote,
  shareableFen,
} from '../src/index.ts';
import type { PremiumInput, Relation } from '../src/index.ts';
import { answered, library } from './library.ts';

const parts = [
  { partYear: 2022, fen: 100 },
  { partYear: 2023, fen: 20 },
  { partYear: 2024, fen: 3 },
];

describe('an area', () => {
  test('in Maanshan decides at once and shares only money of earlier years', () => {
    const info = areaInfo(library, '340500', '2024-10-15');
    expect(info).toMatchObject({
      name: '马鞍山市',
      provinceName: '安徽省',
      decisionMode: 'automatic',
      shareablePart: 'prior-year',
    });
    expect(info).not.toHaveProperty('memberLimit');
    expect(shareableFen(library, '340500', '2024-10-15', parts)).toBe(120);
    expect(shareableFen(library, '340500', '2025-01-01', parts)).toBe(123);
  });

  test('in Tieling asks a reviewer, ends at ten members and shares everything', () => {
    const info = areaInfo(library, '211200', '2024-10-15');
    expect(info).toMatchObject({ decisionMode: 'review', memberLimit: 10, shareablePart: 'all' });
    expect(info?.documents.notice.title).toBe('职工医保门诊共济家庭账户绑定告知书');
    expect(info?.materials.filter(({ photo }) => photo).map(({ code }) => code)).toEqual([
      'giver-identity',
      'member-identity',
      'kinship-proof',
      'marriage-proof',
    ]);
    expect(shareableFen(library, '211200', '2024-10-15', parts)).toBe(123);
  });

  test('without a policy, or before its rules, is unknown and shares nothing', () => {
    expect(areaInfo(library, '320100', '2024-10-15')).toBeUndefined();
    expect(areaInfo(library, '340500', '2024-09-04')).toBeUndefined();
    expect(shareableFen(library, '320100', '2024-10-15', parts)).toBe(0);
    expect(shareableFen(library, '340500', '2024-09-04', parts)).toBe(0);
  });

  test('opens to all near relatives on 2024-12-09, Tieling as well as Maanshan', () => {
    const near: Relation[] = ['spouse', 'parent', 'child'];
    for (const area of ['340500', '211200']) {
      expect(areaInfo(library, area, '2024-12-08')?.relationsAllowed).toEqual(near);
      expect(areaInfo(library, area, '2024-12-09')?.relationsAllowed).toEqual([
        ...near,
        'sibling',
        'grandparent',
        'grandchild',
      ]);
      expect(areaInfo(library, area, '2026-01-08')?.crossProvince).toBe(false);
      expect(areaInfo(library, area, '2026-01-09')?.crossProvince).toBe(true);
    }
  });

  test('names what its facts rest on, and what nobody recorded', () => {
    const info = areaInfo(library, '340500', '2024-10-15');
    expect(info?.notRecorded).toEqual(['成员人数上限']);
    expect(info?.basis).toMatchObject({
      decisionMode: { grade: 'guide' },
      memberLimit: null,
      servicePhone: { grade: 'weak' },
    });
  });

  test('of which only a premium is known has no binding to offer, and its premium names no window', () => {
    expect(areaInfo(library, '210100', '2025-03-01')).toBeUndefined();
    expect(shareableFen(library, '210100', '2025-03-01', parts)).toBe(0);
    expect(premiumYears(library, '210100')).toMatchObject([
      { coverageYear: 2025, window: null, amountsWithoutGroup: [{ fen: 46000 }, { fen: 40000 }] },
    ]);
  });

  test('tells the premium years with windows, and leaves gaps as gaps', () => {
    const years = premiumYears(library, '340500');
    expect(years.map(({ coverageYear }) => coverageYear)).toEqual([2023, 2025, 2026]);
    expect(years[0]?.amounts['minimum-living']).toMatchObject({
      kind: 'by-age',
      studentFen: 2000,
      under18Fen: 3000,
      otherFen: 5600,
    });
    expect(years[0]?.amounts.orphan).toEqual({ kind: 'not-recorded' });
    expect(years[2]?.amounts.ordinary).toMatchObject({
      kind: 'amount',
      fen: 40000,
      source: { grade: 'weak' },
    });
    expect(premiumYears(library, '211200')).toEqual([]);
    expect(premiumYears(library, '320100')).toEqual([]);
  });
});

describe('explanations', () => {
  const premiumInput: PremiumInput = {
    area: '340500',
    coverageYear: 2026,
    payDate: '2025-11-01',
    member: { group: 'ordinary', insuredPriorYears: false, age: 0 },
    history: { missedYears: 0, repairedYears: 0 },
  };

  test('mark a weak source in the sentence itself', () => {
    const { lines } = answered(premium(library, premiumInput));
    for (const line of lines) expect(line.text.includes('依据较弱')).toBe(line.source?.grade === 'weak');
    expect(lines.map(({ code }) => code)).toEqual([
      'premium',
      'window-open',
      'benefits-in-window',
      'benefits-to',
      'first-enrolment',
      'no-waiting',
      'no-grace',
      'newborn',
    ]);
    for (const line of lines) expect(line.weak === true, line.code).toBe(line.source?.grade === 'weak');
    expect(lines.filter(({ applied }) => applied === false).map(({ code }) => code)).toEqual([
      'no-waiting',
      'no-grace',
      'newborn',
    ]);
  });

  test('warn when the wait outlasts the coverage year', () => {
    const late = { ...premiumInput, coverageYear: 2025, payDate: '2025-11-01' };
    const result = answered(premium(library, late));
    expect(result).toMatchObject({ benefitsFrom: '2026-02-01', waitingMonths: 3 });
    expect(result.lines.map(({ code }) => code)).toContain('benefits-after-coverage');
  });

  test('give every refusal a reason with a Chinese sentence that ends', () => {
    const answer = eligibility(library, {
      date: '2025-01-01',
      giver: { area: '211200', scheme: 'resident', status: 'suspended', balanceFen: 0 },
      member: { area: '110100', scheme: 'resident', status: 'ended' },
      relation: 'child',
      existingMembers: 10,
    });
    const { reasons, eligible } = answered(answer);
    expect(eligible).toBe(false);
    expect(reasons.map(({ code }) => code)).toEqual([
      'giver-not-employee',
      'giver-status-not-normal',
      'giver-balance-empty',
      'member-not-insured',
      'member-outside-province',
      'member-limit-reached',
    ]);
    for (const { text, source } of reasons) {
      expect(text).toMatch(/。$/);
      expect(source?.grade).toBeDefined();
    }
  });

  test('say why a limit or the policy held an account back', () => {
    const { lines } = answered(
      quote(library, {
        area: '211200',
        date: '2025-03-01',
        patient: { scheme: 'employee', retired: false, chronic: ['diabetes'] },
        institution: { kind: 'hospital', level: 1, area: '211200' },
        bill: { totalFen: 10000, whollySelfPaidFen: 1000, overPriceLimitFen: 0, preSelfPaidFen: 0 },
        yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
        accounts: [{ owner: 'giver-1', priorYearFen: 9000, currentYearFen: 0, limitFen: 100 }],
      }),
    );
    const notes = lines.filter(({ group }) => group === 'note').map(({ code }) => code);
    expect(notes).toEqual([
      'total',
      'in-scope',
      'chronic-apart',
      'rate-up-to',
      'not-payable-from-accounts',
      'limit-reached',
    ]);
  });
});

describe("a policy's name", () => {
  const hashesOf = (change: (path: string, text: string) => string): Map<string, string> => {
    const loaded = loadLibrary(
      readPolicyTexts().map(({ path, text }) => ({ path, text: change(path, text) })),
    );
    if (!loaded.ok) throw new Error(loaded.errors[0]?.message);
    return new Map([...loaded.library.areas.values()].map(({ area, ref }) => [area, ref.hash]));
  };
  const before = hashesOf((_path, text) => text);

  test('does not change with comments or order of keys', () => {
    expect(hashesOf((_path, text) => `# a comment\n${text}`)).toEqual(before);
  });

  test('changes with any figure of any of its layers, and only there', () => {
    const ofArea = hashesOf((path, text) =>
      path.includes('tieling') ? text.replace('fen: 300000', 'fen: 300001') : text,
    );
    expect(ofArea.get('211200')).not.toBe(before.get('211200'));
    expect(ofArea.get('340500')).toBe(before.get('340500'));
    const ofNation = hashesOf((_path, text) => text.replace('monthsAtLeast: 6', 'monthsAtLeast: 7'));
    for (const area of before.keys()) expect(ofNation.get(area)).not.toBe(before.get(area));
  });

  test('carries the latest version of its layers', () => {
    const texts = readPolicyTexts().map(({ path, text }) => ({
      path,
      text: path.includes('anhui') ? text.replace("'2026-11-22.1'", "'2026-11-22.10'") : text,
    }));
    const loaded = loadLibrary(texts);
    const versions = loaded.ok ? [...loaded.library.areas.values()].map(({ ref }) => ref) : [];
    expect(versions.filter(({ version }) => version === '2026-11-22.10').map(({ id }) => id)).toEqual([
      '340500',
    ]);
  });
});
