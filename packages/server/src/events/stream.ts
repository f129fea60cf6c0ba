// GET /api/events: server-sent events, one `changed` whenever something of the signed-in person or institution changed.
import { eventsPath } from '@gongji/contract';
import type { Actor } from '@gongji/service';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { currentSession } from '../edge/admit.ts';
import { requireWho } from '../edge/require-who.ts';

/** Between two signs of life, in ms: proxies close a stream that is silent for a minute. */
const heartbeatMs = 20_000;
/** What a browser waits before it comes again, in ms. */
const retryMs = 3_000;

/** Names under which the services tell of changes that concern the actor. */
function namesOf(actor: Actor): string[] {
  switch (actor.kind) {
    case 'person':
      return [actor.personNo];
    case 'staff':
      return [actor.institutionCode ?? `area:${actor.area}`];
    case 'institution':
      return [actor.institutionCode];
    case 'system':
      return [];
  }
}

export function streamEvents(app: Hono<Environment>, parts: Parts): void {
  app.get(eventsPath, requireWho(parts, 'signed-in', eventsPath, 'view'), (request) => {
    request.header('cache-control', 'no-store');
    request.header('x-accel-buffering', 'no');
    // A browser that comes again may have missed something.
    const resumed = request.req.header('last-event-id') !== undefined;
    return streamSSE(request, async (stream) => {
      parts.metrics.eventStreams(1);
      let sent = 0;
      let open = true;
      let wake: () => void = () => undefined;
      const end = (): void => {
        open = false;
        wake();
      };
      const tell = (): void => {
        sent += 1;
        void stream.writeSSE({ event: 'changed', data: '{}', id: String(sent) }).catch(end);
      };
      const unsubscribe = parts.events.subscribe(namesOf(request.get('admitted').actor), tell);
      const forget = parts.events.onClose(end);
      stream.onAbort(end);
      try {
        await stream.writeSSE({ event: 'open', data: '{}', id: '0', retry: retryMs });
        if (resumed) tell();
        while (open) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, heartbeatMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
            if (!open) wake();
          });
          if (!open) break;
          const session = await currentSession(parts, request);
          if (session.ok && !session.value) break;
          await stream.write(': \n\n');
        }
      } finally {
        unsubscribe();
        forget();
        parts.metrics.eventStreams(-1);
      }
    });
  });
}
