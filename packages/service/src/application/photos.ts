// The photos that belong to an application.
import type { Queryable } from '../kernel/transact.ts';

/** Ids in the order in which they were handed in, by application. */
export async function photosOf(
  client: Queryable,
  applicationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ application_id: string; photo_id: string }>(
    `select application_id, photo_id from gongji.application_photo where application_id = any($1::text[])
     order by application_id, position`,
    [applicationIds],
  );
  const photos = new Map<string, string[]>();
  for (const row of rows) {
    photos.set(row.application_id, [...(photos.get(row.application_id) ?? []), row.photo_id]);
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
  photoIds: readonly string[],
): Promise<void> {
  await client.query(
    `insert into gongji.application_photo (application_id, photo_id, area, position)
     select $1, photo_id, $2, place + (select count(*) from gongji.application_photo where application_id = $1)
     from unnest($3::text[]) with ordinality as added (photo_id, place)
     on conflict (application_id, photo_id) do nothing`,
    [application.applicationId, application.area, [...new Set(photoIds)]],
  );
}
