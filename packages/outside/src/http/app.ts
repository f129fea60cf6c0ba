// The Hono app that every JSON simulator begins with: health, unknown paths and faults answered in one way.
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { RequestListener } from 'node:http';

export type OutsideApp = Hono<{ Bindings: HttpBindings }>;

export function createOutsideApp(name: string): OutsideApp {
  const app: OutsideApp = new Hono();
  app.get('/health', (context) => context.json({ ok: true, part: name }));
  app.notFound((context) => context.json({ reason: `${name}没有这个地址：${context.req.path}` }, 404));
  app.onError((error, context) => {
    process.stderr.write(`${name}: ${error.stack ?? error.message}\n`);
    return context.json({ reason: `${name}内部出错，请稍后再试` }, 500);
  });
  return app;
}

/** The app as a listener of a plain Node server. */
export function listenerOf(app: OutsideApp): RequestListener {
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}
