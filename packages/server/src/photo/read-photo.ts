// GET /api/photos/{photoId}: a photo, to its owner or to a reviewer of its application.
import { photosPath } from '@gongji/contract';
import type { Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { requireWho } from '../edge/require-who.ts';

export function readPhoto(app: Hono<Environment>, parts: Parts): void {
  const pattern = `${photosPath}/:photoId{[A-Za-z0-9_-]+}`;
  app.get(pattern, requireWho(parts, 'signed-in', `${photosPath}/{photoId}`, 'bind'), async (request) => {
    const context = { ...parts.clock.now(), ...request.get('admitted') };
    const photo = await parts.services.photo.read(context, request.req.param('photoId'));
    if (!photo.ok) return sendRefusal(request, photo);
    return request.body(new Uint8Array(photo.value.bytes), 200, {
      'content-type': photo.value.mediaType,
      'cache-control': 'private, max-age=3600',
      'content-disposition': 'inline',
    });
  });
}
