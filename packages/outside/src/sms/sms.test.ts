// Promises of the SMS gateway.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personNamed, testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';

let gateway: TestedPart;
beforeAll(async () => {
  gateway = await testedPart('sms');
});
beforeEach(() => gateway.clearFaults());
afterAll(() => gateway.close());

const { phone } = personNamed('样明远');

test('a message is sent once per reference and can be read', async () => {
  const message = { reference: 'm-1', phone, text: '样小禾已绑定。' };
  const first = await gateway.post('/messages', message);
  expect(first.body.state).toBe('sent');
  expect(await gateway.post('/messages', message)).toEqual(first);
  expect((await gateway.post('/messages', { ...message, text: '别的话' })).status).toBe(409);
  const { body } = await gateway.get(`/messages?phone=${phone}`);
  expect(body.messages).toEqual([expect.objectContaining(message)]);
  expect((await gateway.get('/messages?phone=19900000000')).body.messages).toEqual([]);
});

test('a subscription message is sent once per reference, and refused while the gateway refuses', async () => {
  const message = { reference: 'h-1', host: 'wechat', personNo: 'P-1', text: '您有一条新消息。' };
  const first = await gateway.post('/host-messages', message);
  expect(first.body.state).toBe('sent');
  expect(await gateway.post('/host-messages', message)).toEqual(first);
  expect((await gateway.post('/host-messages', { ...message, personNo: 'P-2' })).status).toBe(409);
  await gateway.fault({ fault: 'refuse', times: 1, operation: 'host-messages' });
  expect((await gateway.post('/host-messages', { ...message, reference: 'h-2' })).status).toBe(422);
  expect(await (await fetch(gateway.url)).text()).toContain('微信订阅消息');
});

test('the inbox page shows messages as text, never as markup', async () => {
  await gateway.post('/messages', { reference: 'm-markup', phone, text: '<script>1</script>' });
  const text = await (await fetch(gateway.url)).text();
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toContain('<script>');
});

test('a phone number that is none is refused, and so is a message while the gateway refuses', async () => {
  expect((await gateway.post('/messages', { reference: 'm-2', phone: '123', text: '好' })).status).toBe(400);
  await gateway.fault({ fault: 'refuse', times: 1 });
  expect((await gateway.post('/messages', { reference: 'm-3', phone, text: '好' })).status).toBe(422);
});

test('silent after: the message is sent; silent before: it is not', async () => {
  await gateway.fault({ fault: 'silent-after', times: 1 });
  expect(await gateway.isSilent('/messages', { reference: 'm-after', phone, text: '甲' })).toBe(true);
  await gateway.fault({ fault: 'silent-before', times: 1 });
  expect(await gateway.isSilent('/messages', { reference: 'm-before', phone, text: '乙' })).toBe(true);
  const { messages } = (await gateway.get('/messages')).body as { messages: { reference: string }[] };
  const references = messages.map((message) => message.reference);
  expect(references).toContain('m-after');
  expect(references).not.toContain('m-before');
});

test('a restarted gateway still shows what was sent', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'outside-sms-'));
  const before = await testedPart('sms', { dataDirectory });
  await before.post('/messages', { reference: 'm-kept', phone, text: '还在' });
  await before.close();
  const after = await testedPart('sms', { dataDirectory });
  expect((await after.get('/messages')).body.messages).toHaveLength(1);
  await after.close();
  rmSync(dataDirectory, { recursive: true });
});
