// Accounts of staff: opened, changed and closed by the area's administrators, every step on record.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InstitutionImport } from '../index.ts';
import { codeOf, newKey, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const area = '211200';
const elsewhere = '340500';
const hospital: InstitutionImport = {
  ...{ code: 'H21120000001', name: '示例铁岭市中心医院', kind: 'hospital', level: 3, area },
  ...{ accessKey: 'AK', secret: 'SK' },
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const administrators = ['A1', 'A2'].map((staffNo) => ({ staffNo, area }));
  await world.services.person.importStaff(
    [...administrators, { staffNo: 'B1', area: elsewhere }].map((each) => ({
      ...each,
      name: `演${each.staffNo}`,
      role: 'administrator' as const,
    })),
  );
  await world.services.person.importInstitutions([hospital]);
});
afterAll(() => world.close());

const by = (staffNo: string, of = area) =>
  on('2024-10-16', { kind: 'staff', staffNo, role: 'administrator', area: of, institutionCode: null });
const account = (staffNo: string) => ({
  ...{ staffNo, name: '演新人', role: 'reviewer' as const, institutionCode: null, reason: '新入职' },
});
const opened = async (staffNo: string) =>
  value(await world.services.staff.create(by('A1'), account(staffNo), newKey()));

test('an account is opened once, and works at once', async () => {
  const key = newKey();
  const first = value(await world.services.staff.create(by('A1'), account('N1'), key));
  expect(first).toMatchObject({ role: 'reviewer', area, state: 'active', version: 1, isOwn: false });
  expect(value(await world.services.staff.create(by('A1'), account('N1'), key))).toEqual(first);
  expect(codeOf(await world.services.staff.create(by('A1'), account('N1'), newKey()))).toBe(
    'staff-number-taken',
  );
  expect(await world.services.person.staff('N1')).toMatchObject({ name: '演新人', role: 'reviewer' });
});

test('a number that another area uses is taken, and says no more than that', async () => {
  expect(codeOf(await world.services.staff.create(by('A1'), account('B1'), newKey()))).toBe(
    'staff-number-taken',
  );
});

test('another area’s accounts are neither seen nor changed', async () => {
  await opened('N2');
  const list = value(await world.services.staff.list(by('B1', elsewhere)));
  expect(list.items.map((item) => item.staffNo)).toEqual(['B1']);
  expect(list.institutions).toEqual([]);
  expect(codeOf(await world.services.staff.get(by('B1', elsewhere), 'N2'))).toBe('not-found');
  const change = { change: 'disable' as const, reason: '越权', seenVersion: 1 };
  expect(codeOf(await world.services.staff.change(by('B1', elsewhere), 'N2', change, newKey()))).toBe(
    'not-found',
  );
});

test('a cashier has an open institution of the area, nobody else has one', async () => {
  const cashier = { ...account('N3'), role: 'cashier' as const };
  const open = (institutionCode: string | null, role: 'cashier' | 'auditor' = 'cashier') =>
    world.services.staff.create(by('A1'), { ...cashier, role, institutionCode }, newKey());
  expect(codeOf(await open(null))).toBe('staff-institution-wrong');
  expect(codeOf(await open('H34050000001'))).toBe('staff-institution-wrong');
  expect(codeOf(await open(hospital.code, 'auditor'))).toBe('staff-institution-wrong');
  expect(value(await open(hospital.code)).institution).toEqual({ code: hospital.code, name: hospital.name });
});

test('a change of role is kept with its reason; a stale page changes nothing', async () => {
  await opened('N4');
  const change = { change: 'role' as const, role: 'finance' as const, institutionCode: null };
  const to = (seenVersion: number) =>
    world.services.staff.change(by('A2'), 'N4', { ...change, reason: '转岗', seenVersion }, newKey());
  expect(value(await to(1))).toMatchObject({ role: 'finance', version: 2 });
  expect(codeOf(await to(1))).toBe('state-changed');
  const { history } = value(await world.services.staff.get(by('A1'), 'N4'));
  expect(history.map(({ text, by: who, reason }) => ({ text, who, reason }))).toEqual([
    { text: '岗位由审核员改为财务。', who: '演A2 A2', reason: '转岗' },
    { text: '开通账号，岗位：审核员。', who: '演A1 A1', reason: '新入职' },
  ]);
});

