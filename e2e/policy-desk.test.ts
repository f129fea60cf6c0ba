// A policy officer publishes next year's premium without a developer: form, mistakes in place, plot, a second person, its day.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
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
import { signIn, staffNo } from './support/people.ts';
import { freshPlace, startProduct } from './support/product.ts';
import type { Product } from './support/product.ts';

const area = '340500';
let place: Awaited<ReturnType<typeof freshPlace>>;
let product: Product;
let browser: Browser;
let officer: Page;
let supervisor: Page;

/** A page that is signed in at the product of this test, which has its days to itself. */
async function staffPage(role: string): Promise<Page> {
  const page = await openPage(browser, desktop);
  page.setDefaultTimeout(30_000);
  await signIn(page, '/staff/policies', staffNo(role, area), product.address);
  return page;
}

async function setDay(date: string): Promise<void> {
  const headers = { origin: new URL(product.address).origin, 'idempotency-key': `day-${date}` };
  const answer = await officer.request.post(new URL('/api/demo-date', product.address).toString(), {
    headers,
    data: { date },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

beforeAll(async () => {
  place = await freshPlace();
  product = await startProduct(place.env);
  browser = await openBrowser();
  officer = await staffPage('policy-officer');
  await setDay('2026-09-01');
  supervisor = await staffPage('supervisor');
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  place.remove();
});

const inBothSizes = async (page: Page, shot: string) => {
  for (const [size, suffix] of [
    [phone, 'phone'],
    [desktop, 'desktop'],
  ] as const) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    const widths = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(widths), `${shot} ${suffix} scrolls sideways`).toBeLessThanOrEqual(0);
    await picture(page, `${shot}-${suffix}`);
  }
};

/** Years of the premium that the public guide announces. */
async function announced(): Promise<{ coverageYear: number; ordinaryFen: number | null }[]> {
  const answer = await fetch(new URL(`/api/guides/${area}`, product.address));
  return ((await answer.json()) as { premiumYears: { coverageYear: number; ordinaryFen: number | null }[] })
    .premiumYears;
}

const yearOf = async (coverageYear: number) =>
  (await announced()).find((year) => year.coverageYear === coverageYear);

/** What the command prints, run beside the running product. */
async function gongji(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npx', ['gongji', ...args], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, ...place.env },
  });
  return stdout;
}

/** Follows the link of the page's list. */
async function openDraft(page: Page): Promise<void> {
  await page.goto(new URL('/staff/policies', product.address).toString());
  await page.getByRole('link', { name: '2027 年度居民医保缴费' }).first().click();
  await page.getByRole('heading', { level: 1, name: /2027 年度居民医保缴费/ }).waitFor();
}

