// The clients of the outside world, against the simulators: what was answered is told, and no answer is silence.
import { partNames, startPart } from '@gongji/outside';
import type { PartName, RunningPart } from '@gongji/outside';
import { sampleWorld } from '@gongji/sample';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogTo } from '../log.ts';
import { createCall } from './call.ts';
import { cashChannelOverHttp } from './cash-channel.ts';
import { registryOverHttp } from './registry.ts';
import { smsOverHttp } from './sms.ts';
import { taxBureauOverHttp } from './tax-bureau.ts';
import { z } from 'zod';

const lines: string[] = [];
const log = createLogTo((line) => lines.push(line));
const parts: Partial<Record<PartName, RunningPart>> = {};
const urlOf = (name: PartName): string => parts[name]?.url ?? '';
const world = sampleWorld();
const child = world.people.find((person) => person.area === '340500' && person.scheme === 'resident');
if (!child) throw new Error('the sample world has no resident in Maanshan');

beforeAll(async () => {
  for (const name of partNames.filter((part) => part !== 'identity')) {
    parts[name] = await startPart(name, {
      basePort: 0,
      publicUrl: 'http://localhost:7300',
      day: world.demoDate,
    });
  }
});
afterAll(() => Promise.all(Object.values(parts).map((part) => part.close())));

async function fault(name: PartName, body: object): Promise<void> {
  const response = await fetch(`${urlOf(name)}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

test('the registry tells identity, kinship and insurance', async () => {
  const registry = registryOverHttp(urlOf('registry'), log);
  const kinship = world.kinships[0];
  const person = world.people.find(({ personNo }) => personNo === kinship?.personNo);
  const relative = world.people.find(({ personNo }) => personNo === kinship?.relativeNo);
  if (!kinship || !person || !relative) throw new Error('the sample world has no kinship');
  expect(await registry.checkIdentity(child.name, child.idNumber)).toEqual({ result: 'match' });
  expect(await registry.checkIdentity('样不对', child.idNumber)).toEqual({ result: 'mismatch' });
  expect(await registry.checkKinship(person.idNumber, relative.idNumber, kinship.relation)).toEqual({
    result: 'confirmed',
  });
  expect(await registry.findInsurance(child.idNumber)).toMatchObject({
    result: 'found',
    personNo: child.personNo,
    area: '340500',
    group: child.group,
  });
  expect(await registry.findInsurance('110101199001011234')).toEqual({ result: 'not-found' });
});

test('the tax bureau assesses, takes a payment once, and tells what became of it', async () => {
  const taxBureau = taxBureauOverHttp(urlOf('tax'), log);
  const assessed = await taxBureau.assess(child.idNumber, child.area, 2025);
  if (assessed.result !== 'assessed') throw new Error('no assessment');
  const payment = {
    reference: 'prm_1',
    idNumber: child.idNumber,
    area: child.area,
    coverageYear: 2025,
    amountFen: assessed.amountFen,
  };
  expect(await taxBureau.query('prm_1')).toEqual({ result: 'never-arrived' });
  const accepted = await taxBureau.pay(payment);
  expect(accepted).toMatchObject({ result: 'accepted' });
  expect(await taxBureau.pay(payment)).toEqual(accepted);
  expect(await taxBureau.query('prm_1')).toEqual(accepted);
  expect(await taxBureau.pay({ ...payment, reference: 'prm_2' })).toEqual({
    result: 'refused',
    reason: '已缴费',
  });
  expect((await taxBureau.assess('110101199001011234', '340500', 2025)).result).toBe('none');
  expect(await taxBureau.pay({ ...payment, amountFen: 1 }), 'other content').toEqual({ result: 'silent' });
});

test('the cash channel opens, pays, refunds and closes orders', async () => {
  const cash = cashChannelOverHttp(urlOf('cash'), log);
  const order = { amountFen: 100, subject: '差额', returnUrl: 'http://localhost:7300/premiums/x' };
  const created = await cash.createOrder({ reference: 'ord_1', area: '340500', ...order });
  if (created.result !== 'created') throw new Error('no order');
  expect(await cash.queryOrder('ord_1')).toEqual({ result: 'waiting' });
  expect(await cash.queryOrder('ord_9')).toEqual({ result: 'never-arrived' });
  expect((await cash.refundOrder('ord_1')).result).toBe('refused');
  await fetch(`${created.payUrl}/confirm`, { method: 'POST', redirect: 'manual' });
  expect(await cash.queryOrder('ord_1')).toEqual({ result: 'paid' });
  expect(await cash.closeOrder('ord_1')).toEqual({ result: 'paid' });
  expect(await cash.refundOrder('ord_1')).toEqual({ result: 'refunded' });
  await cash.createOrder({ reference: 'ord_2', area: '340500', ...order });
  expect(await cash.closeOrder('ord_2')).toEqual({ result: 'closed' });
});

test('a text message is sent', async () => {
  const sms = smsOverHttp(urlOf('sms'), log);
  const message = { reference: 'm1', phone: '19900000001', text: '测试' };
  expect(await sms.send(message)).toEqual({ result: 'sent' });
  // The key was used: whatever it carried then has left, and nothing leaves twice.
  expect(await sms.send({ ...message, text: '改了' })).toEqual({ result: 'sent' });
  expect(await sms.send({ ...message, reference: 'm2', phone: '1' })).toEqual({ result: 'refused' });
  const subscription = { reference: 'h1', host: 'alipay' as const, personNo: 'P-1', text: '测试' };
  expect(await sms.sendToHost(subscription)).toEqual({ result: 'sent' });
});

test('an error, a hanging socket and a closed port are silence', { timeout: 30_000 }, async () => {
  const taxBureau = taxBureauOverHttp(urlOf('tax'), log);
  await fault('tax', { fault: 'error', times: 1 });
  const payment = {
    reference: 'prm_3',
    idNumber: child.idNumber,
    area: child.area,
    coverageYear: 2026,
    amountFen: 1,
  };
  expect(await taxBureau.pay(payment)).toEqual({ result: 'silent' });
  await fault('tax', { fault: 'silent-before', times: 1 });
  const begunMs = performance.now();
  expect(await taxBureau.pay(payment)).toEqual({ result: 'silent' });
  expect(performance.now() - begunMs).toBeGreaterThan(4_500);
  expect(performance.now() - begunMs).toBeLessThan(8_000);
  const nobody = registryOverHttp('http://127.0.0.1:1', log);
  expect(await nobody.checkIdentity('样', child.idNumber)).toEqual({ result: 'silent' });
});

test('an answer of another shape, a redirect and a page instead of JSON are silence, and the log names nobody', async () => {
  const answers = ['{"result":"perhaps"}', '<html>', ''];
  let turn = 0;
  const server = createServer((_, response) => {
    const body = answers[turn] ?? '';
    response.writeHead(turn === 2 ? 302 : 200, { location: '/elsewhere' }).end(body);
    turn += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registry = registryOverHttp(url, log);
  while (turn < answers.length) {
    expect(await registry.checkIdentity(child.name, child.idNumber)).toEqual({ result: 'silent' });
  }
  await new Promise((resolve) => server.close(resolve));
  expect(lines.join('')).not.toContain(child.idNumber);
  expect(lines.join('')).not.toContain(child.name);
});

test('a body that is read late does not outlive the time limit', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const call = createCall('slow', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log);
  expect(await call({ method: 'GET', path: '/', answers: { 200: z.object({}) } })).toEqual({
    result: 'silent',
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
