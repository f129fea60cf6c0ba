// What is kept on the device: only for the person who opened it, for three days, and gone at sign-out.
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetKept, keepAnswer, keptAnswer } from './kept.ts';

const at = new Date('2026-11-22T10:00:00+08:00');
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const session = (personNo: string | null) => ({ person: personNo && { personNo }, staff: null });

beforeEach(() => {
  const stores = new Map<string, Map<string, Response>>();
  vi.stubGlobal('caches', {
    async open(name: string) {
      const inside = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, inside);
      return {
        match: async (path: string) => inside.get(path)?.clone(),
        put: async (path: string, response: Response) => void inside.set(path, response),
      };
    },
    delete: async (name: string) => stores.delete(name),
  });
});

test('an answer is read again with the time at which it was kept', async () => {
  await keepAnswer('/api/session', session('1'), at);
  await keepAnswer('/api/me', { name: '样' }, at);
  expect(await keptAnswer('/api/me', later(1))).toEqual({ body: { name: '样' }, at });
  expect(await keptAnswer('/api/usages', later(1))).toBeUndefined();
});

test('after three days it is not shown any more', async () => {
  await keepAnswer('/api/session', session('1'), at);
  await keepAnswer('/api/me', {}, at);
  expect(await keptAnswer('/api/me', later(71))).toBeDefined();
  expect(await keptAnswer('/api/me', later(72))).toBeUndefined();
});

test('another person, or nobody, signed in empties the store', async () => {
  for (const next of ['2', null]) {
    await keepAnswer('/api/session', session('1'), at);
    await keepAnswer('/api/me', { name: '样' }, at);
    await keepAnswer('/api/session', session(next), later(1));
    expect(await keptAnswer('/api/me', later(1))).toBeUndefined();
  }
});

test('nothing is kept for a visitor, nor a credential for anybody', async () => {
  await keepAnswer('/api/session', session(null), at);
  await keepAnswer('/api/me', {}, at);
  expect(await keptAnswer('/api/me', at)).toBeUndefined();
  await keepAnswer('/api/session', session('1'), at);
  await keepAnswer('/api/credentials', {}, at);
  expect(await keptAnswer('/api/credentials', at)).toBeUndefined();
});

test('signing out forgets everything', async () => {
  await keepAnswer('/api/session', session('1'), at);
  await keepAnswer('/api/me', {}, at);
  await forgetKept();
  expect(await keptAnswer('/api/me', at)).toBeUndefined();
});