test('a disabled account works no more, until it is enabled again', async () => {
  await opened('N5');
  const change = async (kind: 'disable' | 'enable', seenVersion: number) =>
    world.services.staff.change(by('A1'), 'N5', { change: kind, reason: '休假', seenVersion }, newKey());
  expect(codeOf(await change('enable', 1))).toBe('state-changed');
  expect(value(await change('disable', 1)).state).toBe('disabled');
  expect(await world.services.person.staff('N5')).toBeUndefined();
  value(await change('enable', 2));
  expect(await world.services.person.staff('N5')).toMatchObject({ staffNo: 'N5' });
});

test('a moved account waits, disabled, for the other area’s administrator', async () => {
  await opened('N6');
  const move = (to: string) =>
    world.services.staff.change(
      by('A1'),
      'N6',
      { change: 'move', area: to, reason: '调动', seenVersion: 1 },
      newKey(),
    );
  expect(codeOf(await move('110000'))).toBe('staff-area-unknown');
  expect(value(await move(elsewhere))).toMatchObject({ area: elsewhere, state: 'disabled', version: 2 });
  expect(codeOf(await world.services.staff.get(by('A1'), 'N6'))).toBe('not-found');
  expect(await world.services.person.staff('N6')).toBeUndefined();
  const enable = { change: 'enable' as const, reason: '已报到', seenVersion: 2 };
  value(await world.services.staff.change(by('B1', elsewhere), 'N6', enable, newKey()));
  expect(await world.services.person.staff('N6')).toMatchObject({ area: elsewhere });
});

test('nobody changes the own account', async () => {
  const change = { change: 'role' as const, role: 'finance' as const, institutionCode: null };
  const own = { ...change, reason: '自己改', seenVersion: 1 };
  expect(codeOf(await world.services.staff.change(by('A1'), 'A1', own, newKey()))).toBe('own-account');
});

test('two administrators who disable each other at once: one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const items = value(await world.services.staff.list(by('A1'))).items;
    const version = (staffNo: string) => items.find((item) => item.staffNo === staffNo)?.version ?? 0;
    const disable = (who: string, whom: string) =>
      world.services.staff.change(
        by(who),
        whom,
        { change: 'disable', reason: '互相停用', seenVersion: version(whom) },
        newKey(),
      );
    const outcomes = (await Promise.all([disable('A1', 'A2'), disable('A2', 'A1')])).map(codeOf);
    expect(outcomes.toSorted()).toEqual(['not-allowed', 'ok']);
    const { rows } = await world.database.ownerPool.query<{ staff_no: string }>(
      `select staff_no from gongji.staff where area = $1 and role = 'administrator' and state = 'active'`,
      [area],
    );
    expect(rows).toHaveLength(1);
    await world.database.ownerPool.query(`update gongji.staff set state = 'active' where area = $1`, [area]);
  }
});

test('the first administrator of an area is made once, and opens the next account', async () => {
  const moment = { at: new Date('2024-10-16T09:00:00+08:00'), today: '2024-10-16' };
  const first = (staffNo: string, of: string) =>
    world.services.staff.appointFirst({ area: of, staffNo, name: '演首任' }, moment);
  expect(codeOf(await first('F1', area))).toBe('administrator-exists');
  expect(codeOf(await first('A1', '210100'))).toBe('staff-number-taken');
  expect(codeOf(await first('F1', '999999'))).toBe('staff-area-unknown');
  const both = await Promise.all([first('F1', '210100'), first('F2', '210100')]);
  expect(both.map(codeOf).toSorted()).toEqual(['administrator-exists', 'ok']);
  const made = both[0]?.ok ? 'F1' : 'F2';
  const account = {
    staffNo: 'F3',
    name: '演新人',
    role: 'reviewer' as const,
    institutionCode: null,
    reason: '新入职',
  };
  value(await world.services.staff.create(by(made, '210100'), account, newKey()));
});

test('the records of accounts hold', async () => {
  expect(await world.services.verifyRecords()).toEqual([]);
});
