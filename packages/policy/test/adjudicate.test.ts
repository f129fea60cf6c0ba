// The rules of adjudication one by one, told as a person would: registration, filing, accounts, reversal, policy items.
import { describe, expect, test } from 'vitest';
import { giveBack, parseQuoteInput, policyItems, quote } from '../src/index.ts';
import type { Line, QuoteAccount, QuoteInput, QuoteResult } from '../src/index.ts';
import { EXAMPLE_CITY, libraryWithExample } from './example-city.ts';
import { answered } from './library.ts';

const library = libraryWithExample();

const base: QuoteInput = {
  area: EXAMPLE_CITY,
  date: '2025-06-15',
  patient: { scheme: 'employee', retired: false, chronic: [] },
  institution: { kind: 'hospital', level: 1, area: EXAMPLE_CITY },
  bill: { totalFen: 100_000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  yearToDate: { deductibleFen: 20_000, fundPaidFen: 0 },
  accounts: [],
};
const ask = (change: Partial<QuoteInput>): QuoteResult => answered(quote(library, { ...base, ...change }));
const patient = (change: Partial<QuoteInput['patient']>) => ({ patient: { ...base.patient, ...change } });
const giver = (change: Partial<QuoteAccount>): QuoteAccount => ({
  owner: 'giver-1',
  priorYearFen: 50_000,
  currentYearFen: 10_000,
  ...change,
});
const note = ({ lines }: QuoteResult, code: string): Line | undefined =>
  lines.find((line) => line.group === 'note' && line.code === code);

describe('a registration for a chronic disease', () => {
  const chronic = ['hypertension'];
  const on = (date: string) =>
    ask({
      date,
      ...patient({
        chronic,
        registrations: [{ disease: 'hypertension', from: '2025-01-01', to: '2025-07-01' }],
      }),
    });

  test('that holds gives the chronic benefit, from its first day to the day before it ends', () => {
    expect(on('2025-01-01').fundFen).toBe(95_000);
    expect(on('2025-06-30').fundFen).toBe(95_000);
  });

  test('that has lapsed gives the ordinary benefit, and a line says since when', () => {
    const result = on('2025-07-01');
    expect(result.fundFen).toBe(70_000);
    expect(note(result, 'chronic-registration-lapsed')).toMatchObject({
      applied: false,
      text: '高血压的登记从2025年7月1日起已经失效，请续办登记，慢性病待遇这次用不上，按普通门诊计算。',
    });
  });

  test('that is absent or not yet in force says so', () => {
    expect(note(on('2024-12-31'), 'chronic-registration-not-begun')?.text).toContain('2025年1月1日');
    const absent = ask(patient({ chronic, registrations: [] }));
    expect(note(absent, 'chronic-not-registered')?.text).toContain('没有登记高血压');
    expect(absent.fundFen).toBe(70_000);
  });

  test('is needed for every disease of the bill', () => {
    const result = ask(
      patient({
        chronic: ['hypertension', 'diabetes'],
        registrations: [{ disease: 'hypertension', from: '2025-01-01' }],
      }),
    );
    expect(note(result, 'chronic-not-registered')?.text).toContain('糖尿病');
  });
});

describe('treatment outside the insured area', () => {
  const away = { institution: { kind: 'hospital', level: 1, area: '210100' } } as const;
  const filed = (to: string, place = '2101') =>
    ask({ ...away, ...patient({ filing: { place, from: '2025-01-01', to } }) });

  test('with a filing is paid at the lower ratio, and says what it would have been at home', () => {
    const result = filed('2026-01-01');
    expect(result.fundFen).toBe(65_000);
    expect(note(result, 'elsewhere-ratio')).toMatchObject({ fen: 5_000, ratePerTenThousand: 6_500 });
    expect(note(result, 'elsewhere-catalogue')?.text).toContain('就医地的医保目录');
    expect(note(result, 'filing-holds')?.applied).toBeUndefined();
  });

  test('is warned of before the filing ends', () => {
    expect(note(filed('2025-07-15'), 'filing-ends-soon')?.text).toContain(
      '还有 30 天，从2025年7月15日起失效',
    );
    expect(note(filed('2025-07-16'), 'filing-ends-soon')).toBeUndefined();
  });

  test('after the filing lapsed is refused or reduced by the rule of the area on that day', () => {
    const refused = filed('2025-06-15');
    expect(refused.fundFen).toBe(0);
    expect(note(refused, 'filing-lapsed')).toMatchObject({ applied: false });
    expect(note(refused, 'elsewhere-refused')?.text).toContain('统筹基金不支付');
    const later = ask({
      ...away,
      date: '2026-03-01',
      ...patient({ filing: { place: '21', from: '2025-01-01', to: '2026-01-01' } }),
    });
    expect(later.fundFen).toBe(10_000);
  });

  test('without a filing, or with one for another place, is paid as unfiled', () => {
    expect(ask(away).fundFen).toBe(50_000);
    expect(note(ask(away), 'filing-absent')).toMatchObject({ applied: false });
    expect(note(filed('2026-01-01', '11'), 'filing-for-another-place')?.text).toContain('不是这家医院');
  });

  test('names the figure that nobody has recorded', () => {
    const result = ask({ ...away, date: '2026-03-01' });
    expect(result.fundFen).toBe(0);
    expect(note(result, 'elsewhere-not-recorded')).toMatchObject({
      parameter: 'outpatient.elsewhere.unfiled',
      applied: false,
    });
    expect(note(result, 'elsewhere-catalogue')).toMatchObject({ applied: false });
  });

  test('at a level of the ratio that the reduction would take below zero pays nothing, not less', () => {
    const result = ask({
      institution: { kind: 'hospital', level: 3, area: '210100' },
      date: '2026-03-01',
      ...patient({ scheme: 'resident', filing: { place: '21', from: '2025-01-01', to: '2026-01-01' } }),
    });
    expect(result.fundFen).toBe(0);
  });
});

describe('accounts', () => {
  const pays = (account: QuoteAccount, change: Partial<QuoteInput> = {}) => {
    const result = ask({ ...change, accounts: [account] });
    return {
      fen: result.sharedFen[0]?.fen,
      notes: result.lines.filter(({ owner, group }) => owner && group === 'note'),
    };
  };

  test('stop at the limit of one payment, of the year, and of the wallet quota, whichever is least', () => {
    expect(pays(giver({ limitFen: 900, yearLimitLeftFen: 800, quotaFen: 700 }))).toMatchObject({
      fen: 700,
      notes: [{ code: 'quota-reached' }],
    });
    expect(pays(giver({ yearLimitLeftFen: 800 }))).toMatchObject({
      fen: 800,
      notes: [{ code: 'year-limit-reached' }],
    });
    expect(pays(giver({ limitFen: 900 }))).toMatchObject({ fen: 900, notes: [{ code: 'limit-reached' }] });
  });

  test('of another province give nothing before 2026-01-09, then by wallet quota only', () => {
    const far = { area: '340500' };
    expect(pays(giver({ ...far, quotaFen: 5_000 }), { date: '2026-01-08' })).toMatchObject({
      fen: 0,
      notes: [{ code: 'other-province-closed', applied: false }],
    });
    expect(pays(giver(far), { date: '2026-01-09' })).toMatchObject({
      fen: 0,
      notes: [{ code: 'other-province-needs-quota', applied: false }],
    });
    expect(pays(giver({ ...far, quotaFen: 5_000 }), { date: '2026-01-09' }).fen).toBe(5_000);
  });

  test('of an area that shares prior years only keep the money of the current year', () => {
    const account = giver({ area: '340500', quotaFen: 90_000, priorYearFen: 1_000, currentYearFen: 7_000 });
    expect(pays(account, { date: '2026-02-01' })).toMatchObject({
      fen: 1_000,
      notes: [{ code: 'current-year-not-shareable', fen: 7_000, applied: false }],
    });
  });

  test('that are not needed or empty say why they gave nothing', () => {
    const enough = { owner: 'self', priorYearFen: 900_000, currentYearFen: 0 };
    const result = ask({ accounts: [giver({}), enough, giver({ owner: 'giver-2' })] });
    expect(result.ownAccountFen).toBe(30_000);
    expect(result.sharedFen).toEqual([
      { owner: 'giver-1', fen: 0 },
      { owner: 'giver-2', fen: 0 },
    ]);
    expect(note(result, 'account-not-needed')?.text).toBe(
      '第 1 位授权人的个人账户没有动用：前面的已经付清。',
    );
    expect(pays(giver({ priorYearFen: 0, currentYearFen: 0 })).notes).toMatchObject([
      { code: 'account-empty' },
    ]);
  });
});

describe('a reversal', () => {
  test('gives back exactly what the bill had counted, also when later bills came between', () => {
    const first = ask({ yearToDate: { deductibleFen: 0, fundPaidFen: 0 } });
    const second = ask({ yearToDate: first.yearToDate });
    expect(second.deductibleFen).toBe(0);
    const back = answered(
      giveBack(library, {
        area: base.area,
        date: base.date,
        yearToDate: second.yearToDate,
        added: { deductibleFen: first.deductibleFen, fundPaidFen: first.fundFen },
      }),
    );
    expect(back.option).toBe('later-bills-stay');
    expect(back.yearToDate).toEqual({ deductibleFen: 0, fundPaidFen: second.fundFen });
    expect(back.lines.map(({ text }) => text)).toEqual([
      '退回这张账单计入今年起付线的 200.00 元。',
      '退回这张账单计入今年基金支付的 560.00 元。',
      '之后的账单不重新计算，已经付的不变；以后的账单按退回后的累计计算。',
    ]);
  });

  test('of more than was counted is a fault, and of an unknown area is refused', () => {
    const one = { date: base.date, yearToDate: base.yearToDate, added: { deductibleFen: 0, fundPaidFen: 1 } };
    expect(() => giveBack(library, { ...one, area: base.area })).toThrow(/more than was counted/);
    expect(giveBack(library, { ...one, area: '000000' })).toMatchObject({ ok: false });
  });
});

describe('policy items of the interface', () => {
  const bill = { totalFen: 1_000_000, whollySelfPaidFen: 100, overPriceLimitFen: 200, preSelfPaidFen: 300 };

  test('sum to the bill, with what the fund and the patient pay of each', () => {
    const items = policyItems(ask({ bill, yearToDate: { deductibleFen: 0, fundPaidFen: 0 } }).lines);
    expect(items.map(({ code, sumFen }) => [code, sumFen])).toEqual([
      ['101', 100],
      ['102', 300],
      ['103', 200],
      ['S001', 20_000],
      ['C000', 300_000 + 293_820],
      ['EC01', 999_400 - 20_000 - 593_820],
    ]);
    expect(items.find(({ code }) => code === 'C000')).toMatchObject({
      name: '门诊（无分段）',
      fundPayFen: 300_000,
      selfPayFen: 293_820,
      fundPayPerTenThousand: 7_000,
      selfPayPerTenThousand: 3_000,
    });
    expect(items.reduce((sum, { sumFen }) => sum + sumFen, 0)).toBe(bill.totalFen);
  });

  test('name what the fund refuses elsewhere by an item of its own', () => {
    const institution = { kind: 'hospital', level: 1, area: '210100' } as const;
    const filing = { place: '21', from: '2024-01-01', to: '2025-01-01' };
    const items = policyItems(ask({ institution, ...patient({ filing }) }).lines);
    expect(items).toMatchObject([{ code: 'S000', selfPayFen: 100_000, fundPayFen: 0 }]);
  });
});

describe('the form of the new inputs', () => {
  const parsed = (change: object) => parseQuoteInput({ ...base, ...change });

  test('accepts registrations, filing, year limit, quota and area of an account', () => {
    const filing = { place: '21', from: '2025-01-01' };
    const registrations = [{ disease: 'diabetes', from: '2025-01-01', to: '2026-01-01' }];
    const accounts = [giver({ yearLimitLeftFen: 1, quotaFen: 2, area: '340500' })];
    expect(parsed({ ...patient({ filing, registrations }), accounts }).ok).toBe(true);
  });

  test('refuses a span that ends before it begins, and a place that is no area', () => {
    const backwards = { disease: 'diabetes', from: '2026-01-01', to: '2025-01-01' };
    expect(parsed(patient({ registrations: [backwards] }))).toMatchObject({
      ok: false,
      field: 'patient.registrations[0].to',
    });
    expect(parsed(patient({ filing: { place: '2', from: '2025-01-01' } }))).toMatchObject({
      ok: false,
      field: 'patient.filing.place',
    });
  });
});
