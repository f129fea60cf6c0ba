// Tests of the kept key: what must not happen twice is asked with the same key.
import { describe, expect, test } from 'vitest';
import { Failure, unanswered } from './failure.ts';
import { newKey, once } from './intent.ts';

function memoryStore() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
    size: () => items.size,
  };
}

const refused = () => new Failure({ status: 409, code: 'state-changed', message: '变了', remedy: '刷新' });

async function attempt(store: ReturnType<typeof memoryStore>, content: unknown, outcome: Error | string) {
  let used = '';
  await once(
    'settle',
    content,
    async (key) => {
      used = key;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    store,
  ).catch(() => undefined);
  return used;
}

describe('once', () => {
  test('a lost answer is asked again with the same key', async () => {
    const store = memoryStore();
    const first = await attempt(store, { quoteId: 'q1' }, unanswered());
    const second = await attempt(store, { quoteId: 'q1' }, 'done');
    expect(second).toBe(first);
  });

  test('a server fault keeps the key, because nobody knows whether it was done', async () => {
    const store = memoryStore();
    const fault = new Failure({ status: 500, code: 'fault', message: '坏了', remedy: '等' });
    const first = await attempt(store, { quoteId: 'q1' }, fault);
    expect(await attempt(store, { quoteId: 'q1' }, 'done')).toBe(first);
  });

  test('other content never travels under the kept key', async () => {
    const store = memoryStore();
    const first = await attempt(store, { quoteId: 'q1' }, unanswered());
    expect(await attempt(store, { quoteId: 'q2' }, 'done')).not.toBe(first);
  });

  test.each([['an answer', 'done'] as const, ['a refusal', refused()] as const])(
    'after %s the next attempt is a new intent and nothing is left behind',
    async (_, outcome) => {
      const store = memoryStore();
      const first = await attempt(store, { quoteId: 'q1' }, outcome);
      expect(store.size()).toBe(0);
      expect(await attempt(store, { quoteId: 'q1' }, 'done')).not.toBe(first);
    },
  );
});

test('keys are 32 hexadecimal digits and differ', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
