// Files of finance: numbers are numbers, Chinese stays Chinese, no cell becomes a formula, and others are turned away.
import type { Refunds } from '@gongji/contract';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, person, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { csvOf, xlsxOf } from './sheet.ts';

const finance = { ...reviewer, staffNo: 'F1', role: 'finance' as const };
const noted: unknown[] = [];
const refunds: Refunds = {
  month: '2024-10',
  items: [
    {
      ...{ kind: 'settlement', reference: 'set_1', day: '2024-10-15', place: '=示例,医院' },
      ...{ accountFen: 123_456, cashFen: 5, state: 'done', journalId: 'jrn_1' },
    },
  ],
};
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({
    person: { staff: async (number) => [finance, reviewer].find(({ staffNo }) => staffNo === number) },
    finance: {
      refunds: async () => ({ ok: true, value: refunds }),
      noteExport: async (_, table, of) => {
        noted.push({ table, ...of });
        return { ok: true, value: null };
      },
    },
  });
});
afterAll(() => app.close());
const address = (file: string) => `/api/staff/finance/exports/${file}?month=2024-10`;

test('a table comes as CSV with a byte-order mark, yuan by digits, and is noted', async () => {
  const response = await app.app.request(address('refunds.csv'), { headers: await app.as(finance) });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('退款 2024-10.csv'));
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, line] = new TextDecoder().decode(bytes).split('\r\n');
  expect(head).toBe('日期,事项,业务编号,机构,退回账户和基金（元）,退回现金（元）,状态,凭证号');
  expect(line).toBe(`2024-10-15,结算退费,set_1,"'=示例,医院",1234.56,0.05,已退,jrn_1`);
  expect(noted).toMatchObject([{ table: 'refunds.csv', month: '2024-10' }]);
});

test('the same table comes as XLSX whose amounts can be summed', async () => {
  const response = await app.app.request(address('refunds.xlsx'), { headers: await app.as(finance) });
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<v>1234.56</v>');
  expect(sheet).not.toContain('<f>');
});

test('other roles, people and nobody get no file, and an unknown table is not found', async () => {
  expect((await app.app.request(address('refunds.csv'), { headers: await app.as(reviewer) })).status).toBe(
    403,
  );
  expect((await app.app.request(address('refunds.csv'), { headers: await app.as(person) })).status).toBe(403);
  expect((await app.app.request(address('refunds.csv'))).status).toBe(401);
  expect((await app.app.request(address('secrets.csv'), { headers: await app.as(finance) })).status).toBe(
    404,
  );
});

test('a title with signs that sheets refuse, or a long one, still makes a file', async () => {
  const sheet = { title: '明细账/2024:10*[一]?'.repeat(4), columns: [], rows: [] };
  expect((await xlsxOf(sheet)).length).toBeGreaterThan(0);
  expect(csvOf(sheet)).toBe('\uFEFF\r\n');
});
