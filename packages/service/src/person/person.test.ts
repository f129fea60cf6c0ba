// People: what they see of themselves, how they are found, and opening data that is brought in once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const giver = employee({ name: '样明远' });
const resident = person({ name: '样小禾', student: true, chronic: ['hypertension'], missedYears: 2 });
const currentOnly = employee({ name: '试今年', parts: [{ partYear: 2024, fen: 90000 }] });
const tieling = employee({ name: '演国栋', area: '211200' });
const elsewhere = employee({ name: '例广州', area: '440100' });
const at = new Date('2024-01-02T09:00:00+08:00');

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver, resident, currentOnly, tieling, elsewhere);
});
afterAll(() => world.close());

test('an employee of Maanshan sees both parts, and shares the prior years only', async () => {
  expect(value(await world.services.person.me(as(giver)))).toMatchObject({
    person: { name: '样明远', area: '340500', areaName: '马鞍山市' },
    maskedPhone: expect.stringMatching(/^199\*{4}\d{4}$/) as unknown,
    account: {
      priorYearFen: 286000,
      currentYearFen: 64000,
      heldFen: 0,
      shareableFen: 286000,
      shareablePart: 'prior-year',
    },
    canGive: true,
    cannotGiveReason: null,
  });
});

test('next year the whole of it is prior-year money, without any posting', async () => {
  const me = value(await world.services.person.me(as(giver, '2025-01-01')));
  expect(me.account).toMatchObject({ priorYearFen: 350000, currentYearFen: 0, shareableFen: 350000 });
});

test('an employee of Tieling shares all of it', async () => {
  const { account } = value(await world.services.person.me(as(tieling)));
  expect(account).toMatchObject({ shareableFen: 350000, shareablePart: 'all' });
});

test('money on hold is shown and no longer shareable', async () => {
  const outcome = await world.ledger.submit({
    ...{ type: 'hold', key: 'h1', area: '211200', kind: 'premium', reference: 'pre_1', at },
    businessDate: '2024-10-15',
    expiresAt: new Date('2025-10-15T00:00:00+08:00'),
    legs: [
      {
        account: { area: '211200', kind: 'personal', owner: tieling.personNo, partYear: 2023 },
        amountFen: 40000,
      },
    ],
  });
  expect(outcome.ok).toBe(true);
  const { account } = value(await world.services.person.me(as(tieling)));
  expect(account).toMatchObject({ priorYearFen: 286000, heldFen: 40000, shareableFen: 310000 });
});

test('whoever cannot give is told why, in words', async () => {
  const reasonOf = async (one: typeof giver) => value(await world.services.person.me(as(one)));
  expect(await reasonOf(resident)).toMatchObject({
    canGive: false,
    cannotGiveReason: '只有参加职工医保的人才能授权家人使用个人账户。',
  });
  expect((await reasonOf(currentOnly)).cannotGiveReason).toBe('您的个人账户没有可以共济的余额。');
  expect(await reasonOf(elsewhere)).toMatchObject({
    account: { shareablePart: 'not-recorded', shareableFen: 0 },
    cannotGiveReason: expect.stringContaining('还没有收录') as unknown,
  });
});

test('people are found by identity number and person number, and strangers are not', async () => {
  const { person: people } = world.services;
  expect(await people.findByIdNumber(resident.idNumber)).toMatchObject({
    personNo: resident.personNo,
    student: true,
    chronic: ['hypertension'],
    missedYears: 2,
    bornOn: '1980-03-05',
  });
  expect(await people.findByIdNumber('11010519491231002X')).toBeUndefined();
  expect(await people.mark('nobody')).toBeUndefined();
  expect(codeOf(await people.me(on('2024-10-15', { kind: 'person', personNo: '0', area: '340500' })))).toBe(
    'not-found',
  );
});

test('opening data brought in again, on a later day, changes nothing', async () => {
  const { person: people } = world.services;
  const later = new Date('2025-03-02T09:00:00+08:00');
  await people.import([{ ...giver, name: '改了名' }, resident], later);
  const me = value(await people.me(as(giver)));
  expect(me.person.name).toBe('样明远');
  expect(me.account.priorYearFen).toBe(286000);
  const funds = [{ area: '211200', scheme: 'employee', year: 2024, fen: 5_000_000_00 } as const];
  await people.importFunds(funds, at);
  await people.importFunds(funds, later);
  const [fund] = await world.ledger.balances([{ area: '211200', kind: 'fund', owner: 'employee' }]);
  expect(fund?.netFen).toBe(5_000_000_00);
  expect(await world.ledger.verify()).toMatchObject({ ok: true });
});

test('opening money that comes when its first day is sealed is posted on the day of its import, once', async () => {
  const { person: people } = world.services;
  const area = '210000';
  const funds = (fen: number) => [{ area, scheme: 'employee', year: 2024, fen }] as const;
  await people.importFunds([{ area, scheme: 'resident', year: 2023, fen: 100 }], at);
  await world.ledger.sealDay(area, '2024-02-29');
  const march = new Date('2024-03-04T09:00:00+08:00');
  await people.importFunds(funds(700), march);
  await people.importFunds(funds(700), new Date('2024-03-09T09:00:00+08:00'));
  const account = { area, kind: 'fund', owner: 'employee' } as const;
  const statement = await world.ledger.accountStatement({ account, from: '2024-01-01', to: '2024-12-31' });
  expect(statement?.entries.map(({ businessDate, amountFen }) => [businessDate, amountFen])).toEqual([
    ['2024-03-04', 700],
  ]);
  await expect(people.importFunds(funds(701), march)).rejects.toThrow('key-reused-with-other-content');
  await expect(
    people.importFunds(
      [{ area, scheme: 'other', year: 2024, fen: 5 }] as never,
      new Date('2024-02-01T09:00:00+08:00'),
    ),
  ).rejects.toThrow('已经日结封存');
});

test('institutions and staff are kept with their secrets and roles', async () => {
  const { person: people } = world.services;
  const pharmacy = {
    code: 'P21120000001',
    name: '铁岭样例药店',
    kind: 'pharmacy',
    level: null,
    area: '211200',
    accessKey: 'AK1',
    secret: 'SK1',
  } as const;
  for (let times = 0; times < 2; times += 1) {
    await people.importInstitutions([pharmacy]);
    await people.importStaff([
      { staffNo: 'C1', name: '演收费', role: 'cashier', area: '211200', institutionCode: pharmacy.code },
    ]);
  }
  expect(await people.institutionByAccessKey('AK1')).toMatchObject({ ...pharmacy, state: 'open' });
  expect(await people.staff('C1')).toEqual({
    ...{ staffNo: 'C1', name: '演收费', role: 'cashier', area: '211200', areaName: '铁岭市' },
    institution: { code: pharmacy.code, name: pharmacy.name, kind: 'pharmacy', level: null, area: '211200' },
  });
  expect(await people.staff('nobody')).toBeUndefined();
});
