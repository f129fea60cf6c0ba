// The page of a policy comparison: everything on it can be read with a keyboard, and wide tables and the picture scroll by themselves.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desktop,
  expectAccessible,
  openBrowser,
  openPage,
  phone,
  picture,
  tabWalk,
} from './support/browser.ts';

let browser: Browser;
const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongji-diff-')), 'difference.html');

beforeAll(async () => {
  const sides = ['211200@2025-03-01', '211200@2026-03-01'];
  execFileSync('npx', ['gongji', 'policy', 'diff', ...sides, '--population', '500', '--html', file], {
    cwd: path.join(import.meta.dirname, '..'),
  });
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { size: phone, sizeName: 'phone' },
  { size: desktop, sizeName: 'desktop' },
])('the comparison of two policies on a $sizeName', ({ size, sizeName }) => {
  it('names its tables and its picture, reaches them by Tab, and never scrolls as a whole', async () => {
    const page = await openPage(browser, size);
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('heading', { level: 1, name: '两份政策的比较：谁少付，谁多付' }).waitFor();
    await page.getByRole('table', { name: '一年的变化，按人群' }).waitFor();
    await page.getByRole('img', { name: '两份政策的比较' }).waitFor();
    expect(await tabWalk(page)).toEqual([
      '比较图',
      '一年的变化，按人群',
      expect.stringContaining('不同的数字和规则'),
    ]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(overflow)).toBe(0);
    await expectAccessible(page);
    await picture(page, `policy-difference-${sizeName}`);
    await page.context().close();
  });
});
