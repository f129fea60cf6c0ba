// Promises of the idempotency keys.
import { describe, expect, it } from 'vitest';
import { contentMark, intentOf } from './intent.ts';
import { memoryStore } from '../lib/memory-store.test-support.ts';

describe('intentOf', () => {
  it('keeps one key for one intent until it is answered', () => {
    const store = memoryStore();
    const first = intentOf(store, '/api/premiums', '{"quoteId":"q1"}');
    expect(intentOf(store, '/api/premiums', '{"quoteId":"q1"}').key).toBe(first.key);
    first.answered();
    expect(intentOf(store, '/api/premiums', '{"quoteId":"q1"}').key).not.toBe(first.key);
  });
  it('gives other content and other paths keys of their own', () => {
    const store = memoryStore();
    const keys = [
      intentOf(store, '/api/premiums', '{"quoteId":"q1"}').key,
      intentOf(store, '/api/premiums', '{"quoteId":"q2"}').key,
      intentOf(store, '/api/photos', '{"quoteId":"q1"}').key,
    ];
    expect(new Set(keys).size).toBe(3);
  });
  it('never writes the content into the store', () => {
    const store = memoryStore();
    intentOf(store, '/api/applications', '{"memberIdNumber":"11010519491231002X"}');
    expect(JSON.stringify([...Array(store.length).keys()].map((index) => store.key(index)))).not.toContain(
      '11010519491231002X',
    );
    expect(contentMark('a')).not.toBe(contentMark('b'));
  });
});
