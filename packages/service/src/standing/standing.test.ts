// What a registration or a filing does to a bill on each side of its days, at the till and at the gateway's own question.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';
import { readEntitlement } from '../hospital/entitlement.ts';
import type { PersonImport } from '../index.ts';
import { transact } from '../kernel/transact.ts';
import { done } from '../kernel/result.ts';
import { filingFor, mostUseful } from './standing.ts';
import { filingsOf, recordStanding } from './store.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const tieling = { area: '211200' };
const inTieling = cashier(hospitals.tieling1);
const inShenyang = cashier(hospitals.shenyang);

async function patient(given: Partial<PersonImport> = {}): Promise<PersonImport> {
  const one = person({ ...tieling, name: '演桂芬', ...given });
  await world.add(one);
  return one;
}
const quote = (of: PersonImport, chronic: string[], at = inTieling) =>
  world.settlement.quote(at, {
    personNo: of.personNo,
    bill: { totalFen: 10000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    chronic,
    accountUse: 'own-then-shared',
  });
const linesOf = async (of: PersonImport, chronic: string[], at = inTieling) =>
  value(await quote(of, chronic, at)).result.lines;
const codes = (lines: { code: string }[]) => lines.map(({ code }) => code);

describe('a registration for a chronic disease', () => {
  const days = (from: string, to?: string) => ({
    registrations: [{ disease: 'hypertension', from, ...(to ? { to } : {}) }],
  });

  it('that holds pays at the rate of the disease, at the till and in the register shown there', async () => {
    const ill = await patient(days('2024-01-01', '2024-10-16'));
    expect(value(await quote(ill, ['hypertension'])).result.fundFen).toBe(9000);
    const shown = value(await world.settlement.patient(inTieling, { credential: ill.personNo }));
    expect(shown.chronic).toEqual([{ code: 'hypertension', name: '高血压', state: 'valid' }]);
  });

  it('that has lapsed pays as an ordinary bill, and the till reads why and what to do', async () => {
    const ill = await patient({ chronic: ['hypertension'], ...days('2023-01-01', '2024-10-15') });
    const { quoteId, result } = value(await quote(ill, ['hypertension']));
    expect(result.fundFen).toBeLessThan(9000);
    expect(result.lines.find(({ code }) => code === 'chronic-registration-lapsed')?.text).toContain(
      '2024年10月15日起已经失效，请续办登记',
    );
    const settled = value(await world.settlement.settle(inTieling, { quoteId }, newKey()));
    expect(codes(settled.result.lines)).toContain('chronic-registration-lapsed');
  });

  it('that has not begun says from when it will hold', async () => {
    const ill = await patient(days('2024-10-16'));
    expect(codes(await linesOf(ill, ['hypertension']))).toContain('chronic-registration-not-begun');
  });

  it('that is absent is refused with what to do, and one without days holds on any day', async () => {
    expect(codeOf(await quote(await patient(), ['hypertension']))).toBe('chronic-not-registered');
    const named = await patient({ chronic: ['hypertension'] });
    expect(value(await quote(named, ['hypertension'])).result.fundFen).toBe(9000);
  });

  it('is answered to a hospital that asks, by the day of the visit', async () => {
    const ill = await patient(days('2024-01-01', '2024-10-16'));
    const ask = async (today: string) => {
      const question = {
        personNo: ill.personNo,
        insutype: '390',
        medType: '14',
        diseaseCode: 'M03900',
        today,
      };
      return value(await readEntitlement(world.deps, question)).obstacle;
    };
    expect(await ask('2024-10-15')).toBe('');
    expect(await ask('2024-10-16')).toContain('没有有效');
  });
});

describe('a filing for treatment elsewhere', () => {
  const filed = (from: string, to?: string, place = '210100') => ({
    filings: [{ place, kind: 'temporary' as const, from, ...(to ? { to } : {}) }],
  });
  const elsewhere = async (given: Partial<PersonImport>) =>
    codes(await linesOf(await patient(given), [], inShenyang));

  it('that holds is said to hold; near its end it warns; after it, it has lapsed', async () => {
    expect(await elsewhere(filed('2024-01-01'))).toContain('filing-holds');
    expect(await elsewhere(filed('2024-01-01', '2025-06-01'))).toContain('filing-holds');
    const soon = await linesOf(await patient(filed('2024-01-01', '2024-11-14')), [], inShenyang);
    expect(soon.find(({ code }) => code === 'filing-ends-soon')?.text).toContain('还有 30 天');
    expect(await elsewhere(filed('2024-01-01', '2024-11-15'))).toContain('filing-holds');
    expect(await elsewhere(filed('2024-01-01', '2024-10-15'))).toContain('filing-lapsed');
  });

  it('that is absent, for another place or not begun counts as none, and says so', async () => {
    expect(await elsewhere({})).toContain('filing-absent');
    expect(await elsewhere(filed('2024-01-01', undefined, '11'))).toContain('filing-for-another-place');
    expect(await elsewhere(filed('2024-10-16'))).toContain('filing-not-begun');
  });

  it('plays no part at home', async () => {
    const home = codes(await linesOf(await patient(filed('2024-01-01', '2024-10-15')), []));
    expect(home.filter((code) => code.startsWith('filing'))).toEqual([]);
  });

  it('is chosen by the place first, then by what it says about the day', () => {
    const filings = [
      { place: '11', kind: 'long-stay' as const, from: '2024-01-01' },
      { place: '210100', kind: 'temporary' as const, from: '2023-01-01', to: '2023-06-01' },
      { place: '21', kind: 'temporary' as const, from: '2024-09-01', to: '2024-12-01' },
    ];
    const standing = { chronic: [], registrations: [], filings };
    expect(filingFor(standing, '210100', '2024-10-15')).toEqual({
      place: '21',
      from: '2024-09-01',
      to: '2024-12-01',
    });
    expect(filingFor(standing, '310000', '2024-10-15')?.place).toBe('21');
    expect(filingFor({ ...standing, filings: [] }, '310000', '2024-10-15')).toBeUndefined();
    expect(
      mostUseful([{ from: '2025-01-01' }, { from: '2023-01-01', to: '2024-01-01' }], '2024-10-15'),
    ).toEqual({ from: '2023-01-01', to: '2024-01-01' });
  });
});

describe('what the registry tells', () => {
  const told = (one: PersonImport, to?: string) => ({
    ...{ personNo: one.personNo, area: one.area },
    filings: [{ place: '31', kind: 'long-stay' as const, from: '2024-03-01', ...(to ? { to } : {}) }],
  });
  const record = (one: PersonImport, to?: string) =>
    transact(world.deps.pool, async (client) => {
      await recordStanding(client, [told(one, to)], new Date('2024-10-15T10:00:00+08:00'));
      return done(true);
    });
  const rows = async (one: PersonImport) => {
    const { rowCount } = await world.database.ownerPool.query(
      'select 1 from gongji.out_of_area_filing where person_no = $1',
      [one.personNo],
    );
    return rowCount;
  };

  it('is added once, and a change is a new row while the old one stays', async () => {
    const one = await patient();
    await record(one);
    await record(one);
    expect(await rows(one)).toBe(1);
    await record(one, '2024-12-01');
    expect(await rows(one)).toBe(2);
    expect(await filingsOf(world.deps.pool, one.personNo)).toMatchObject([
      { place: '31', from: '2024-03-01', to: '2024-12-01' },
    ]);
    await expect(world.deps.pool.query('update gongji.out_of_area_filing set to_day = null')).rejects.toThrow(
      'permission denied',
    );
  });
});

describe("a giver's limits", () => {
  it('reach the quote apart, so that the line names the one that held back', async () => {
    const giver = employee({ ...tieling, name: '演国栋' });
    const member = await patient();
    await world.add(giver);
    await world.bind(giver, member);
    const { given } = value(await world.relation.list(as(giver)));
    const body = {
      ...{ limitPaymentFen: null, limitYearFen: 2000, purposes: ['outpatient' as const] },
      ...{ usableFrom: null, usableTo: null, seenVersion: 1 },
    };
    value(await world.relation.changeControl(as(giver), given[0]!.relationId, body, newKey()));
    const { quoteId, result } = value(await quote(member, []));
    expect(result.sharedFen).toBe(2000);
    const settled = value(await world.settlement.settle(inTieling, { quoteId }, newKey()));
    const { rows } = await world.database.ownerPool.query<{ line: { code: string } }>(
      'select line from gongji.explanation_line where settlement_id = $1',
      [settled.settlementId],
    );
    expect(rows.map(({ line }) => line.code)).toContain('year-limit-reached');
  });
});
