// Keeps the provider's interactions and codes in memory until they expire, but no session of anybody signed in.
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  expiresAt: number;
}

const sweepEvery = 1_000;

/**
 * A session that knows its person is forgotten at once, so that every sign-in asks who it is: whoever tries the demo changes
 * from person to person in one browser, and two pages open at the same time don't disturb each other.
 */
export function createMemoryAdapter(): AdapterFactory {
  const kept = new Map<string, Kept>();
  let writes = 0;
  const live = (key: string) => {
    const entry = kept.get(key);
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  };
  const sweep = () => {
    for (const [key, entry] of kept) if (entry.expiresAt <= Date.now()) kept.delete(key);
  };

  return (model): Adapter => {
    const prefix = `${model}:`;
    const findBy = (field: 'uid' | 'userCode', value: string) => {
      for (const key of kept.keys()) {
        const payload = key.startsWith(prefix) ? live(key) : undefined;
        if (payload?.[field] === value) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        if (model === 'Session' && payload.accountId !== undefined) return;
        writes += 1;
        if (writes % sweepEvery === 0) sweep();
        kept.set(prefix + id, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1_000 : Infinity });
      },
      async find(id) {
        return live(prefix + id);
      },
      async findByUid(uid) {
        return findBy('uid', uid);
      },
      async findByUserCode(userCode) {
        return findBy('userCode', userCode);
      },
      async consume(id) {
        const payload = live(prefix + id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        kept.delete(prefix + id);
      },
      async revokeByGrantId(grantId) {
        for (const [key, entry] of kept) if (entry.payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
