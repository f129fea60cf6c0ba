// Filing treatment elsewhere, and the calculation that a page makes: its numbers are those of the till.
import { libraryFrom, quote, whatIfInput } from '@gongji/policy/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';
import type { PersonImport } from '../index.ts';
import { createStandingService } from './create.ts';
import type { StandingService } from './service.ts';

let world: MoneyWorld;
let standing: StandingService;
beforeAll(async () => {
  world = await openMoneyWorld();
  standing = createStandingService(world.deps, world.relation);
});
afterAll(() => world.close());

const tieling = { area: '211200' };

describe('a calculation before going to hospital', () => {
  const billOf = (totalFen: number) => ({
    ...{ totalFen, whollySelfPaidFen: totalFen >= 5000 ? 1500 : 0 },
    ...{ overPriceLimitFen: 0, preSelfPaidFen: 0 },
  });

  async function expectSameAsTill(
    patient: PersonImport,
    institution: (typeof hospitals)[keyof typeof hospitals],
    totalFen: number,
    chronic: string[] = [],
  ) {
    const bill = billOf(totalFen);
    const body = { personNo: patient.personNo, bill, chronic, accountUse: 'own-then-shared' as const };
    const till = value(await world.settlement.quote(cashier(institution), body)).result;
    const facts = value(await standing.calculatorFacts(as(patient), totalFen));
    const library = libraryFrom(value(standing.policyText(patient.area)).text);
    const { kind, level, area } = institution;
    const filing = facts.places.find((place) => place.area === area)?.filing;
    const answer = quote(
      library,
      whatIfInput(facts, {
        institution: level === null ? { kind, area } : { kind, level, area },
        ...(filing ? { filing } : {}),
        ...{ bill, chronic },
        sharedFen: kind === 'pharmacy' ? facts.sharedAtPharmacyFen : facts.sharedFen,
      }),
    );
    if (!answer.ok) expect.fail(answer.reason.message);
    const { fundFen, deductibleFen, ownAccountFen, sharedFen, cashFen, yearToDate, policy } = answer.value;
    expect({
      ...{ fundFen, deductibleFen, ownAccountFen, cashFen, yearToDate, policy },
      sharedFen: sharedFen.reduce((sum, { fen }) => sum + fen, 0),
    }).toEqual({
      ...{ fundFen: till.fundFen, deductibleFen: till.deductibleFen, ownAccountFen: till.ownAccountFen },
      ...{ cashFen: till.cashFen, yearToDate: till.yearToDate, policy: till.policy },
      sharedFen: till.sharedFen,
    });
    return till;
  }

  it('gives the numbers of the till: level, amount, year so far, limits, disease, place', async () => {
    const [first, second] = [
      employee({ ...tieling, name: '演国栋', parts: [{ partYear: 2023, fen: 4000 }] }),
      employee({ ...tieling, name: '演淑华' }),
    ];
    const parts = [{ partYear: 2024, fen: 3000 }];
    const registrations = [{ disease: 'hypertension', from: '2024-01-01' }];
    const filings = [{ place: '210100', kind: 'temporary' as const, from: '2024-01-01', to: '2024-11-01' }];
    const patient = employee({ ...tieling, name: '演守业', parts, registrations, filings });
    await world.add(first, second, patient);
    await world.bind(first, patient);
    await world.bind(second, patient);
    const { given } = value(await world.relation.list(as(second)));
    const control = {
      ...{ limitPaymentFen: 20000, limitYearFen: 90000, purposes: ['outpatient' as const] },
      ...{ usableFrom: null, usableTo: null, seenVersion: 1 },
    };
    value(await world.relation.changeControl(as(second), given[0]!.relationId, control, newKey()));

    for (const institution of Object.values(hospitals)) {
      for (const totalFen of [1, 4999, 30000, 250000]) {
        await expectSameAsTill(patient, institution, totalFen);
      }
    }
    await expectSameAsTill(patient, hospitals.tieling3, 40000, ['hypertension']);
    const { quoteId } = value(
      await world.settlement.quote(cashier(hospitals.tieling1), {
        ...{ personNo: patient.personNo, bill: billOf(120000), chronic: [], accountUse: 'own-then-shared' },
      }),
    );
    value(await world.settlement.settle(cashier(hospitals.tieling1), { quoteId }, newKey()));
    const after = await expectSameAsTill(patient, hospitals.tieling3, 90000);
    expect(after.yearToDate.fundPaidFen).toBeGreaterThan(after.fundFen);
  });

  it("tells of relatives' money no more than the amount asked about, and nothing of who gives it", async () => {
    const giver = employee({ ...tieling, name: '演国栋' });
    const member = person({ ...tieling, name: '演桂芬' });
    await world.add(giver, member);
    await world.bind(giver, member);
    const facts = value(await standing.calculatorFacts(as(member), 700));
    expect(facts.sharedFen).toBe(700);
    expect(JSON.stringify(facts)).not.toContain(giver.personNo);
    expect(codeOf(await standing.calculatorFacts(cashier(hospitals.tieling1), 700))).toBe('not-allowed');
    expect(codeOf(await standing.calculatorFacts(as(member), Number.NaN))).toBe('not-found');
    expect(codeOf(standing.policyText('320100'))).toBe('policy-not-recorded');
  });
});

