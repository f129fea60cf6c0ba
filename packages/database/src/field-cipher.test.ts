// The cipher's promises: what was encrypted comes back in its own place only, and keys can be rotated.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFieldCipher } from './field-cipher.ts';
import { loadKeys } from './keys.ts';
import type { FieldKeys } from './keys.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const keys: FieldKeys = { active: 'k1', keys: { k1: key(1) }, lookup: key(9) };
const cipher = createFieldCipher(keys);
const place = { table: 'person', column: 'identity_number', rowId: 'per_1' };

describe('a field', () => {
  it('comes back as it was, text or bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, bytes) => {
        expect(cipher.decryptText(cipher.encrypt(text, place), place)).toBe(text);
        expect(new Uint8Array(cipher.decryptBytes(cipher.encrypt(bytes, place), place))).toEqual(bytes);
      }),
    );
  });
  it('never looks the same twice', () => {
    expect(
      cipher.encrypt('340503199001010018', place).equals(cipher.encrypt('340503199001010018', place)),
    ).toBe(false);
  });
  it.each([
    { ...place, rowId: 'per_2' },
    { ...place, column: 'phone' },
    { ...place, table: 'relation' },
  ])('does not decrypt in another place: %o', (other) => {
    expect(() => cipher.decryptText(cipher.encrypt('x', place), other)).toThrow();
  });
  it('does not decrypt when any byte is altered', () => {
    const sealed = cipher.encrypt('secret', place);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed);
      altered[index] = altered[index]! ^ 1;
      expect(() => cipher.decryptText(altered, place)).toThrow();
    }
    expect(() => cipher.decryptText(sealed.subarray(0, 10), place)).toThrow('not an encrypted field');
  });
  it('is read after a rotation, and written under the new key', () => {
    const rotated = createFieldCipher({ ...keys, active: 'k2', keys: { ...keys.keys, k2: key(2) } });
    expect(rotated.decryptText(cipher.encrypt('old', place), place)).toBe('old');
    expect(() => cipher.decryptText(rotated.encrypt('new', place), place)).toThrow('field key k2');
  });
  it('is found by a hash that nobody can compute without the key', () => {
    const other = createFieldCipher({ ...keys, lookup: key(8) });
    expect(cipher.lookupHash('x').equals(cipher.lookupHash('x'))).toBe(true);
    expect(cipher.lookupHash('x').equals(other.lookupHash('x'))).toBe(false);
  });
});

describe('the keys', () => {
  it('are made once, for the owner of the file only, and found again', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'gongji-keys-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const made = loadKeys(path.join(directory, 'data'), {});
    expect(loadKeys(path.join(directory, 'data'), {})).toEqual(made);
    expect(statSync(path.join(directory, 'data', 'keys.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path.join(directory, 'data', 'keys.json'), 'utf8'))).toEqual(made);
  });
  it('come from the environment if they are there', () => {
    expect(loadKeys('unused', { GONGJI_KEYS: JSON.stringify(keys) })).toEqual(keys);
  });
  it.each([
    ['{', '不是 JSON'],
    ['{}', '缺少 active 或 keys'],
    [JSON.stringify({ ...keys, active: 'k7' }), 'k7'],
    [JSON.stringify({ ...keys, lookup: 'c2hvcnQ=' }), 'lookup 的长度不对'],
    [JSON.stringify({ ...keys, keys: { k1: 'c2hvcnQ=' } }), 'k1 的长度不对'],
  ])('are refused with a sentence that tells no key: %s', (given, what) => {
    expect(() => loadKeys('unused', { GONGJI_KEYS: given })).toThrow(what);
    expect(() => loadKeys('unused', { GONGJI_KEYS: given })).not.toThrow('c2hvcnQ');
  });
});
