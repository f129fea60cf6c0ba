// Counts and logs every answer by its route's pattern: never an address, which may name somebody.
import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';
import type { Parts } from './parts.ts';

export const observe = (parts: Pick<Parts, 'metrics' | 'log'>) =>
  createMiddleware<Environment>(async (request, next) => {
    const begunMs = performance.now();
    await next();
    const durationMs = performance.now() - begunMs;
    const labels = {
      method: request.req.method,
      route: request.get('route') ?? 'other',
      status: request.res.status,
    };
    parts.metrics.request(labels, durationMs / 1000);
    parts.log.info(
      { ...labels, durationMs: Math.round(durationMs), requestId: request.get('requestId') },
      'request',
    );
  });
