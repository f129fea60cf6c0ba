// Whoever looks at a page hears at once that something of theirs changed, and nobody else does.
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cashier, openTestApp, otherPerson, person, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { listen } from '../listen.ts';
import type { Listening } from '../listen.ts';
import { openEventHub } from './hub.ts';

let app: TestApp;
let listening: Listening;
beforeAll(async () => {
  app = await openTestApp({});
  listening = await listen('127.0.0.1', 0);
  const listener = getRequestListener(app.app.fetch);
  listening.serve((request, response) => void listener(request, response));
});
afterAll(async () => {
  await listening.close();
  await app.close();
});

async function openStream(headers: Record<string, string>) {
  const controller = new AbortController();
  const response = await fetch(`http://127.0.0.1:${listening.port}/api/events`, {
    headers,
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    /** Everything so far, once it holds `part`; fails after two seconds. */
    async until(part: string): Promise<string> {
      const deadline = Date.now() + 2_000;
      while (!text.includes(part)) {
        const left = deadline - Date.now();
        const late = new Promise<'late'>((resolve) => setTimeout(resolve, Math.max(0, left), 'late'));
        const next = await Promise.race([reader?.read(), late]);
        if (next === 'late' || next === undefined || next.done) throw new Error(`no ${part} in ${text}`);
        text += next.value;
      }
      return text;
    },
    text: () => text,
    ended: async (): Promise<boolean> => {
      for (;;) {
        const next = await reader?.read();
        if (next === undefined || next.done) return true;
        text += next.value;
      }
    },
    abort: () => controller.abort(),
  };
}
const notify = (name: string) => app.database.appPool.query("select pg_notify('gongji_changed', $1)", [name]);

test('a visitor gets no stream', async () => {
  expect((await openStream({})).status).toBe(401);
});

test('a change reaches the person, the till and the queue that it concerns', async () => {
  const mine = await openStream(await app.as(person));
  const others = await openStream(await app.as(otherPerson));
  const till = await openStream(await app.as(cashier));
  const queue = await openStream(await app.as(reviewer));
  const all = [mine, others, till, queue];
  for (const stream of all) await stream.until('event: open');
  expect(mine.type).toContain('text/event-stream');
  await notify(person.subjectNo);
  await mine.until('event: changed');
  await notify('H21120000001');
  await till.until('event: changed');
  await notify('area:211200');
  await queue.until('event: changed');
  expect(others.text()).not.toContain('changed');
  for (const stream of all) stream.abort();
});

test('a browser that comes again is told to look, as it may have missed something', async () => {
  const stream = await openStream({ ...(await app.as(person)), 'last-event-id': '7' });
  await stream.until('event: changed');
  stream.abort();
});

test('a lost connection to the database is opened again, and everybody is told', async () => {
  const stream = await openStream(await app.as(person));
  await stream.until('event: open');
  await app.database.ownerPool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gongji-events' and datname = current_database()",
  );
  await stream.until('event: changed');
  stream.abort();
});

test('streams end when the server stops', async () => {
  const events = await openEventHub(app.database.appUrl, app.parts.log);
  const stopping = await openTestApp({}, { events });
  const socket = await listen('127.0.0.1', 0);
  const listener = getRequestListener(stopping.app.fetch);
  socket.serve((request, response) => void listener(request, response));
  const response = await fetch(`http://127.0.0.1:${socket.port}/api/events`, {
    headers: await stopping.as(person),
  });
  await events.close();
  expect(await response.text()).toContain('event: open');
  await socket.close();
  await stopping.close();
});
