// Answers that this person opened, kept on the device so that they can be read again without network, each with its time.
import type { Answer } from '@gongji/contract';
import { useSyncExternalStore } from 'react';

const storeName = 'gongji-kept-1';
const timeHeader = 'x-kept-at';
const ownerPath = '/gongji-kept-owner';
/** Older answers are not shown any more, in ms. */
const longestMs = 3 * 24 * 60 * 60 * 1000;
/** Credentials run out after minutes, and are never kept. */
const neverKept = new Set(['/api/credentials']);

export interface Kept {
  body: unknown;
  at: Date;
}

const store = (): Promise<Cache> | undefined =>
  typeof caches === 'undefined' ? undefined : caches.open(storeName);

async function put(cache: Cache, path: string, text: string, at: Date): Promise<void> {
  await cache.put(path, new Response(text, { headers: { [timeHeader]: at.toISOString() } }));
}

/** Nothing of somebody whom one only helps stays on one's own device. */
const ownerOf = (session: Answer<'getSession'>): string =>
  session.helper ? '' : (session.person?.personNo ?? session.staff?.staffNo ?? '');

/** Empties the store: at sign-out, and when somebody else, or nobody, is signed in. */
export async function forgetKept(): Promise<void> {
  shown.clear();
  tell();
  if (typeof caches !== 'undefined') await caches.delete(storeName);
}

/** Keeps an answer; the session's answer first decides whose answers stay. */
export async function keepAnswer(path: string, body: unknown, at: Date): Promise<void> {
  if (shown.delete(path)) tell();
  try {
    let cache = await store();
    if (!cache || neverKept.has(path)) return;
    if (path === '/api/session') {
      const owner = ownerOf(body as Answer<'getSession'>);
      const before = await (await cache.match(ownerPath))?.text();
      if (before !== owner) {
        await forgetKept();
        cache = await store();
      }
      if (cache && owner !== '') await put(cache, ownerPath, owner, at);
    }
    if (cache && (await cache.match(ownerPath))) await put(cache, path, JSON.stringify(body), at);
  } catch {
    // A full or closed store only means that nothing can be read without network.
  }
}

/** What was kept of this path; undefined when nothing was, or too long ago. Shown answers are named by `useKeptSince`. */
export async function keptAnswer(path: string, now: Date): Promise<Kept | undefined> {
  try {
    const found = await (await store())?.match(path);
    const at = new Date(found?.headers.get(timeHeader) ?? '');
    if (!found || !(now.getTime() - at.getTime() < longestMs)) return undefined;
    const body: unknown = await found.json();
    shown.set(path, at);
    tell();
    return { body, at };
  } catch {
    return undefined;
  }
}

/** Paths that are shown from the store now, with the time of each. */
const shown = new Map<string, Date>();
const listeners = new Set<() => void>();
let since: number | null = null;

function tell(): void {
  since = shown.size === 0 ? null : Math.min(...[...shown.values()].map((at) => at.getTime()));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The time (ms) of the oldest answer that is shown from the store; null while all are fresh. */
export const useKeptSince = (): number | null => useSyncExternalStore(subscribe, () => since);
