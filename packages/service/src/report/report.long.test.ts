// Ten million payments: the dashboards' sums are right, and how long each board takes is printed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { on, value } from '../../test/world.ts';
import { createReportService } from './create.ts';
import { paymentSums, writePayments } from './payments.testing.ts';

const count = Number(process.env.PAYMENTS ?? 10_000_000);
const blocksAtOnce = 20;
let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

it('answers every board from summed blocks', async () => {
  const service = createReportService(world.deps);
  await writePayments(world.database.ownerPool, count);
  const begun = performance.now();
  let blocks = 0;
  for (let done = -1; done !== 0; blocks += done) done = await service.sumBlocks(blocksAtOnce);
  const told: Record<string, number> = { blocks, sumBlocksMs: Math.round(performance.now() - begun) };
  const context = on('2024-12-31', {
    ...{ kind: 'staff', staffNo: 'V1', role: 'supervisor', area: '211200', institutionCode: null },
  });
  const boards = {
    money: () => service.money(context, '2024-01', '2024-12'),
    relations: () => service.relations(context),
    applications: () => service.applications(context, '2024-12'),
    premiums: () => service.premiums(context, '2025'),
    list: () =>
      service.list(context, { list: 'money', month: '2024-06', purpose: 'pharmacy', source: 'shared' }),
  };
  for (const [name, board] of Object.entries(boards)) {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const from = performance.now();
      const answer = await board();
      times.push(performance.now() - from);
      expect(answer.ok).toBe(true);
    }
    told[`${name}SlowestMs`] = Math.round(Math.max(...times));
  }
  const report = value(await service.money(context, '2024-01', '2024-12'));
  const sums = await paymentSums(world.database.ownerPool);
  expect(sums.count).toBe(count);
  expect(report.rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(sums.fen);
  expect(report.rows.reduce((sum, { payments }) => sum + payments, 0)).toBe(count);
  process.stdout.write(`${JSON.stringify({ payments: count, ...told })}\n`);
});
