// Promises of the daily files: every row of the day and a line that counts them; ordered faults of rows stand until they are cleared.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personNamed, testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';

let bureau: TestedPart;
let channel: TestedPart;
const day = '2024-10-15';
beforeAll(async () => {
  bureau = await testedPart('tax');
  channel = await testedPart('cash');
  for (const name of ['样小禾', '样小麦']) {
    const { idNumber, area } = personNamed(name);
    await bureau.post('/payments', {
      reference: name,
      idNumber,
      area,
      coverageYear: 2025,
      amountFen: 40_000,
    });
  }
});
beforeEach(() => bureau.clearFaults());
afterAll(() => Promise.all([bureau.close(), channel.close()]));

const fileOf = async (part: TestedPart, fileDay = day) => {
  const response = await fetch(`${part.url}/files/${fileDay}`);
  return { status: response.status, lines: (await response.text()).trim().split('\n') };
};
const references = (lines: string[]) => lines.slice(1, -1).map((line) => line.split(',')[0]);

test('a file has a header, every accepted payment of the day, and a line that counts them', async () => {
  const { lines } = await fileOf(bureau);
  expect(lines[0]).toBe('reference,number,area,kind,amountFen,at');
  expect(references(lines)).toEqual(['样小禾', '样小麦']);
  expect(lines[1]).toMatch(/^样小禾,TAX2025340500\d{8},340500,accepted,40000,2024-10-15T/);
  expect(lines.at(-1)).toBe('TOTAL,2,,,80000,');
  expect((await fileOf(bureau, '2024-10-14')).lines.at(-1)).toBe('TOTAL,0,,,0,');
  expect((await fileOf(bureau, '2024-10-16')).status).toBe(404);
});

test('rows can be missing, different, extra or late, and stay so when the file is fetched again', async () => {
  await bureau.fault({ fault: 'row-missing', day, reference: '样小禾' });
  await bureau.fault({ fault: 'row-different', day, amountFen: 39_000 });
  await bureau.fault({ fault: 'row-extra', day, reference: 'nobody', amountFen: 5, area: '211200' });
  const { lines } = await fileOf(bureau);
  expect(references(lines)).toEqual(['样小麦', 'nobody']);
  expect(lines.at(-1)).toBe('TOTAL,2,,,39005,');
  expect((await fileOf(bureau)).lines).toEqual(lines);
  await bureau.clearFaults();
  await bureau.fault({ fault: 'row-late', day: '2024-10-14' });
  expect(references((await fileOf(bureau)).lines)).toEqual(['样小禾', '样小麦']);
  await bureau.fault({ fault: 'row-late', day });
  expect(references((await fileOf(bureau)).lines)).toEqual(['样小麦']);
});

test('a fault of a row needs its day, and a system that makes files', async () => {
  expect((await bureau.fault({ fault: 'row-late' })).status).toBe(400);
  const sms = await testedPart('sms');
  expect((await sms.fault({ fault: 'row-late', day })).status).toBe(400);
  await sms.close();
});

test('the cash channel lists payments and refunds with the sub-account they are for', async () => {
  const order = { reference: 'c-1', amountFen: 700, subject: '差额', returnUrl: 'http://localhost:1/' };
  const { body } = await channel.post('/orders', { ...order, area: '340500' });
  await fetch(`${String(body.payUrl)}/confirm`, { method: 'POST', redirect: 'manual' });
  await channel.post('/orders/c-1/refund');
  const { lines } = await fileOf(channel);
  expect(lines.slice(1, -1).map((line) => line.split(',').slice(2, 5))).toEqual([
    ['340500', 'paid', '700'],
    ['340500', 'refunded', '700'],
  ]);
});

test('a file can be refused or fail like any other answer', async () => {
  await bureau.fault({ fault: 'error', operation: 'files', times: 1 });
  expect((await fileOf(bureau)).status).toBe(500);
  await bureau.fault({ fault: 'refuse', operation: 'files', times: 1 });
  expect((await fileOf(bureau)).status).toBe(404);
});
