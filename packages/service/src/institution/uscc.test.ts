// The check character of a unified social credit code.
import { expect, test } from 'vitest';
import { sampleWorld } from '@gongji/sample';
import { isUscc } from './uscc.ts';

test('the codes of the sample world fit, and no single character can be changed', () => {
  for (const { uscc } of sampleWorld().institutions) {
    expect(isUscc(uscc), uscc).toBe(true);
    for (let at = 0; at < uscc.length; at += 1) {
      const other = uscc[at] === '1' ? '2' : '1';
      expect(isUscc(uscc.slice(0, at) + other + uscc.slice(at + 1))).toBe(false);
    }
  }
});

test('a code of another length or with a letter that is never used does not fit', () => {
  expect(isUscc('91340500')).toBe(false);
  expect(isUscc('9134050000000000I1')).toBe(false);
});
