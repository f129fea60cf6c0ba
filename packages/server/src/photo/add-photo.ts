// POST /api/photos: takes one photo of a proof, as multipart field `photo`.
import { Photo, photosPath } from '@gongji/contract';
import { refuse } from '@gongji/service';
import type { Result } from '@gongji/service';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { requireWho } from '../edge/require-who.ts';
import { sendRefusal } from '../edge/refusal.ts';

/** Largest photo, in bytes. */
const photoLimitBytes = 10 * 1024 * 1024;
/** Room for the multipart frame around the photo. */
const frameBytes = 64 * 1024;

async function readPhoto(request: Request): Promise<Result<Buffer>> {
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
  app.post(
    photosPath,
    requireWho(parts, 'person', photosPath),
    bodyLimit({
      maxSize: photoLimitBytes + frameBytes,
      onError: (request) => sendRefusal(request, refuse('photo-too-large', undefined, 'photo')),
    }),
    async (request) => {
      const bytes = await readPhoto(request.req.raw);
      if (!bytes.ok) return sendRefusal(request, bytes);
      const context = { ...parts.clock.now(), ...request.get('admitted') };
      const photo = await parts.services.photo.add(context, bytes.value);
      return photo.ok ? request.json(Photo.parse(photo.value)) : sendRefusal(request, photo);
    },
  );
}
