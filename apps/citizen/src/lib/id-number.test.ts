// Promises of the identity number check.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdNumber, maskIdNumber, plainIdNumber } from './id-number.ts';

const right = '11010519491231002X';

describe('checkIdNumber', () => {
  it('accepts the example of the standard, also with spaces and a small x', () => {
    expect(checkIdNumber(right)).toEqual({ outcome: 'right' });
    expect(checkIdNumber('110105 19491231 002x')).toEqual({ outcome: 'right' });
  });
  it('tells how many digits are missing instead of complaining while one types', () => {
    expect(checkIdNumber('')).toEqual({ outcome: 'empty' });
    expect(checkIdNumber('110105')).toEqual({ outcome: 'incomplete', missing: 12 });
  });
  it('refuses any one digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (index, add) => {
        const digit = (Number(right[index]) + add) % 10;
        const changed = `${right.slice(0, index)}${digit}${right.slice(index + 1)}`;
        expect(checkIdNumber(changed).outcome).toBe('wrong');
      }),
    );
  });
  it('refuses a day that does not exist, letters, and an X before the end', () => {
    expect(checkIdNumber('110105194902300028').outcome).toBe('wrong');
    expect(checkIdNumber('11010A').outcome).toBe('wrong');
    expect(checkIdNumber('1101X').outcome).toBe('wrong');
    expect(checkIdNumber(`${right}1`).outcome).toBe('wrong');
  });
});

describe('what is shown', () => {
  it('hides the middle of a number', () => {
    expect(maskIdNumber(right)).toBe('110***********002X');
    expect(plainIdNumber(' 11 x')).toBe('11X');
  });
});
