// What somebody who holds a printed receipt may rely on: it says what was signed, and an altered one is refused with a sentence.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorBody, StaffMark } from '@gongji/contract';
import { done, refuse } from '@gongji/service';
import type { Receipt } from '@gongji/service';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, otherPerson, person, post, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { readReceipt, signReceipt } from './code.ts';
import { receiptPaper } from './paper.ts';
import { loadSigningKeys } from './signing-keys.ts';

const receipt: Receipt = {
  kind: 'premium',
  number: '20241015-7H2K9QXA4D',
  at: '2024-10-15T10:30:00.000+08:00',
  areaName: '马鞍山市',
  values: [
    '样小禾',
    '340***********0016',
    '马鞍山市',
    '2025 年度',
    '400.00 元',
    '2025-01-01',
    '样明远',
    '400.00 元',
    '',
  ],
};

const directory = mkdtempSync(join(tmpdir(), 'gongji-receipt-'));
const keys = loadSigningKeys(directory, {});
const code = signReceipt(keys, receipt);
const clerk: StaffMark = { ...reviewer, staffNo: 'W1', role: 'window-clerk' };
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({
    receipt: {
      premium: async ({ actor }) =>
        actor.kind === 'person' && actor.personNo === person.subjectNo ? done(receipt) : refuse('not-found'),
    },
    window: {
      receipt: async (_, personNo) => (personNo === person.subjectNo ? done(receipt) : refuse('not-found')),
    },
    person: {
      staff: async (staffNo) => [clerk, reviewer].find((staff) => staff.staffNo === staffNo),
    },
  });
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

describe('the code of a receipt', () => {
  it('is read back as it was signed, and always the same for the same receipt', () => {
    expect(readReceipt(keys, code)).toEqual(receipt);
    expect(signReceipt(keys, receipt)).toBe(code);
  });

  it('is refused when any letter of it is changed', () => {
    const letters = [...'ABCxyz019-_.'];
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...letters), (at, letter) => {
        const altered = code.slice(0, at) + letter + code.slice(at + 1);
        expect(readReceipt(keys, altered)).toEqual(altered === code ? receipt : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when it is cut off, longer, or anything else', () => {
    fc.assert(
      fc.property(fc.nat(code.length - 1), (length) => {
        expect(readReceipt(keys, code.slice(0, length))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readReceipt(keys, `${code}${text}.`)).toBeUndefined();
        expect(readReceipt(keys, text)).toBeUndefined();
      }),
    );
  });

  it('of another system is refused, and one of an older key of ours is accepted', () => {
    const other = mkdtempSync(join(tmpdir(), 'gongji-receipt-'));
    const theirs = loadSigningKeys(other, {});
    expect(readReceipt(keys, signReceipt(theirs, receipt))).toBeUndefined();
    const file = (folder: string) =>
      (JSON.parse(readFileSync(join(folder, 'receipt-keys.json'), 'utf8')) as { keys: { r1: string } }).keys
        .r1;
    const rotated = JSON.stringify({ active: 'r2', keys: { r1: file(directory), r2: file(other) } });
    const after = loadSigningKeys(other, { GONGJI_RECEIPT_KEYS: rotated });
    expect(readReceipt(after, code)).toEqual(receipt);
    expect(signReceipt(after, receipt)).toMatch(/^r2\./);
    rmSync(other, { recursive: true });
  });

  it('keeps its keys for their owner only, and says in Chinese when they are wrong', () => {
    expect(statSync(join(directory, 'receipt-keys.json')).mode & 0o777).toBe(0o600);
    for (const wrong of [
      'x',
      '{}',
      '{"active":"a","keys":{"b":"eA=="}}',
      '{"active":"a","keys":{"a":"eA=="}}',
    ])
      expect(() => loadSigningKeys(directory, { GONGJI_RECEIPT_KEYS: wrong })).toThrow('凭证签名密钥不正确');
  });

  it('fits a square code that a phone reads from paper', () => {
    const { code: square } = receiptPaper(keys, 'https://gongji.example.gov.cn', receipt);
    expect(square?.text).toMatch(/^https:\/\/gongji\.example\.gov\.cn\/verify#r1\./);
    expect(square?.text.length).toBeLessThan(700);
  });
});

describe('the paper and the public check', () => {
  const check = (text: string) => app.app.request('/api/receipt-checks', post({ code: text }));

  it('gives the paper to those whose affair it is only, as a PDF', async () => {
    const read = async (headers: Record<string, string>) =>
      app.app.request('/api/premiums/pre_1/receipt.pdf', { headers });
    const paper = await read(await app.as(person));
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await read(await app.as(otherPerson))).status).toBe(404);
    expect((await read({})).status).toBe(401);
  });

  it('gives the paper to the window clerk who serves the person, to no other staff', async () => {
    const read = async (personNo: string, headers: Record<string, string>) =>
      app.app.request(`/api/staff/window/people/${personNo}/premiums/pre_1/receipt.pdf`, { headers });
    const paper = await read(person.subjectNo, await app.as(clerk));
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await read(otherPerson.subjectNo, await app.as(clerk))).status).toBe(404);
    expect((await read(person.subjectNo, await app.as(reviewer))).status).toBe(403);
    expect((await read(person.subjectNo, await app.as(person))).status).toBe(403);
    expect((await read(person.subjectNo, {})).status).toBe(401);
  });

  it('shows anybody what is printed, no more', async () => {
    const own = signReceipt(app.parts.receiptKeys, receipt);
    const answer = await check(own);
    expect(await answer.json()).toEqual({
      kind: 'premium',
      title: '城乡居民基本医疗保险费缴费凭证',
      number: receipt.number,
      issuer: '马鞍山市医疗保障局（演示系统）',
      facts: [
        { label: '参保人', value: '样小禾' },
        { label: '身份证号码', value: '340***********0016' },
        { label: '参保地', value: '马鞍山市' },
        { label: '缴费年度', value: '2025 年度' },
        { label: '金额', value: '400.00 元' },
        { label: '待遇开始', value: '2025-01-01' },
        { label: '付款人', value: '样明远' },
        { label: '职工医保个人账户付', value: '400.00 元' },
        { label: '缴费时间', value: '2024年10月15日 10:30' },
      ],
    });
  });

  it('refuses an altered one with a sentence and what to do', async () => {
    const own = signReceipt(app.parts.receiptKeys, receipt);
    const [id, content, signature] = own.split('.');
    const more = Buffer.from(content ?? '', 'base64url')
      .toString()
      .replace('400.00', '900.00');
    const forged = `${id}.${Buffer.from(more).toString('base64url')}.${signature}`;
    const answer = await check(forged);
    expect(answer.status).toBe(422);
    const { error } = (await answer.json()) as ErrorBody;
    expect(error.code).toBe('receipt-not-genuine');
    expect(error.message).toContain('没有通过核对');
    expect(error.remedy).toContain('不要采信');
  });
});
