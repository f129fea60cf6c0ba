// Tests of failures: a page must know whether the server has decided.
import { expect, test } from 'vitest';
import { asFailure, failureOf, unanswered } from './failure.ts';

const body = (code: string) => ({
  error: { code, message: '没有办理。', remedy: '请重试。', field: 'text' },
});

test('a refusal of the catalogue is shown in its own words', () => {
  expect(failureOf(409, body('state-changed'))).toMatchObject({
    code: 'state-changed',
    message: '没有办理。',
    remedy: '请重试。',
    field: 'text',
    answered: true,
  });
});

test('silence, a fault and a page of a proxy leave it open whether the thing was done', () => {
  expect(unanswered().answered).toBe(false);
  expect(failureOf(500, body('fault-of-ours')).answered).toBe(false);
  expect(failureOf(503, '<html>').answered).toBe(false);
  expect(asFailure(new TypeError('broken')).answered).toBe(false);
});

test('an outside system that is silent is a decision: nothing was done, and it can be tried again', () => {
  expect(failureOf(503, body('outside-unavailable'))).toMatchObject({
    answered: true,
    isRefusedForNow: true,
  });
});
