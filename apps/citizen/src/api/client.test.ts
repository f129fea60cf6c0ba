// Promises of the client: paths, refusals and keys.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../lib/memory-store.test-support.ts';
import { act, fillPath, read } from './client.ts';

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const keyOf = (call: unknown[] | undefined) =>
  ((call?.[1] as RequestInit).headers as Record<string, string>)['idempotency-key'];

describe('client', () => {
  const fetcher = vi.fn<typeof fetch>();
  beforeEach(() => {
    fetcher.mockReset();
    vi.stubGlobal('fetch', fetcher);
    vi.stubGlobal('sessionStorage', memoryStore());
  });
  afterEach(() => vi.unstubAllGlobals());

  it('encodes what it fills into a path', () => {
    expect(fillPath('/api/premiums/{paymentId}', { paymentId: 'a/b' })).toBe('/api/premiums/a%2Fb');
  });
  it('turns an error body into a problem with sentence and remedy', async () => {
    fetcher.mockResolvedValue(answer(404, { error: { code: 'not-found', message: '没有', remedy: '请' } }));
    await expect(read('getPremium', { paymentId: 'x' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'not-found',
      message: '没有',
      remedy: '请',
    });
  });
  it('sends the same key again after a lost answer, and a new one after an answer', async () => {
    const body = { quoteId: 'q1', cashForShortfall: false };
    fetcher.mockRejectedValueOnce(new TypeError('lost'));
    await expect(act('payPremium', {}, body)).rejects.toMatchObject({ code: 'offline' });
    fetcher.mockResolvedValueOnce(answer(503, { nothing: true }));
    await expect(act('payPremium', {}, body)).rejects.toMatchObject({ code: 'fault' });
    fetcher.mockResolvedValueOnce(answer(200, { paymentId: 'p1' }));
    await act('payPremium', {}, body);
    fetcher.mockResolvedValueOnce(answer(200, { paymentId: 'p2' }));
    await act('payPremium', {}, body);
    const keys = fetcher.mock.calls.map(keyOf);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });
});
