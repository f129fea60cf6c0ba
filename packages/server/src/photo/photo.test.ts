// Photos come in through a narrow door and go out only to whom the service allows.
import { request as httpRequest } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { refuse } from '@gongji/service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cashier, openTestApp, person, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { listen } from '../listen.ts';
import type { Listening } from '../listen.ts';

let app: TestApp;
let listening: Listening;
let taken: Buffer[] = [];
const megabyte = 1024 * 1024;

beforeAll(async () => {
  app = await openTestApp({
    photo: {
      add: async (_, bytes) => {
        taken.push(bytes);
        return {
          ok: true,
          value: { photoId: 'pho_1', url: '/api/photos/pho_1', widthPx: 1, heightPx: 1 },
        };
      },
      read: async (context, photoId) =>
        photoId === 'pho_1' && context.actor.kind !== 'system'
          ? { ok: true, value: { bytes: Buffer.from('picture'), mediaType: 'image/jpeg' } }
          : refuse('not-found'),
    },
  });
  listening = await listen('127.0.0.1', 0);
  const listener = getRequestListener(app.app.fetch);
  listening.serve((request, response) => void listener(request, response));
});
afterAll(async () => {
  await listening.close();
  await app.close();
});

function form(bytes: number, field = 'photo'): FormData {
  const data = new FormData();
  data.set(field, new File([new Uint8Array(bytes)], 'proof.jpg', { type: 'image/jpeg' }));
  return data;
}
const url = () => `http://127.0.0.1:${listening.port}/api/photos`;
const send = async (body: FormData | string, headers: Record<string, string>) =>
  fetch(url(), { method: 'POST', body, headers });
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

test('a photo of ten megabytes is taken, one byte more is not', async () => {
  const headers = await app.as(person);
  taken = [];
  const done = await send(form(10 * megabyte), headers);
  expect(await done.json()).toMatchObject({ photoId: 'pho_1' });
  expect(taken[0]?.byteLength).toBe(10 * megabyte);
  const refused = await send(form(10 * megabyte + 1), headers);
  expect(refused.status).toBe(413);
  expect(await codeOf(refused)).toBe('photo-too-large');
  expect(taken).toHaveLength(1);
});

test('fifty megabytes get the sentence, with their length told before or not', async () => {
  const headers = await app.as(person);
  taken = [];
  const known = await send(form(50 * megabyte), headers);
  expect([known.status, await codeOf(known)]).toEqual([413, 'photo-too-large']);
  const chunk = new Uint8Array(megabyte);
  let sent = 0;
  const stream = new ReadableStream({
    pull(controller) {
      if (sent === 50) controller.close();
      else controller.enqueue(chunk);
      sent += 1;
    },
  });
  const streamed = await fetch(url(), {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect([streamed.status, await codeOf(streamed)]).toEqual([413, 'photo-too-large']);
  expect(taken).toHaveLength(0);
});

test('the refusal of fifty megabytes comes before they were sent', async () => {
  const headers = {
    ...(await app.as(person)),
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(50 * megabyte),
  };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(url(), { method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.write('--x\r\n');
  });
  expect(status).toBe(413);
});

test('a form without a photo, another content type and a text are refused with the field', async () => {
  const headers = await app.as(person);
  const text = new FormData();
  text.set('photo', 'no file');
  for (const body of [form(10, 'other'), text, 'plain']) {
    const response = await send(body, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'bad-request', field: 'photo' } });
  }
});

test('only a signed-in person adds photos', async () => {
  expect((await send(form(10), {})).status).toBe(401);
  expect((await send(form(10), await app.as(cashier))).status).toBe(403);
  expect((await send(form(10), { ...(await app.as(person)), origin: 'https://evil.example' })).status).toBe(
    403,
  );
});

test('a photo is served privately and never guessed to be something else', async () => {
  for (const subject of [person, reviewer]) {
    const response = await fetch(`${url()}/pho_1`, { headers: await app.as(subject) });
    expect(await response.text()).toBe('picture');
    expect(response.headers.get('cache-control')).toMatch(/^private/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toBe('image/jpeg');
  }
  expect((await fetch(`${url()}/pho_1`)).status).toBe(401);
  expect((await fetch(`${url()}/pho_2`, { headers: await app.as(person) })).status).toBe(404);
});
