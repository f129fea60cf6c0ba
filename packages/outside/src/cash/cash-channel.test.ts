// Promises of the cash channel: an order moves only along its edges, and the truth is asked by reference.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';

let channel: TestedPart;
beforeAll(async () => {
  channel = await testedPart('cash');
});
beforeEach(() => channel.clearFaults());
afterAll(() => channel.close());

const order = (reference: string, changes: object = {}) => ({
  reference,
  amountFen: 25_000,
  subject: '补足居民医保费差额',
  returnUrl: 'http://localhost:7300/premiums/pay_1',
  ...changes,
});
const opened = async (reference: string) => {
  const { body } = await channel.post('/orders', order(reference));
  return { orderNo: String(body.orderNo), payUrl: String(body.payUrl) };
};
const press = (payUrl: string, action: 'confirm' | 'cancel') =>
  fetch(`${payUrl}/${action}`, { method: 'POST', redirect: 'manual' });
const stateOf = async (reference: string) => (await channel.get(`/orders/${reference}`)).body.state;

test('an order is opened once by its reference; other content is refused 409', async () => {
  const first = await channel.post('/orders', order('o-once'));
  expect(first.status).toBe(200);
  expect(await channel.post('/orders', order('o-once'))).toEqual(first);
  expect((await channel.post('/orders', order('o-once', { amountFen: 1 }))).status).toBe(409);
  expect((await channel.get('/orders/o-once')).body).toMatchObject({ state: 'waiting', amountFen: 25_000 });
});

test('an order without an amount, or that would lead to no web page, is refused', async () => {
  expect((await channel.post('/orders', order('o-zero', { amountFen: 0 }))).status).toBe(400);
  expect((await channel.post('/orders', order('o-half', { amountFen: 1.5 }))).status).toBe(400);
  expect(
    (await channel.post('/orders', order('o-script', { returnUrl: 'javascript:alert(1)' }))).status,
  ).toBe(400);
});

test('the page shows amount and subject, and text from outside cannot become markup', async () => {
  const { body } = await channel.post('/orders', order('o-page', { subject: '<b>差额</b>' }));
  const shown = await fetch(String(body.payUrl));
  const text = await shown.text();
  expect(text).toContain('250.00 元');
  expect(text).toContain('&lt;b&gt;差额&lt;/b&gt;');
  expect(text).toContain('确认支付');
  expect(text.match(/<h1>/g)).toHaveLength(1);
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('confirming pays once and leads back; pressing again changes nothing', async () => {
  const { payUrl } = await opened('o-pay');
  const answer = await press(payUrl, 'confirm');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('http://localhost:7300/premiums/pay_1');
  expect(await stateOf('o-pay')).toBe('paid');
  expect((await press(payUrl, 'confirm')).status).toBe(303);
  expect((await press(payUrl, 'cancel')).status).toBe(409);
  expect(await stateOf('o-pay')).toBe('paid');
});

test('cancelling closes the order and takes nothing; it cannot be paid afterwards', async () => {
  const { payUrl } = await opened('o-cancel');
  expect((await press(payUrl, 'cancel')).status).toBe(303);
  expect(await stateOf('o-cancel')).toBe('closed');
  const late = await press(payUrl, 'confirm');
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('已经关闭');
});

test('only a paid order is refunded, only a waiting one is closed, each as often as asked with one effect', async () => {
  const { payUrl } = await opened('o-refund');
  expect((await channel.post('/orders/o-refund/refund')).status).toBe(409);
  await press(payUrl, 'confirm');
  const close = await channel.post('/orders/o-refund/close');
  expect(close.status).toBe(409);
  expect(close.body.state).toBe('paid');
  const refund = await channel.post('/orders/o-refund/refund');
  expect(refund.body.state).toBe('refunded');
  expect(await channel.post('/orders/o-refund/refund')).toEqual(refund);
  await opened('o-close');
  expect((await channel.post('/orders/o-close/close')).body.state).toBe('closed');
  expect((await channel.post('/orders/o-close/close')).body.state).toBe('closed');
  expect((await channel.post('/orders/o-nowhere/refund')).status).toBe(404);
});

test('silent after: the order is there; silent before: it never arrived', async () => {
  await channel.fault({ fault: 'silent-after', times: 1 });
  expect(await channel.isSilent('/orders', order('o-after'))).toBe(true);
  expect(await stateOf('o-after')).toBe('waiting');
  await channel.fault({ fault: 'silent-before', times: 1 });
  expect(await channel.isSilent('/orders', order('o-before'))).toBe(true);
  expect(await stateOf('o-before')).toBe('never-arrived');
  expect((await channel.fault({ fault: 'error', idNumber: '1' })).status).toBe(400);
});

test('a fault can be for refunds alone', async () => {
  const { payUrl } = await opened('o-fault');
  await press(payUrl, 'confirm');
  await channel.fault({ fault: 'silent-after', operation: 'refund', times: 1 });
  expect(await channel.isSilent('/orders/o-fault/refund', {})).toBe(true);
  expect(await stateOf('o-fault')).toBe('refunded');
});

test('a restarted channel remembers orders and their states', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'outside-cash-'));
  const before = await testedPart('cash', { dataDirectory });
  const { body } = await before.post('/orders', order('o-kept'));
  await fetch(`${String(body.payUrl)}/confirm`, { method: 'POST', redirect: 'manual' });
  await before.close();
  const after = await testedPart('cash', { dataDirectory });
  expect((await after.get('/orders/o-kept')).body).toEqual({
    orderNo: body.orderNo,
    state: 'paid',
    amountFen: 25_000,
  });
  expect((await after.post('/orders', order('o-next'))).body.orderNo).not.toBe(body.orderNo);
  await after.close();
  rmSync(dataDirectory, { recursive: true });
});
