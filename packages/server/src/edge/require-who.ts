// Admits a request to a route that is not one of the contract's JSON endpoints: photos and events.
import type { Delegable } from '@gongji/contract';
import { createMiddleware } from 'hono/factory';
import { admit } from './admit.ts';
import type { Who } from './admit.ts';
import type { Environment } from './environment.ts';
import type { Parts } from './parts.ts';
import { sendRefusal } from './refusal.ts';

/**
 * @param pattern the route's pattern, for logs and metrics.
 * @param forHelpers what a helper needs for it; undefined: it is for oneself only.
 */
export const requireWho = (parts: Parts, who: Who, pattern: string, forHelpers?: Delegable) =>
  createMiddleware<Environment>(async (request, next) => {
    request.set('route', pattern);
    const admitted = await admit(parts, request, who, undefined, forHelpers);
    if (!admitted.ok) return sendRefusal(request, admitted);
    request.set('admitted', admitted.value);
    await next();
  });
