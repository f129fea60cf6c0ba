// What is printed on receipts and proofs, and who gets them.
import type { PremiumPayment } from '@gongji/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { addFamily } from '../../test/premium-family.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';
import { createReceiptService } from './create.ts';
import { layouts, printedFacts } from './receipt.ts';
import type { ReceiptService } from './service.ts';

let world: MoneyWorld;
let receipts: ReceiptService;
const tieling = { area: '211200' };
const stranger = employee({ name: '样外人' });
beforeAll(async () => {
  world = await openMoneyWorld();
  receipts = createReceiptService(world.deps, world.premium);
  await world.add(stranger);
});
afterAll(() => world.close());

async function paid(): Promise<[PremiumPayment, PersonImport, PersonImport]> {
  const [giver, child] = await addFamily(world);
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const { quoteId } = value(await world.premium.quote(as(giver), body));
  const payment = await world.premium.pay(as(giver), { quoteId, cashForShortfall: false }, newKey());
  return [value(payment), giver, child];
}
const printed = (receipt: Parameters<typeof printedFacts>[0]) =>
  Object.fromEntries(printedFacts(receipt).map(({ label, value: text }) => [label, text]));

it('a paid premium is printed with its number, people and sums, for payer and member only', async () => {
  const [payment, giver, child] = await paid();
  const receipt = value(await receipts.premium(as(giver), payment.paymentId));
  expect(receipt.number).toBe(payment.receiptNo);
  expect(printed(receipt)).toMatchObject({
    参保人: '样小禾',
    缴费年度: '2025 年度',
    金额: '400.00 元',
    付款人: '样明远（马鞍山市）',
    税务票号: payment.taxReceiptNo,
    缴费时间: '2024年10月15日 10:30',
  });
  expect(printed(receipt)).not.toHaveProperty('现金补足');
  expect(JSON.stringify(receipt)).not.toContain(child.idNumber);
  expect(value(await receipts.premium(as(child), payment.paymentId))).toEqual(receipt);
  expect(codeOf(await receipts.premium(as(stranger), payment.paymentId))).toBe('not-found');
});

it('a premium that is not paid has no receipt', async () => {
  const [giver, child] = await addFamily(world, { parts: [{ partYear: 2023, fen: 100 }] });
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const { quoteId } = value(await world.premium.quote(as(giver), body));
  const payment = value(await world.premium.pay(as(giver), { quoteId, cashForShortfall: true }, newKey()));
  expect(payment.state).toBe('awaiting-cash');
  expect(codeOf(await receipts.premium(as(giver), payment.paymentId))).toBe('not-found');
});

it('a bill is printed whole for its patient, for the giver only what was taken, and never what the illness is', async () => {
  const giver = employee({ ...tieling, name: '演国栋' });
  const member = person({ ...tieling, name: '演桂芬', chronic: ['hypertension'] });
  await world.add(giver, member);
  await world.bind(giver, member);
  const till = cashier(hospitals.tieling1);
  const bill = { totalFen: 20000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 };
  const { quoteId } = value(
    await world.settlement.quote(till, {
      ...{ personNo: member.personNo, bill, chronic: [], accountUse: 'own-then-shared' },
    }),
  );
  const settlement = value(await world.settlement.settle(till, { quoteId }, newKey()));
  const usageId = value(await world.usage.list(as(giver))).asGiver[0]?.usageId ?? '';
  const whole = value(await receipts.usage(as(member), usageId));
  expect(whole.kind).toBe('settlement');
  expect(printed(whole)).toMatchObject({
    就医人: '演桂芬',
    医疗机构: '演示乡镇卫生院',
    总费用: '200.00 元',
    亲属个人账户共济付: `${(settlement.result.sharedFen / 100).toFixed(2)} 元`,
  });
  const used = value(await receipts.usage(as(giver), usageId));
  expect(used.kind).toBe('usage');
  expect(Object.keys(printed(used))).toEqual([...layouts.usage.labels, '使用时间']);
  expect(JSON.stringify([whole, used])).not.toMatch(/hypertension|高血压/);
  expect(codeOf(await receipts.usage(as(stranger), usageId))).toBe('not-found');
});

it('a relation is proved to both sides, first as bound, then as ended', async () => {
  const [, giver, child] = await paid();
  const { relationId } = value(await world.relation.list(as(giver))).given[0]!;
  const bound = value(await receipts.relation(as(giver), relationId));
  expect(bound.kind).toBe('binding');
  expect(printed(bound)).toMatchObject({ 授权人: '样明远', 使用人: '样小禾', 使用人是授权人的: '子女' });
  await world.unbind(giver, child);
  const ended = value(await receipts.relation(as(child), relationId));
  expect(ended.kind).toBe('unbinding');
  expect(printed(ended)).toHaveProperty('绑定日期');
  expect(ended.number).not.toBe(bound.number);
  expect(codeOf(await receipts.relation(as(stranger), relationId))).toBe('not-found');
});

it('no kind prints more values than it has labels', async () => {
  const [payment, giver] = await paid();
  const { relationId } = value(await world.relation.list(as(giver))).given[0]!;
  const all = [
    value(await receipts.premium(as(giver), payment.paymentId)),
    value(await receipts.relation(as(giver), relationId)),
  ];
  for (const { kind, values } of all) expect(values.length).toBe(layouts[kind].labels.length);
});
