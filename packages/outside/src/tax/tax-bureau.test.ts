// Promises of the tax bureau: one answer per reference, one payment per person and year, nothing forgotten by a restart.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personNamed, testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';

let bureau: TestedPart;
beforeAll(async () => {
  bureau = await testedPart('tax');
});
beforeEach(() => bureau.clearFaults());
afterAll(() => bureau.close());

const payment = (reference: string, name: string, changes: object = {}) => {
  const { idNumber, area } = personNamed(name);
  return { reference, idNumber, area, coverageYear: 2025, amountFen: 40_000, ...changes };
};
const assessed = async (name: string, coverageYear: number) => {
  const { idNumber, area } = personNamed(name);
  return bureau.post('/assessments', { idNumber, area, coverageYear });
};

test('Maanshan is assessed by its groups, Hefei by amounts of its own', async () => {
  expect((await assessed('样小禾', 2025)).body.amountFen).toBe(40_000);
  expect((await assessed('样国安', 2025)).body.amountFen).toBe(6_400);
  expect((await assessed('例有田', 2025)).body.amountFen).toBe(8_800);
  expect((await assessed('例志远', 2025)).body.amountFen).toBe(20_000);
  expect((await assessed('样国安', 2023)).body.amountFen).toBe(5_600);
  const hefei = (await assessed('例小舟', 2025)).body;
  expect(hefei.amountFen).toBe(41_000);
  expect((await assessed('例小舟', 2025)).body.assessmentNo).toBe(hefei.assessmentNo);
});

test('what cannot be assessed is answered 404 with the reason', async () => {
  for (const [name, year] of [
    ['样明远', 2025],
    ['演桂芬', 2025],
    ['样小禾', 2024],
  ] as const) {
    const answer = await assessed(name, year);
    expect(answer.status).toBe(404);
    expect(answer.body.reason).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('a payment is accepted once; the same request gets the same answer, other content is refused 409', async () => {
  const first = await bureau.post('/payments', payment('r-once', '样小禾'));
  expect(first.body).toMatchObject({ state: 'accepted' });
  expect(first.body.acceptedAt).toMatch(/^2024-10-15T\d\d:\d\d:\d\d\+08:00$/);
  expect(await bureau.post('/payments', payment('r-once', '样小禾'))).toEqual(first);
  expect((await bureau.get('/payments/r-once')).body).toEqual(first.body);
  expect((await bureau.post('/payments', payment('r-once', '样小禾', { amountFen: 1 }))).status).toBe(409);
});

test('many requests at once with one reference make one payment', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => bureau.post('/payments', payment('r-many', '样小麦'))),
  );
  expect(new Set(answers.map((answer) => answer.body.taxReceiptNo)).size).toBe(1);
});

test('a second payment of the same person and year is refused', async () => {
  await bureau.post('/payments', payment('r-first', '例小溪'));
  const second = await bureau.post('/payments', payment('r-second', '例小溪'));
  expect(second.body).toEqual({ state: 'refused', reason: '已缴费' });
  expect((await bureau.get('/payments/r-second')).body).toEqual({ state: 'refused', reason: '已缴费' });
});

test('an amount other than the assessed one is refused', async () => {
  const answer = await bureau.post('/payments', payment('r-amount', '例安安', { amountFen: 39_999 }));
  expect(answer.body.state).toBe('refused');
});

test('silent after: the payment is done and can be inquired; silent before: it never arrived', async () => {
  await bureau.fault({ fault: 'silent-after', times: 1 });
  expect(await bureau.isSilent('/payments', payment('r-after', '仿秀英'))).toBe(true);
  expect((await bureau.get('/payments/r-after')).body.state).toBe('accepted');
  await bureau.fault({ fault: 'silent-before', times: 1 });
  expect(await bureau.isSilent('/payments', payment('r-before', '拟桂兰'))).toBe(true);
  expect((await bureau.get('/payments/r-before')).body).toEqual({ state: 'never-arrived' });
  expect((await bureau.post('/payments', payment('r-before', '拟桂兰'))).body.state).toBe('accepted');
});

test('a refusing bureau refuses that reference for good, and an inquiry can be silent too', async () => {
  await bureau.fault({ fault: 'refuse', times: 1 });
  const refused = await bureau.post('/payments', payment('r-refused', '例安安'));
  expect(refused.body.state).toBe('refused');
  expect((await bureau.post('/payments', payment('r-refused', '例安安'))).body).toEqual(refused.body);
  expect((await bureau.post('/payments', payment('r-again', '例安安'))).body.state).toBe('accepted');
  await bureau.fault({ fault: 'error', operation: 'inquiries', times: 1 });
  expect((await bureau.get('/payments/r-again')).status).toBe(500);
});

test('a restarted bureau remembers, even when it was killed in the middle of a line', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'outside-tax-'));
  const before = await testedPart('tax', { dataDirectory });
  const accepted = await before.post('/payments', payment('r-kept', '样小禾'));
  await before.close();
  appendFileSync(join(dataDirectory, 'tax-bureau.jsonl'), '{"payment":{"refer');
  const after = await testedPart('tax', { dataDirectory });
  expect((await after.get('/payments/r-kept')).body).toEqual(accepted.body);
  expect((await after.post('/payments', payment('r-new', '样小禾'))).body.reason).toBe('已缴费');
  await after.close();
  const third = await testedPart('tax', { dataDirectory });
  expect((await third.get('/payments/r-new')).body.state).toBe('refused');
  await third.close();
  rmSync(dataDirectory, { recursive: true });
});
