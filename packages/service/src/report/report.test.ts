// Dashboards tell what happened, whether summed before or just now, and open the list behind each number.
import type { MoneyReport } from '@gongji/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { codeOf, newKey, on, value } from '../../test/world.ts';
import { createReportService } from './create.ts';
import { paymentSums, writePayments } from './payments.testing.ts';
import type { ReportService } from './service.ts';

let world: MoneyWorld;
let service: ReportService;
const giver = employee({ name: '演国栋', area: '211200' });
const child = person({ name: '演小宝', area: '211200', scheme: 'resident' });
const supervisor = (area = '211200', role: 'supervisor' | 'reviewer' = 'supervisor') =>
  on('2024-10-16', { kind: 'staff', staffNo: `V${area}`, role, area, institutionCode: null });

const settle = async (
  personNo: string,
  hospital: (typeof hospitals)[keyof typeof hospitals],
  totalFen: number,
) => {
  const till = cashier(hospital);
  const quote = await world.settlement.quote(till, {
    personNo,
    bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    chronic: [],
    accountUse: 'own-then-shared',
  });
  return value(await world.settlement.settle(till, { quoteId: value(quote).quoteId }, newKey()));
};
const sumOf = ({ rows }: MoneyReport, source: string, purpose?: string) =>
  rows
    .filter((row) => row.source === source && (purpose === undefined || row.purpose === purpose))
    .reduce((sum, { fen }) => sum + fen, 0);

beforeAll(async () => {
  world = await openMoneyWorld();
  service = createReportService(world.deps);
  await world.add(giver, child);
  await world.bind(giver, child);
});
afterAll(() => world.close());

it('tells money by purpose, by whose it is and where it went, and takes off what was given back', async () => {
  const near = await settle(giver.personNo, hospitals.tieling1, 30_000);
  const shared = await settle(child.personNo, hospitals.tieling1, 8_000);
  const far = await settle(giver.personNo, hospitals.shenyang, 20_000);
  const drugs = await settle(giver.personNo, hospitals.pharmacy, 5_000);
  const back = await settle(giver.personNo, hospitals.tieling1, 4_000);
  const till = { ...cashier(hospitals.tieling1) };
  value(await world.settlement.reverse(till, back.settlementId, { reason: '收错了' }, newKey()));
  const report = value(await service.money(supervisor(), '2024-01', '2024-12'));
  const bills = [near, shared, far, drugs];
  expect(sumOf(report, 'own')).toBe(bills.reduce((sum, bill) => sum + bill.result.ownAccountFen, 0));
  expect(sumOf(report, 'shared')).toBe(shared.result.sharedFen);
  expect(shared.result.sharedFen).toBeGreaterThan(0);
  expect(sumOf(report, 'fund')).toBe(bills.reduce((sum, bill) => sum + bill.result.fundFen, 0));
  expect(sumOf(report, 'own', 'pharmacy')).toBe(drugs.result.ownAccountFen);
  expect(report.flows.find(({ toArea }) => toArea === '210100')?.fen).toBe(20_000 - far.result.cashFen);
  expect(report.rows.reduce((sum, { payments }) => sum + payments, 0)).toBe(5);
  const list = value(
    await service.list(supervisor(), {
      ...{ list: 'money', month: '2024-10', purpose: 'outpatient', source: 'shared' },
    }),
  );
  expect(list.items).toMatchObject([{ id: shared.settlementId, fen: shared.result.sharedFen }]);
  const there = value(await service.money(supervisor('210100'), '2024-01', '2024-12'));
  expect(there.rows).toMatchObject([{ source: 'elsewhere', payments: 1, fen: 20_000 - far.result.cashFen }]);
  expect(value(await service.money(supervisor('340500'), '2024-01', '2024-12')).rows).toEqual([]);
  expect(codeOf(await service.money(supervisor('211200', 'reviewer'), '2024-01', '2024-12'))).toBe(
    'not-allowed',
  );
});

it('counts relations by kind and opens them without a name', async () => {
  const { rows } = value(await service.relations(supervisor()));
  expect(rows).toEqual([{ relation: 'child', memberAreaName: '铁岭市', active: 1, ended: 0 }]);
  const list = value(
    await service.list(supervisor(), { list: 'relations', relation: 'child', state: 'active' }),
  );
  expect(list.items).toHaveLength(1);
  expect(JSON.stringify(list)).not.toContain(child.name);
});

it('answers empty where nothing happened, for every board', async () => {
  const report = value(await service.applications(supervisor(), '2024-10'));
  expect(report).toMatchObject({ received: 0, decided: 0, firstTimeRightPerTenThousand: null, backlog: [] });
  const premiums = value(await service.premiums(supervisor(), '2025'));
  expect(premiums).toMatchObject({ residents: 1, states: [], days: [] });
  expect(codeOf(await service.premiums(supervisor(), 'soon'))).toBe('day-wrong');
});

it('says the same before and after blocks are summed, and sums each block once', async () => {
  const before = value(await service.money(supervisor(), '2024-01', '2024-12'));
  await writePayments(world.database.ownerPool, 40_000);
  const live = value(await service.money(supervisor(), '2024-01', '2024-12'));
  const sums = await paymentSums(world.database.ownerPool);
  expect(sumOf(live, 'shared') - sumOf(before, 'shared')).toBe(sums.sharedFen);
  expect(sumOf(live, 'own') - sumOf(before, 'own')).toBe(sums.fen - sums.sharedFen);
  expect(await service.sumBlocks(1)).toBe(1);
  expect(await service.sumBlocks(10)).toBe(1);
  expect(await service.sumBlocks(10)).toBe(0);
  expect(value(await service.money(supervisor(), '2024-01', '2024-12'))).toEqual(live);
  const list = value(
    await service.list(supervisor(), {
      ...{ list: 'money', month: '2024-02', purpose: 'pharmacy', source: 'shared' },
    }),
  );
  expect(list.items).toHaveLength(200);
  expect(list.items.every(({ day }) => day.startsWith('2024-02'))).toBe(true);
});
