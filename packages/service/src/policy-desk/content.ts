// Every content of a policy that ever answered, kept by its hash, so that an old decision can be derived again.
import { loadLibrary } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import { areaFiles } from '@gongji/policy/tools';
import type { Queryable } from '../kernel/transact.ts';

/** Text by path. */
export type PolicyFiles = Readonly<Record<string, string>>;

const withoutCases = (files: PolicyFiles): [string, string][] =>
  Object.entries(files).filter(([path]) => !path.endsWith('.cases.yaml'));

/** Keeps what each area's policy consists of; what is kept already stays as it is. Asked as the application. */
export async function keepContent(
  client: Queryable,
  library: PolicyLibrary,
  files: PolicyFiles,
): Promise<void> {
  for (const { area, ref } of library.areas.values()) {
    const own = Object.fromEntries(withoutCases(areaFiles(files, area)));
    await client.query(
      `insert into gongji.policy_content (area, hash, version, files) values ($1, $2, $3, $4) on conflict do nothing`,
      [area, ref.hash, ref.version, JSON.stringify(own)],
    );
  }
}

/**
 * The library of the area alone that has this hash, as a decision or a quote names it; undefined when no process of this
 * database ever answered with it. A content that no longer gives its hash is a fault.
 */
export async function libraryOf(
  client: Queryable,
  area: string,
  hash: string,
): Promise<PolicyLibrary | undefined> {
  const { rows } = await client.query<{ files: Record<string, string> }>(
    'select files from gongji.policy_content where area = $1 and hash = $2',
    [area, hash],
  );
  const files = rows[0]?.files;
  if (!files) return undefined;
  const loaded = loadLibrary(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (!loaded.ok || loaded.library.areas.get(area)?.ref.hash !== hash) {
    throw new Error(`The stored content of the policy ${area} ${hash} was altered`);
  }
  return loaded.library;
}
