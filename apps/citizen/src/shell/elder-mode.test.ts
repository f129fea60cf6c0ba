// Promises of following the host's font size.
import { expect, test } from 'vitest';
import { hostScale } from './elder-mode.ts';

test('a host that says how large its letters are is followed, anything else is not', () => {
  expect(hostScale('?fontScale=1.25')).toBe(1.25);
  expect(hostScale('?a=1&fontScale=0.8')).toBe(0.8);
  for (const other of ['', '?fontScale=', '?fontScale=9', '?fontScale=0', '?fontScale=big', '?fontScale=-1'])
    expect(hostScale(other)).toBeUndefined();
});
