// What the page sends so that the server knows for whom it was opened.
import { expect, it } from 'vitest';
import { actingHeaders, actsFor } from './acting.ts';

it('names the person shown first, for good, and tells when the session is another’s', () => {
  expect(actsFor(undefined)).toBe(true);
  expect(actingHeaders()).toEqual({});
  expect(actsFor('340500001')).toBe(true);
  expect(actsFor('340500002')).toBe(false);
  expect(actsFor(undefined)).toBe(true);
  expect(actsFor('340500001')).toBe(true);
  expect(actingHeaders()).toEqual({ 'x-acting-for': '340500001' });
});
