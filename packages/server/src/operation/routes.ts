// What those who run the server ask: is it alive, is it ready, how does it do.
import { refuse } from '@gongji/service';
import type { Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { mayReadMetrics } from './metrics-access.ts';

export function operationRoutes(app: Hono<Environment>, parts: Parts): void {
  app.get('/health/live', (request) => {
    request.set('route', '/health/live');
    return request.json({ status: 'alive' });
  });
  app.get('/health/ready', async (request) => {
    request.set('route', '/health/ready');
    return (await parts.isReady())
      ? request.json({ status: 'ready' })
      : request.json({ status: 'not-ready' }, 503);
  });
  app.get('/metrics', async (request) => {
    request.set('route', '/metrics');
    const asking = {
      authorization: request.req.header('authorization'),
      address: request.env?.incoming?.socket.remoteAddress,
      forwarded: request.req.header('x-forwarded-for') ?? request.req.header('forwarded'),
    };
    if (!mayReadMetrics(parts.metricsToken, asking)) return sendRefusal(request, refuse('not-allowed'));
    return request.body(await parts.metrics.text(), 200, { 'content-type': parts.metrics.contentType });
  });
}
