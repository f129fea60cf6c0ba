// Comparing two policies: who gains, who loses, what the fund pays; the same for the same seed, and told to everybody.
import { describe, expect, test } from 'vitest';
import { readCaseTexts, readPolicyTexts } from '../node/index.ts';
import {
  differencePage,
  differenceSvg,
  openDraft,
  policyDifference,
  sharingTexts,
} from '../src/tools/index.ts';
import { populationOf } from '../src/tools/difference/population.ts';
import { answered, library } from './library.ts';

const files = (change: (path: string, text: string) => string) =>
  Object.fromEntries(
    [...readPolicyTexts(), ...readCaseTexts()].map(({ path, text }) => [path, change(path, text)]),
  );

function draftWith(file: string, from: string, to: string) {
  const draft = openDraft(files((path, text) => (path.endsWith(file) ? text.replace(from, to) : text)));
  if (draft.library === undefined) throw new Error(draft.problems[0]?.message);
  return draft.library;
}

const tieling = { library, area: '211200', date: '2025-03-01' };
const differenceTo = (after: typeof tieling, population = 400) =>
  answered(policyDifference(tieling, after, population, 7));
const groupOf = (difference: ReturnType<typeof differenceTo>, group: string) => {
  const found = difference.groups.find((one) => one.group === group);
  if (found === undefined) throw new Error(`no group ${group}`);
  return found;
};

describe('a population', () => {
  test('is the same for the same seed, another for another, and whole in its figures', () => {
    expect(populationOf(50, 1, ['diabetes'])).toEqual(populationOf(50, 1, ['diabetes']));
    expect(populationOf(50, 1, [])).not.toEqual(populationOf(50, 2, []));
    for (const { visits, age } of populationOf(500, 3, ['diabetes'])) {
      expect(Number.isInteger(age)).toBe(true);
      for (const { bill } of visits) {
        const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = bill;
        expect(totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen).toBeGreaterThanOrEqual(0);
        for (const fen of Object.values(bill)) expect(Number.isInteger(fen)).toBe(true);
      }
    }
  });
});

