// The calls about photos, wired to the database.
import { photosPath } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { ServiceDeps } from '../deps.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { newId } from '../kernel/ids.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { hasRight } from '../kernel/rights.ts';
import { cleanPicture } from './picture.ts';
import type { PhotoService } from './service.ts';

/** Address of a photo, for the contract's `url`. */
export const photoUrl = (photoId: string) => `${photosPath}/${photoId}`;

export function createPhotoService({ pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>): PhotoService {
  return {
    async add(context, bytes) {
      if (context.actor.kind !== 'person') return refuse('not-allowed');
      const picture = await cleanPicture(bytes);
      if (!picture.ok) return picture;
      const { mediaType, widthPx, heightPx } = picture.value;
      const photoId = newId('photo');
      const { actor, at } = context;
      await pool.query(
        `insert into gongji.photo (photo_id, area, owner_no, bytes_enc, media_type, width_px, height_px, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          photoId,
          actor.area,
          actor.personNo,
          cipher.encrypt(picture.value.bytes, bytesPlace(photoId)),
          mediaType,
          widthPx,
          heightPx,
          at,
        ],
      );
      return done({ photoId, url: photoUrl(photoId), widthPx, heightPx });
    },

    async read({ actor }, photoId) {
      if (actor.kind === 'person') {
        return readPhoto(pool, cipher, photoId, 'owner_no = $2', actor.personNo);
      }
      if (!hasRight(actor, 'review.work')) return refuse('not-found');
      const attached =
        'exists (select from gongji.application_photo a where a.photo_id = photo.photo_id and a.area = $2)';
      return transactAsStaff(pool, actor.area, (client) =>
        readPhoto(client, cipher, photoId, attached, actor.area),
      );
    },
  };
}

const bytesPlace = (photoId: string) => place('photo.bytes_enc', photoId);

async function readPhoto(
  client: Queryable,
  cipher: FieldCipher,
  photoId: string,
  condition: string,
  value: string,
) {
  const { rows } = await client.query<{ bytes_enc: Buffer; media_type: string }>(
    `select bytes_enc, media_type from gongji.photo where photo_id = $1 and ${condition}`,
    [photoId, value],
  );
  const row = rows[0];
  if (!row) return refuse('not-found');
  return done({
    bytes: cipher.decryptBytes(row.bytes_enc, bytesPlace(photoId)),
    mediaType: row.media_type,
  });
}