describe('filing treatment elsewhere', () => {
  const body = {
    ...{ placeArea: '110000', kind: 'temporary' as const, from: '2024-10-20', lastDay: '2024-12-31' },
  };
  const file = (
    one: PersonImport,
    change: Partial<Parameters<StandingService['file']>[1]> = {},
    day?: string,
  ) => standing.file(as(one, day), { ...body, ...change }, newKey());

  it('records it once for a key, shows it, and warns before it lapses', async () => {
    const one = person({ ...tieling, name: '演桂芬' });
    await world.add(one);
    const key = newKey();
    value(await standing.file(as(one), body, key));
    const { filings, rules } = value(await standing.file(as(one), body, key));
    expect(filings).toMatchObject([
      { placeName: '北京市', from: '2024-10-20', lastDay: '2024-12-31', state: 'not-begun', daysLeft: null },
    ]);
    expect(rules).toMatchObject({ warnDaysBefore: 30, filed: { kind: 'not-recorded' }, catalogue: null });
    const stateOf = async (day: string) => value(await standing.outOfArea(as(one, day))).filings[0];
    expect(await stateOf('2024-12-01')).toMatchObject({ state: 'valid', daysLeft: 31 });
    expect(await stateOf('2024-12-02')).toMatchObject({ state: 'ending', daysLeft: 30 });
    expect(await stateOf('2024-12-31')).toMatchObject({ state: 'ending', daysLeft: 1 });
    expect(await stateOf('2025-01-01')).toMatchObject({ state: 'lapsed', daysLeft: null });
    expect(codeOf(await file(one, { from: '2024-12-31', lastDay: '2025-03-01' }))).toBe('filing-exists');
    expect(codeOf(await file(one, { from: '2025-01-01', lastDay: '2025-03-01' }))).toBe('ok');
    await world.expectSoundBooks();
  });

  it('is refused for the own city, for days that cannot be, and for who is not insured', async () => {
    const one = person({ ...tieling, name: '演桂芬' });
    const suspended = person({ ...tieling, name: '演停', status: 'suspended' });
    await world.add(one, suspended);
    expect(codeOf(await file(one, { placeArea: '211200' }))).toBe('filing-at-home');
    expect(codeOf(await file(one, { placeArea: '999999' }))).toBe('filing-place-unknown');
    expect(codeOf(await file(one, { from: '2024-10-14' }))).toBe('filing-days-wrong');
    expect(codeOf(await file(one, { lastDay: '2024-10-19' }))).toBe('filing-days-wrong');
    expect(codeOf(await file(one, { lastDay: null }))).toBe('filing-days-wrong');
    expect(codeOf(await file(suspended))).toBe('filing-not-insured');
    expect(codeOf(await file(one, { kind: 'long-stay', lastDay: null }))).toBe('ok');
  });

  it('says that nothing is recorded where the policy has no rule of treatment elsewhere', async () => {
    const one = person({ name: '样小禾' });
    await world.add(one);
    expect(value(await standing.outOfArea(as(one))).rules).toBeNull();
  });
});
