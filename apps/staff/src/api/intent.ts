// The key of something that must happen once: kept until the server has answered, also over a reload.
import { Failure } from './failure.ts';

/** 128 random bits as hexadecimal; unlike randomUUID it also works on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface KeptKey {
  key: string;
  content: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function readKept(store: Store, slot: string): KeptKey | undefined {
  const text = store.getItem(slot);
  return text === null ? undefined : (JSON.parse(text) as KeptKey);
}

/**
 * Runs `act` with the key of this intent. The same intent with the same content gets the same key until an
 * answer came (done or refused); then the next attempt is a new intent.
 */
export async function once<Result>(
  intent: string,
  content: unknown,
  act: (key: string) => Promise<Result>,
  store: Store = sessionStorage,
): Promise<Result> {
  const slot = `gongji-staff:key:${intent}`;
  const text = JSON.stringify(content);
  const kept = readKept(store, slot);
  const key = kept?.content === text ? kept.key : newKey();
  store.setItem(slot, JSON.stringify({ key, content: text }));
  try {
    const result = await act(key);
    store.removeItem(slot);
    return result;
  } catch (error) {
    if (error instanceof Failure && error.answered) store.removeItem(slot);
    throw error;
  }
}
