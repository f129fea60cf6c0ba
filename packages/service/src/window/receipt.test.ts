// Promises of the receipt at the window: the clerk prints what the person could print, and the look is on record.
import type { StaffRole } from '@gongji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServices } from '../index.ts';
import type { Services } from '../index.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee } from '../../test/people.ts';
import { addFamily } from '../../test/premium-family.ts';
import { as, codeOf, newKey, on, value } from '../../test/world.ts';

const day = '2024-10-15';
const stranger = employee({ name: '样外人' });
let world: MoneyWorld;
let services: Services;
beforeAll(async () => {
  world = await openMoneyWorld();
  services = createServices(world.deps);
  await world.add(stranger);
  await world.person.importStaff([
    { staffNo: 'W1', name: '演窗口', role: 'window-clerk', area: '340500' },
    { staffNo: 'S1', name: '演主管', role: 'supervisor', area: '340500' },
  ]);
});
afterAll(async () => {
  await services.close();
  await world.close();
});

const staff = (staffNo: string, role: StaffRole, area = '340500') =>
  on(day, { kind: 'staff', staffNo, role, area, institutionCode: null });

test('the clerk prints the receipt of the person who is there, for nobody else, and is seen to have looked', async () => {
  const { window, receipt, record } = services;
  const [giver, child] = await addFamily(world);
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const { quoteId } = value(await world.premium.quote(as(giver), body));
  const pay = await world.premium.pay(as(giver), { quoteId, cashForShortfall: false }, newKey());
  const { paymentId } = value(pay);
  const clerk = staff('W1', 'window-clerk');
  const sights = async () =>
    value(await record.get(staff('S1', 'supervisor'), 'premium', paymentId)).sights.filter(({ by }) =>
      by.includes('W1'),
    );

  expect(codeOf(await window.receipt(clerk, stranger.personNo, paymentId))).toBe('not-found');
  const other = staff('W2', 'window-clerk', '211200');
  expect(codeOf(await window.receipt(other, giver.personNo, paymentId))).toBe('not-found');
  expect(await sights()).toEqual([]);

  const printed = value(await window.receipt(clerk, giver.personNo, paymentId));
  expect(printed).toEqual(value(await receipt.premium(as(giver), paymentId)));
  expect(value(await window.receipt(clerk, child.personNo, paymentId))).toEqual(printed);
  expect(await sights()).toMatchObject([{ text: '查阅', by: '演窗口 W1' }]);
});
