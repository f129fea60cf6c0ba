// Promises of the PDF foundation: same bytes, real text, readable code, no torn rows, no silent blanks.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import decodeQR from 'qr/decode.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { DocumentContent } from './content.ts';
import { renderPdf } from './render.ts';

const promise: DocumentContent = {
  title: '职工医保个人账户家庭共济承诺书',
  number: 'PR-340500-20261122-000001',
  madeAt: '2026-11-22T09:00:00+08:00',
  issuer: '马鞍山市医疗保障局',
  blocks: [
    { kind: 'heading', text: '承诺事项' },
    { kind: 'paragraph', text: '本人承诺所填信息真实、准确、完整，与使用人确属近亲属。' },
    { kind: 'list', items: ['不转借账户。', '及时报告变化。'] },
    { kind: 'facts', facts: [{ label: '使用人', value: '史小满（子女）' }] },
    {
      kind: 'signature',
      label: '承诺人',
      name: '史大川',
      drawing: {
        width: 300,
        height: 100,
        lines: [
          [
            [10, 10],
            [280, 90],
          ],
          [[150, 50]],
        ],
      },
      note: '2026年11月22日 手写签名',
    },
  ],
  code: { text: 'https://example.test/verify/PR-340500-20261122-000001', caption: '扫码核验' },
};

const cMaps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/');

/** Text of each page in reading order, without spaces, and the pages' tagged trees. */
async function read(bytes: Uint8Array) {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: cMaps,
    cMapPacked: true,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let index = 1; index <= pdf.numPages; index += 1) {
    const page = await pdf.getPage(index);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
    const walk = (node: unknown): void => {
      const { role, children } = node as { role?: string; children?: unknown[] };
      if (role) roles.push(role);
      children?.forEach(walk);
    };
    walk(await page.getStructTree());
  }
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { pages, roles, info: info as Record<string, unknown> };
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a document', () => {
  test('has the same bytes for the same content, and others for other content', async () => {
    const [first, second] = [await renderPdf(promise), await renderPdf(structuredClone(promise))];
    expect(sha(second)).toBe(sha(first));
    expect(sha(await renderPdf({ ...promise, number: 'PR-340500-20261122-000002' }))).not.toBe(sha(first));
  });

  test('carries its Chinese text as text, with number, title and language', async () => {
    const { pages, info } = await read(await renderPdf(promise));
    const text = pages.join('');
    for (const part of [
      '职工医保个人账户家庭共济承诺书',
      '编号PR-340500-20261122-000001',
      '1.不转借账户。',
      '史小满（子女）',
      '承诺人',
      '第1页，共1页',
    ])
      expect(text).toContain(part);
    expect(info).toMatchObject({ Title: promise.title, Author: promise.issuer, Language: 'zh-CN' });
  });

  test('is tagged for reading aloud', async () => {
    const { roles } = await read(await renderPdf(promise));
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Figure']) expect(roles).toContain(role);
  });

  test('embeds only the glyphs it uses', async () => {
    expect((await renderPdf(promise)).length).toBeLessThan(60_000);
  });

  test('says which characters the typeface lacks instead of leaving them blank', async () => {
    const rare = { ...promise, blocks: [{ kind: 'paragraph', text: '姓名：𠮷野' }] } as const;
    const text = (await read(await renderPdf(rare))).pages.join('');
    expect(text).toContain('姓名：〓野');
    expect(text).toContain('U+20BB7');
  });

  test('repeats a table’s titles on each page and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `2026-01-${index}`,
      `第${index}行说明`,
      `${index}.00`,
    ]);
    const content: DocumentContent = {
      ...promise,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: '日期', share: 2 },
            { title: '摘要', share: 5 },
            { title: '金额（元）', share: 2, align: 'end' },
          ],
          rows,
          total: ['合计', '', '7140.00'],
        },
      ],
    };
    const { pages } = await read(await renderPdf(content));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('金额（元）');
    const all = pages.join('');
    for (const row of rows) expect(all).toContain(row.join(''));
    expect(all).toContain('合计7140.00');
  });

  test('prints a code that a scanner reads', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await renderPdf(promise)), verbosity: 0 }).promise;
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    await pdf.destroy();
    expect(decodeQR({ width: canvas.width, height: canvas.height, data })).toBe(promise.code?.text);
  });
});
