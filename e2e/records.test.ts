// The auditor looks a person up, asks for a full number, finds the own looks again, takes them along and checks the records.
import { readFile } from 'node:fs/promises';
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
import { personNamed, signIn, staffNo } from './support/people.ts';

const area = '340500';
const giver = personNamed('样明远');
const slow = { timeout: 30_000 };

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, desktop);
  page.setDefaultTimeout(slow.timeout);
});
afterAll(() => browser.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const inBothSizes = async (shot: string) => {
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

describe('档案查询', () => {
  it('finds a person by identity number, with the number masked', async () => {
    await signIn(page, '/staff/', staffNo('auditor', area));
    await heading('档案查询');
    await page.getByLabel(/^身份证号码、人员编号/).fill(giver.idNumber);
    await page.keyboard.press('Enter');
    await page.getByText('找到以下档案').waitFor();
    await inBothSizes('records-1-search');
    const walk = await tabWalk(page);
    expect(walk.join('｜')).toContain(giver.name);
    await page.getByRole('link', { name: giver.name }).click();
    await heading(new RegExp(giver.name));
    expect(await page.locator('main').innerText()).not.toContain(giver.idNumber);
    await page.getByRole('heading', { name: '个人账户' }).waitFor();
    await inBothSizes('records-2-person');
  });

  it('shows the full number for a reason, and that it was shown', async () => {
    await page.getByRole('button', { name: '查看完整证件号和手机号' }).click();
    await page.getByRole('button', { name: '稽核核对' }).click();
    await expectAccessible(page);
    await picture(page, 'records-3-reveal');
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click();
    await page.getByText(giver.idNumber).waitFor();
    const sights = page.getByRole('region', { name: '谁看过' });
    await sights.getByText(/查看完整证件号和手机号.*稽核核对/).waitFor();
  });

  it('opens what belongs to the person, with its history', async () => {
    await page
      .getByRole('region', { name: '有关的档案' })
      .getByRole('link', { name: /共济关系/ })
      .first()
      .click();
    await heading(/共济关系/);
    await page.getByText('建立共济关系').waitFor();
    await inBothSizes('records-4-relation');
  });
});

describe('稽核', () => {
  it('finds the own looks and sign-in again, and takes them along as a file', async () => {
    await page.getByRole('link', { name: '稽核', exact: true }).click();
    await heading('稽核');
    await page.getByText('查看完整证件号和手机号').first().waitFor();
    await page.locator('.audit-signed-in').first().waitFor();
    await inBothSizes('audit-1-list');
    const walk = (await tabWalk(page)).join('｜');
    for (const name of ['从哪天', '类别', '谁', '对象', '查找', '导出 CSV']) expect(walk).toContain(name);
    await page.getByLabel('类别').selectOption('查阅');
    await page.getByLabel(/^对象/).fill(giver.personNo);
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('说明：稽核核对').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/^稽核记录-340500-.*\.csv$/);
    expect(text).toContain('查看完整证件号和手机号');
    expect(text).not.toContain(giver.idNumber);
    await page.getByText(/^已导出 \d+ 条/).waitFor();
  });

  it('checks that everything is as it was written', async () => {
    await page.getByRole('link', { name: '核验记录' }).click();
    await heading('核验记录');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByText(/^全部一致/).waitFor({ timeout: 90_000 });
    await inBothSizes('audit-2-verified');
  });

  it('is closed to those who have no right to it', async () => {
    const clerk = await openPage(browser, desktop);
    clerk.setDefaultTimeout(slow.timeout);
    await signIn(clerk, '/staff/audit', staffNo('reviewer', area));
    await clerk.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    await clerk.context().close();
  });
});
