// The hospital's software: signed notices are booked once, also after a restart, and it fails as ordered.
import { sampleWorld } from '@gongji/sample';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testedPart } from '../testing.ts';

const institution = sampleWorld().institutions[0]!;
const directory = mkdtempSync(join(tmpdir(), 'gongji-hospital-'));
afterAll(() => rmSync(directory, { recursive: true }));

const notice = (payOrdId: string, msgid = `${institution.code}202410151030000001`) => ({
  infno: '6302',
  msgid,
  fixmedins_code: institution.code,
  input: {
    data: {
      ...{ payOrdId, callType: '02', medOrgOrd: 'OWN1', traceTime: '2024-10-15 10:30:00', setlType: 'HI' },
      ...{ feeSumamt: 106, ownpayAmt: 50, psnAcctPay: 56, fundPay: 0, hiDocSn: 'set_1' },
    },
  },
});

async function send(url: string, body: object, secret = institution.secret) {
  const names = { _api_access_key: institution.accessKey, _api_name: '6302' };
  const signed = { ...names, _api_timestamp: '1721789415123', _api_version: '1.0.0' };
  const text = Object.entries(signed)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const signature = createHmac('sha1', secret).update(text).digest('base64');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed, _api_signature: signature },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { output?: { data: { success: boolean } } };
  return { status: response.status, success: answer.output?.data.success };
}

test('a notice is booked once, however often it comes, also after a restart', async () => {
  const first = await testedPart('hospital', { dataDirectory: directory });
  expect(await send(first.url, notice('ord_1'))).toEqual({ status: 200, success: true });
  expect(await send(first.url, notice('ord_1', 'another'))).toEqual({ status: 200, success: true });
  await first.close();
  const again = await testedPart('hospital', { dataDirectory: directory });
  await send(again.url, notice('ord_1'));
  await send(again.url, notice('ord_2'));
  const { body } = await again.get('/notices');
  expect(body['notices']).toMatchObject([
    { msgid: `${institution.code}202410151030000001`, data: { payOrdId: 'ord_1', feeSumamt: 106 } },
    { data: { payOrdId: 'ord_2' } },
  ]);
  const page = await (await fetch(again.url)).text();
  expect(page).toContain('订单 OWN1');
  expect(page).toContain('106.00 元');
  await again.close();
});

test('a wrong signature, another message and an ordered fault book nothing', async () => {
  const part = await testedPart('hospital');
  expect((await send(part.url, notice('ord_1'), 'wrong')).status).toBe(401);
  expect((await send(part.url, { ...notice('ord_1'), infno: '6301' })).status).toBe(400);
  await part.fault({ fault: 'refuse', times: 1 });
  expect(await send(part.url, notice('ord_1'))).toEqual({ status: 200, success: false });
  await part.fault({ fault: 'error', times: 1 });
  expect((await send(part.url, notice('ord_1'))).status).toBe(500);
  expect((await part.get('/notices')).body['notices']).toEqual([]);
  await part.close();
});
