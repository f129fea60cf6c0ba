// A finance officer and a supervisor look at the dashboards; every number opens the list behind it, every chart has its table.
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

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, desktop);
  page.setDefaultTimeout(30_000);
});
afterAll(() => browser.close());

const go = (name: string) =>
  page.getByRole('navigation', { name: '统计' }).getByRole('link', { name }).click();
const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
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

describe('统计', () => {
  it('shows money by purpose with a chart and its table, and each sum opens its payments', async () => {
    await signIn(page, '/staff/dashboards', staffNo('finance', '211200'));
    await heading('资金统计');
    await page.getByRole('img', { name: /^柱状图/ }).waitFor();
    await page.getByRole('img', { name: /^桑基图/ }).waitFor();
    await inBothSizes('dashboards-1-money');
    expect((await tabWalk(page)).some((name) => name.includes('打开名单'))).toBe(true);
    await page.getByRole('button', { name: /2024-09 门诊就医 本人账户，打开名单/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('铁岭市 → 铁岭市').first().waitFor();
    await inBothSizes('dashboards-2-list');
    await dialog.getByRole('link', { name: /^set_/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /^凭证 jrn_/ }).waitFor();
  });

  it('shows relations, applications and the premium window', async () => {
    await signIn(page, '/staff/dashboards/relations', staffNo('supervisor', '340500'));
    await heading('绑定关系统计');
    await page.getByRole('img', { name: /^条形图/ }).waitFor();
    await inBothSizes('dashboards-3-relations');
    await page.getByRole('button', { name: /子女，有效，打开名单/ }).click();
    await page.getByRole('dialog').getByText('子女，马鞍山市参保').first().waitFor();
    await page.keyboard.press('Escape');
    await go('绑定申请');
    await heading('绑定申请统计');
    await page.getByText('一次通过率').waitFor();
    await inBothSizes('dashboards-4-applications');
    await go('居民保费');
    await heading('居民保费进度');
    await page.getByRole('img', { name: /^面积图/ }).waitFor();
    await inBothSizes('dashboards-5-premiums');
  });
});
