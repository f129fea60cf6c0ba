// One idempotency key for one intent: made at the first try, kept until the server answers, then forgotten.

const prefix = 'gongji.intent.';

/** A short mark of the content, so that no identity number is written into the store's keys. */
export function contentMark(content: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of content) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return `${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}

/** A random key; works on plain http in a home network too, where randomUUID is missing. */
function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export interface Intent {
  key: string;
  /** The server answered: the next try is another intent. */
  answered: () => void;
}

/** The intent of sending this content to this path; the same content gets the same key until it is answered. */
export function intentOf(store: Storage, path: string, content: string): Intent {
  const place = `${prefix}${path}.${contentMark(content)}`;
  const key = store.getItem(place) ?? freshKey();
  store.setItem(place, key);
  return { key, answered: () => store.removeItem(place) };
}
