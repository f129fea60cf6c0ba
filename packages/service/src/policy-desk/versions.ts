// Published versions of areas' policy files: appended, never changed; and the files that they make in force on a day.
import { createHash } from 'node:crypto';
import { casesPath } from '@gongji/policy/tools';
import type { Queryable } from '../kernel/transact.ts';
import type { PolicyFiles } from './content.ts';

export interface PublishedVersion {
  seq: number;
  versionId: string;
  area: string;
  path: string;
  text: string;
  casesText: string;
  contentHash: string;
  version: string;
  effectiveFrom: string;
  draftId: string;
  approvedBy: string;
  publishedBy: string;
  publishedAt: Date;
}

/** SHA-256 (hex) of a file with its worked cases. */
export const contentHash = (text: string, casesText: string): string =>
  createHash('sha256')
    .update(JSON.stringify([text, casesText]))
    .digest('hex');

/** In the order of publication; those that the database role sees. */
export async function publishedVersions(client: Queryable): Promise<PublishedVersion[]> {
  const { rows } = await client.query<PublishedVersion>(
    `select seq::int, version_id as "versionId", area, path, text, cases_text as "casesText",
       content_hash as "contentHash", version, to_char(effective_from, 'YYYY-MM-DD') as "effectiveFrom",
       draft_id as "draftId", approved_by as "approvedBy", published_by as "publishedBy", published_at as "publishedAt"
     from gongji.policy_version order by seq`,
  );
  return rows;
}

/** The files on the product's disk with each area's last version that is in force on the day in their place. */
export function filesOn(base: PolicyFiles, versions: readonly PublishedVersion[], day: string): PolicyFiles {
  // A later version is never in force from an earlier day, so that the order of publication is the order of days.
  const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= day);
  return Object.assign(
    { ...base },
    ...inForce.map(({ path, text, casesText }) => ({ [path]: text, [casesPath(path)]: casesText })),
  ) as PolicyFiles;
}