describe('政策', () => {
  it('shows what is in force with sources and grades', async () => {
    await officer.goto(new URL('/staff/policies', product.address).toString());
    await officer.getByRole('heading', { level: 1, name: '马鞍山市的政策' }).waitFor();
    await officer.getByText('400.00 元').first().waitFor();
    await officer.getByText('依据较弱').first().waitFor();
    await inBothSizes(officer, 'policy-1-in-force');
    expect(await tabWalk(officer)).toEqual(
      expect.arrayContaining(['看哪一天的政策', '这次改什么', '开始起草']) as string[],
    );
  });

  it('takes next year from a form, and shows a mistake where it stands', async () => {
    await officer.getByLabel('这次改什么').fill('2027 年度居民医保缴费');
    await officer.getByRole('button', { name: '开始起草' }).click();
    await officer.getByRole('form', { name: '加上一个缴费年度' }).waitFor();
    await officer.getByLabel('集中缴费第一天').fill('2026-09-10');
    await officer.getByLabel('集中缴费最后一天').fill('2026-12-31');
    for (const [group, yuan] of [
      ['普通居民', '430'],
      ['特困人员', '0'],
      ['最低生活保障对象', '86.5'],
    ] as const) {
      await officer.getByLabel(group, { exact: true }).fill(yuan);
    }
    await officer.getByLabel('文件名称').fill('马鞍山市2027年度居民医保缴费的通知（演示）');
    await officer.getByRole('button', { name: '写进草稿' }).click();
    await officer.getByText(/2027 年度已写进草稿/).waitFor();
    await officer.getByText(/没有错误.*可以提交/).waitFor();

    const editor = officer.getByRole('textbox', { name: '政策文件（YAML）' });
    await editor.focus();
    await officer.keyboard.press('Control+Home');
    await officer.keyboard.type('leyer: area\n');
    await officer.getByText(/有 \d+ 处错误/).waitFor();
    await officer
      .getByText(/是不是想写 layer/)
      .first()
      .waitFor();
    await officer.getByRole('button', { name: /第 1 行第 1 列/ }).click();
    await officer.locator('.cm-lintRange-error').first().waitFor();
    await inBothSizes(officer, 'policy-2-mistake');
    await editor.focus();
    await officer.keyboard.press('Control+Home');
    await officer.keyboard.press('Shift+ArrowDown');
    await officer.keyboard.press('Delete');
    await officer.getByText(/没有错误.*可以提交/).waitFor();
    // Tab leaves the editor.
    await officer.keyboard.press('Tab');
    expect(await officer.evaluate<boolean>('document.activeElement.closest(".cm-content") === null')).toBe(
      true,
    );
    await officer.getByRole('button', { name: '保存草稿' }).click();
    await officer.getByText('草稿已保存。').waitFor();
  });

  it('compares with what is published, with a plot, and is submitted', async () => {
    await officer.getByLabel('试算人数').selectOption('200');
    await officer.getByLabel('已公布的，看哪一天').fill('2026-03-01');
    await officer.getByLabel('草稿，看哪一天').fill('2027-03-01');
    await officer.getByRole('button', { name: '试算比较' }).click();
    await officer.getByRole('region', { name: '试算图' }).locator('svg').waitFor();
    await officer.getByRole('region', { name: '不同的数字' }).getByText('430.00 元').waitFor();
    await officer
      .getByRole('listitem')
      .filter({ hasText: /^城乡居民 \d+ 人：少付 0 人，多付 [1-9]/ })
      .waitFor();
    await inBothSizes(officer, 'policy-3-compare');
    await officer.getByLabel('自哪天起有效').fill('2026-09-10');
    await officer.getByLabel('说明（审核人会看到）').fill('按通知录入，已逐项核对');
    await officer.getByRole('button', { name: '提交审核' }).click();
    await officer.getByText(/要由没有写过这份草稿的/).waitFor();
    expect(await officer.getByRole('form', { name: '批准' }).count()).toBe(0);
  });

  it('is approved by another person, published, and counts from its day without a restart', async () => {
    await openDraft(supervisor);
    const approval = supervisor.getByRole('form', { name: '批准' });
    await approval.getByLabel('批准意见').fill('与通知原文一致');
    await supervisor.locator('.cm-changedLine').first().waitFor();
    await inBothSizes(supervisor, 'policy-4-approval');
    await approval.getByRole('button').click();
    await supervisor.getByText('已批准，待公布').waitFor();

    await openDraft(officer);
    const publication = officer.getByRole('form', { name: '公布' });
    await publication.getByLabel(/^理由/).fill('按批准意见公布');
    await publication.getByRole('button').click();
    await officer.getByText('已公布，自 2026-09-10 起有效').waitFor();
    await inBothSizes(officer, 'policy-5-published');

    expect(await yearOf(2027)).toBeUndefined();
    await setDay('2026-09-10');
    expect(await yearOf(2027)).toMatchObject({ ordinaryFen: 43000 });
  });

  it('is written out as files, which the tools for policy staff take', async () => {
    const folder = join(place.env['GONGJI_DATA'] ?? '', '..', `export-${process.pid}`);
    try {
      expect(await gongji('policy', 'export', folder)).toContain('个文件（含已公布、尚未生效的版本）');
      const at = ['--at', `${area}@2027-03-01`, '--population', '50'];
      expect(await gongji('policy', 'diff', 'published', folder, ...at)).toMatch(/普通居民.*430\.00 元/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