describe('a comparison', () => {
  test('of a policy with itself finds nothing', () => {
    const difference = differenceTo(tieling);
    expect(difference.figures).toEqual([]);
    for (const { gain, lose, fundBeforeFen, fundAfterFen } of difference.groups) {
      expect([gain, lose, fundAfterFen - fundBeforeFen]).toEqual([0, 0, 0]);
    }
  });

  test('shows who gains from a better ratio: retired people, nobody else, and the fund pays what they save', () => {
    const better = draftWith('tieling.yaml', 'retired: { level1: 7500', 'retired: { level1: 8500');
    const difference = differenceTo({ ...tieling, library: better });
    expect(difference.figures).toEqual([
      {
        field: 'outpatient.ordinary.employee.ratio.retired.level1',
        name: '普通门诊 · 职工 · 报销比例 · 退休 · 一级医院',
        sectionName: '门诊待遇',
        before: '75%',
        after: '85%',
      },
    ]);
    const retired = groupOf(difference, 'retired');
    expect(retired.gain).toBeGreaterThan(0);
    expect(retired.lose).toBe(0);
    expect(groupOf(difference, 'in-service').gain).toBe(0);
    const all = groupOf(difference, 'all');
    expect(all.gain).toBe(retired.gain);
    expect(all.fundAfterFen - all.fundBeforeFen).toBe(all.ownBeforeFen - all.ownAfterFen);
    expect(all.fundAfterFen).toBeGreaterThan(all.fundBeforeFen);
  });

  test('of a higher deductible takes from employees with bills, and not from the chronic benefit', () => {
    const worse = draftWith('tieling.yaml', 'level1Fen: 20000', 'level1Fen: 60000');
    const difference = differenceTo({ ...tieling, library: worse });
    expect(groupOf(difference, 'outpatient').lose).toBeGreaterThan(0);
    expect(groupOf(difference, 'chronic')).toMatchObject({ gain: 0, lose: 0 });
    expect(groupOf(difference, 'all').fundAfterFen).toBeLessThan(groupOf(difference, 'all').fundBeforeFen);
  });

  test('never counts what is not recorded as gain or loss', () => {
    const difference = differenceTo({ ...tieling, date: '2026-03-01' });
    const all = groupOf(difference, 'all');
    expect([all.gain, all.lose]).toEqual([0, 0]);
    const outpatient = groupOf(difference, 'outpatient');
    expect(outpatient.notComparable).toBe(outpatient.people);
    expect(outpatient.fundBeforeFen).toBe(0);
  });

  test('of two coverage years compares the premiums of each, year by year', () => {
    const maanshan = { library, area: '340500' };
    const difference = answered(
      policyDifference({ ...maanshan, date: '2023-03-01' }, { ...maanshan, date: '2025-03-01' }, 300, 1),
    );
    expect(difference.figures.find(({ name }) => name === '当年度 · 个人缴费 · 普通居民')).toMatchObject({
      before: '350.00 元',
      after: '400.00 元',
    });
    const premium = groupOf(difference, 'premium');
    expect(premium.lose).toBeGreaterThan(0);
    expect(premium.gain).toBe(0);
    // Free groups of 2023 were not found.
    expect(premium.notComparable).toBeGreaterThan(0);
  });

  test('shows what a wider shareable part does: relatives pay more, cash less, and nobody bears less in all', () => {
    const maanshan = { library, area: '340500', date: '2025-03-01' };
    const wider = draftWith('34-anhui.yaml', 'part: prior-year', 'part: all');
    const { groups } = answered(policyDifference(maanshan, { ...maanshan, library: wider }, 400, 7));
    const premium = groups.find(({ group }) => group === 'premium');
    if (premium === undefined) throw new Error('nobody pays a premium');
    const { relativesBeforeFen, relativesAfterFen, cashBeforeFen, cashAfterFen, gain, lose } = premium;
    expect(relativesAfterFen).toBeGreaterThan(relativesBeforeFen);
    expect(cashBeforeFen - cashAfterFen).toBe(relativesAfterFen - relativesBeforeFen);
    expect([gain, lose]).toEqual([0, 0]);
  });

  test('shows longer waiting to those who paid late or missed years', () => {
    const maanshan = { library, area: '340500', date: '2025-03-01' };
    const longer = draftWith('national.yaml', 'fixed: { months: 3', 'fixed: { months: 5');
    const { groups } = answered(policyDifference(maanshan, { ...maanshan, library: longer }, 400, 7));
    const premium = groups.find(({ group }) => group === 'premium');
    expect(premium?.waitingBeforeMonths).toBeGreaterThan(0);
    expect(premium?.waitingAfterMonths).toBeGreaterThan(premium?.waitingBeforeMonths ?? Infinity);
    expect(sharingTexts(premium!).join('')).toContain('待遇等待期合计');
  });

  test('takes no more from a relative than stands on the account, and leaves every fen with somebody', () => {
    const { groups } = differenceTo(tieling);
    for (const { ownAfterFen, relativesAfterFen, cashAfterFen } of groups) {
      expect(relativesAfterFen + cashAfterFen).toBeLessThanOrEqual(ownAfterFen);
    }
    const resident = groupOf(differenceTo(tieling), 'resident');
    expect(resident.relativesAfterFen + resident.cashAfterFen).toBe(resident.ownAfterFen);
  });

  test('counts everybody once in each way of grouping, and is the same when done again', () => {
    const other = { ...tieling, library: draftWith('tieling.yaml', 'level2: 6000', 'level2: 6500') };
    const difference = differenceTo(other);
    expect(differenceTo(other)).toEqual(difference);
    for (const dimension of ['kind', 'age'] as const) {
      const people = difference.groups.filter((one) => one.dimension === dimension);
      expect(people.reduce((sum, one) => sum + one.people, 0)).toBe(400);
    }
    for (const { people, gain, lose, same, notComparable } of difference.groups) {
      expect(gain + lose + same + notComparable).toBe(people);
    }
  });

  test('is refused without a policy, as everything is', () => {
    expect(policyDifference(tieling, { ...tieling, area: '320100' }, 1, 1)).toMatchObject({
      ok: false,
      reason: { code: 'no-policy-for-area' },
    });
  });
});

describe('its picture', () => {
  const difference = differenceTo({
    ...tieling,
    library: draftWith('tieling.yaml', 'level2: 6000', 'level2: 6500'),
  });

  test('tells in words what its bars tell, and takes nothing from elsewhere', () => {
    const svg = differenceSvg(difference);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="difference-title difference-words"/);
    for (const { name } of difference.groups) expect(svg).toContain(name);
    const page = differencePage(difference);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<link|@import/);
    expect(page.match(/<th scope="row">/g)?.length).toBe(
      difference.groups.length + difference.figures.length,
    );
  });

  test('lets no name break out of it', () => {
    const named = { ...difference, before: { ...difference.before, name: '<b>"&' } };
    expect(differencePage(named)).not.toContain('<b>"&');
    expect(differenceSvg(named)).toContain('&lt;b&gt;&quot;&amp;');
  });
});

describe('a draft in memory', () => {
  test('opens with its library and its cases, and leaves other files alone', () => {
    const draft = openDraft({ ...files((_path, text) => text), 'policies/README.md': '# not YAML' });
    expect(draft.problems).toEqual([]);
    expect(draft.library?.areas.get('211200')?.ref).toEqual(library.areas.get('211200')?.ref);
    expect(draft.cases.length).toBeGreaterThan(90);
  });

  test('tells every problem of every file with line and column', () => {
    const draft = openDraft(
      files((path, text) =>
        path.endsWith('tieling.yaml')
          ? text.replace('level1: 7000', 'level1: 70000')
          : text.replace('ask: eligibility', 'ask: eligible'),
      ),
    );
    expect(draft.library).toBeUndefined();
    expect(draft.cases).toEqual([]);
    expect(new Set(draft.problems.map(({ path }) => path)).size).toBeGreaterThan(2);
    for (const { line, column, message, path } of draft.problems) {
      expect(message.startsWith(`${path}:${line}:${column}: `)).toBe(true);
    }
  });
});
