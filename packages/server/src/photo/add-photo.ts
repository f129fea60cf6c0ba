// POST /api/photos, and the same for a person at the window: takes one photo, as multipart field `photo`.
import { Photo, photosPath, windowPhotosPath } from '@gongji/contract';
import { refuse } from '@gongji/service';
import type { Context, Result } from '@gongji/service';
import type { Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { requireWho } from '../edge/require-who.ts';
import { sendRefusal } from '../edge/refusal.ts';

/** Largest photo, in bytes. */
export const photoLimitBytes = 10 * 1024 * 1024;
/** Room for the multipart frame around the photo. */
const frameBytes = 64 * 1024;

/** The photo of a multipart form. */
export async function readPhotoForm(request: Request): Promise<Result<Buffer>> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return refuse('bad-request', { what: '应以 multipart/form-data 上传照片' }, 'photo');
  }
  const file = form.get('photo');
  if (!(file instanceof File)) return refuse('bad-request', { what: '没有选择照片' }, 'photo');
  if (file.size > photoLimitBytes) return refuse('photo-too-large', undefined, 'photo');
  return { ok: true, value: Buffer.from(await file.arrayBuffer()) };
}

export function addPhoto(app: Hono<Environment>, parts: Parts): void {
  const limited = bodyLimit({
    maxSize: photoLimitBytes + frameBytes,
    onError: (request) => sendRefusal(request, refuse('photo-too-large', undefined, 'photo')),
  });
  const take = async (
    request: HonoContext<Environment>,
    add: (context: Context, bytes: Buffer) => Promise<Result<Photo>>,
  ) => {
    const bytes = await readPhotoForm(request.req.raw);
    if (!bytes.ok) return sendRefusal(request, bytes);
    const photo = await add({ ...parts.clock.now(), ...request.get('admitted') }, bytes.value);
    return photo.ok ? request.json(Photo.parse(photo.value)) : sendRefusal(request, photo);
  };
  app.post(photosPath, requireWho(parts, 'person', photosPath, 'bind'), limited, (request) =>
    take(request, (context, bytes) => parts.services.photo.add(context, bytes)),
  );
  app.post(
    windowPhotosPath(':personNo{[A-Za-z0-9]+}'),
    requireWho(parts, 'window.work', windowPhotosPath('{personNo}')),
    limited,
    (request) =>
      take(request, (context, bytes) =>
        parts.services.window.addPhoto(context, request.req.param('personNo') ?? '', bytes),
      ),
  );
}
