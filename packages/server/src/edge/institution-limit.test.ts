// Promises of the institutions' limit: each has its own, and a changed one counts at once.
import { expect, test } from 'vitest';
import { createInstitutionLimit } from './institution-limit.ts';

const at = (ms: number) => new Date(1_721_789_415_000 + ms);
const a = { code: 'H34050000001', messagesPerSecond: 2 };
const b = { code: 'H34050000002', messagesPerSecond: 2 };

test('an institution that used its limit up waits, and another one does not', () => {
  const limit = createInstitutionLimit();
  expect([limit.take(a, at(0)), limit.take(a, at(0)), limit.take(a, at(0))]).toEqual([true, true, false]);
  expect(limit.take(b, at(0))).toBe(true);
  expect(limit.take(a, at(499))).toBe(false);
  expect(limit.take(a, at(1000))).toBe(true);
});

test('a limit that an administrator raises counts from the next message on', () => {
  const limit = createInstitutionLimit();
  const slow = { ...a, messagesPerSecond: 1 };
  expect([limit.take(slow, at(0)), limit.take(slow, at(0))]).toEqual([true, false]);
  expect(limit.take({ ...a, messagesPerSecond: 50 }, at(0))).toBe(true);
});
