// The pure SHA-256 gives what Node's gives, for every length around a block and for every kind of character.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from './sha256.ts';

const reference = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test('agrees with Node for every length up to three blocks', () => {
  for (let length = 0; length <= 192; length += 1) {
    const text = 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(reference(text));
  }
});

test('agrees with Node for any text, Chinese and rare characters too', () => {
  expect(sha256Hex('共济𠮷é')).toBe(reference('共济𠮷é'));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => sha256Hex(text) === reference(text)));
});
