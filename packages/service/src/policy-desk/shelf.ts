// The policies of a running server: one library that answers, from its day on, with each version that was published.
import { loadLibrary } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import type { Queryable } from '../kernel/transact.ts';
import { keepContent } from './content.ts';
import type { PolicyFiles } from './content.ts';
import { filesOn, publishedVersions } from './versions.ts';
import type { PublishedVersion } from './versions.ts';

export interface PolicyShelf {
  /** Answers by what is in force on the business day; one object for the life of the process. */
  readonly library: PolicyLibrary;
  /** What is in force on that day, as far as it is published. */
  on(day: string): { library: PolicyLibrary; files: PolicyFiles };
  /** The files with everything that is published, also what is not in force yet: what a new draft begins from. */
  newest(): PolicyFiles;
  /** Takes what was published since, by whichever process. */
  refresh(): Promise<void>;
}

interface Span {
  /** First day; the last span that begins no later than a day is the one in force on it. */
  from: string;
  library: PolicyLibrary;
  files: PolicyFiles;
}

function spanOf(from: string, files: PolicyFiles): Span {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  const loaded = loadLibrary(texts.filter(({ path }) => !path.endsWith('.cases.yaml')));
  if (loaded.ok) return { from, library: loaded.library, files };
  const [first] = loaded.errors;
  const when = from === '' ? '政策文件' : `自 ${from} 起有效的政策文件`;
  throw new Error(
    `${when}有 ${loaded.errors.length} 处错误（npx gongji policy check 列出全部），第一处：${first?.message ?? ''}`,
  );
}

/**
 * @param base the files on the product's disk, worked cases too: what counts where nothing was published.
 * @param today reads the business day; asked at every use once a version was published.
 * @throws an Error with a Chinese sentence when the files do not load.
 */
export async function openPolicyShelf(
  pool: Queryable,
  base: PolicyFiles,
  today: () => string,
): Promise<PolicyShelf> {
  let versions: PublishedVersion[] = [];
  let spans: readonly Span[] = [];

  const at = (day: string): Span => {
    const found = spans.findLast(({ from }) => from <= day);
    if (!found) throw new Error('The shelf of policies is empty');
    return found;
  };
  const current = (): PolicyLibrary => (spans.length === 1 ? at(spans[0]?.from ?? '') : at(today())).library;

  const take = async (published: PublishedVersion[]): Promise<void> => {
    const days = ['', ...new Set(published.map(({ effectiveFrom }) => effectiveFrom))].sort();
    // A span that nothing was added to is not read again, and goes on with the same library.
    const fresh = days.map((day) => {
      const files = filesOn(base, published, day);
      const known = spans.find((span) => span.from === day);
      return known && isSame(known.files, files) ? known : spanOf(day, files);
    });
    for (const span of fresh) {
      if (!spans.includes(span)) await keepContent(pool, span.library, span.files);
    }
    [spans, versions] = [fresh, published];
  };

  await take(await publishedVersions(pool));
  return {
    library: {
      get areas() {
        return current().areas;
      },
      get provinces() {
        return current().provinces;
      },
    },
    on: at,
    newest: () => filesOn(base, versions, '9999-12-31'),
    async refresh() {
      const { rows } = await pool.query<{ published: number }>(
        'select count(*)::int as published from gongji.policy_version',
      );
      if (rows[0]?.published !== versions.length) await take(await publishedVersions(pool));
    },
  };
}

const isSame = (left: PolicyFiles, right: PolicyFiles): boolean =>
  Object.keys(left).length === Object.keys(right).length &&
  Object.entries(left).every(([path, text]) => right[path] === text);
