// GET /api/applications/{applicationId}/promise.pdf: the signed promise, to its giver or to a reviewer.
import { promisePath } from '@gongji/contract';
import { renderPdf } from '@gongji/document';
import type { Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { requireWho } from '../edge/require-who.ts';
import { promisePaper } from './promise.ts';

export function readPromise(app: Hono<Environment>, parts: Parts): void {
  const pattern = promisePath(':applicationId{[A-Za-z0-9_-]+}');
  app.get(
    pattern,
    requireWho(parts, 'signed-in', promisePath('{applicationId}'), 'view'),
    async (request) => {
      const context = { ...parts.clock.now(), ...request.get('admitted') };
      const promise = await parts.services.application.promise(
        context,
        request.req.param('applicationId') ?? '',
      );
      if (!promise.ok) return sendRefusal(request, promise);
      const bytes = await renderPdf(promisePaper(promise.value));
      return request.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${promise.value.number}.pdf"`,
        'cache-control': 'private, no-store',
      });
    },
  );
}
