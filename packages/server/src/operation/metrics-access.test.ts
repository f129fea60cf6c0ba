import { expect, test } from 'vitest';
import { mayReadMetrics } from './metrics-access.ts';

const asking = { authorization: undefined, address: '127.0.0.1', forwarded: undefined };

test('without a token only a program on this machine reads the metrics', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect(mayReadMetrics(null, { ...asking, address })).toBe(true);
  }
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', undefined]) {
    expect(mayReadMetrics(null, { ...asking, address })).toBe(false);
  }
});

test('a proxy on this machine does not open the metrics to those behind it', () => {
  expect(mayReadMetrics(null, { ...asking, forwarded: '10.1.2.3' })).toBe(false);
});

test('with a token only its holder reads the metrics, from anywhere', () => {
  const far = { ...asking, address: '10.1.2.3' };
  expect(mayReadMetrics('long-token', { ...far, authorization: 'Bearer long-token' })).toBe(true);
  for (const authorization of [undefined, 'long-token', 'Bearer long-toke', 'Bearer null']) {
    expect(mayReadMetrics('long-token', { ...asking, authorization })).toBe(false);
  }
});
