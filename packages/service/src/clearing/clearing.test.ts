// Clearing as its officers see it: the own area only, from the month to the settlements behind it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee } from '../../test/people.ts';
import { codeOf, newKey, on, value } from '../../test/world.ts';
import { createClearingService } from './create.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const officer = (area: string, role: 'finance' | 'cashier' = 'finance') =>
  on('2024-11-02', { kind: 'staff', staffNo: `F${area}`, role, area, institutionCode: null });

it('shows what patients of an area owed elsewhere in the month, down to each settlement', async () => {
  const patient = employee({ name: '演国栋', area: '211200' });
  await world.add(patient);
  const till = cashier(hospitals.shenyang);
  const body = {
    personNo: patient.personNo,
    bill: { totalFen: 50_000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    chronic: [],
    accountUse: 'own-then-shared' as const,
  };
  const { quoteId } = value(await world.settlement.quote(till, body));
  const settled = value(await world.settlement.settle(till, { quoteId }, newKey()));
  const service = createClearingService(world.deps);
  const moment = { today: '2024-11-02', at: new Date('2024-11-02T09:00:00+08:00') };
  const positions = await service.run('2024-10', moment);
  expect(positions.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);

  const [month] = value(await service.list(officer('211200')));
  expect(month).toMatchObject({ month: '2024-10', receiveFen: 0 });
  expect(month?.payFen).toBeGreaterThan(0);
  expect(value(await service.list(officer('210100')))).toMatchObject([
    { payFen: 0, receiveFen: month?.payFen },
  ]);
  expect(value(await service.list(officer('340500')))).toEqual([]);
  const entries = value(await service.entries(officer('211200'), '2024-10', '210100'));
  expect(entries).toMatchObject([
    { kind: 'settlement', reference: settled.settlementId, fen: month?.payFen },
  ]);
  expect(value(await service.entries(officer('340500'), '2024-10', '210100'))).toEqual([]);
  expect(codeOf(await service.list(officer('211200', 'cashier')))).toBe('not-allowed');
  await world.expectSoundBooks();
});
