// The photos that belong to an application.
import type { Queryable } from '../kernel/transact.ts';

/** A photo of an application with what it shows. */
export interface NamedPhoto {
  photoId: string;
  /** Code of a material of the area; null for what the agency asked for afterwards. */
  material: string | null;
  name: string;
}

/** In the order in which they were handed in, by application. */
export async function photosOf(
  client: Queryable,
  applicationIds: readonly string[],
): Promise<Map<string, Omit<NamedPhoto, 'material'>[]>> {
  const { rows } = await client.query<{ application_id: string; photo_id: string; name: string | null }>(
    `select application_id, photo_id, material_name as name from gongji.application_photo where application_id = any($1::text[])
     order by application_id, position`,
    [applicationIds],
  );
  const photos: Awaited<ReturnType<typeof photosOf>> = new Map();
  for (const row of rows) {
    // Photos from before materials were kept have no name.
    const photo = { photoId: row.photo_id, name: row.name ?? '证明材料' };
    photos.set(row.application_id, [...(photos.get(row.application_id) ?? []), photo]);
  }
  return photos;
}

/** True when every id names a photo of this person. */
export async function ownsPhotos(
  client: Queryable,
  personNo: string,
  photoIds: readonly string[],
): Promise<boolean> {
  const distinct = [...new Set(photoIds)];
  if (distinct.length === 0) return true;
  const { rows } = await client.query<{ owned: number }>(
    `select count(*)::int as owned from gongji.photo where owner_no = $1 and photo_id = any($2::text[])`,
    [personNo, distinct],
  );
  return rows[0]?.owned === distinct.length;
}

/** Adds photos behind those already there; a photo handed in twice counts once. */
export async function attachPhotos(
  client: Queryable,
  application: { applicationId: string; area: string },
  photos: readonly NamedPhoto[],
): Promise<void> {
  await client.query(
    `insert into gongji.application_photo (application_id, photo_id, area, material, material_name, position)
     select $1, photo_id, $2, material, name, place + (select count(*) from gongji.application_photo where application_id = $1)
     from unnest($3::text[], $4::text[], $5::text[]) with ordinality as added (photo_id, material, name, place)
     on conflict (application_id, photo_id) do nothing`,
    [
      application.applicationId,
      application.area,
      photos.map(({ photoId }) => photoId),
      photos.map(({ material }) => material),
      photos.map(({ name }) => name),
    ],
  );
}
