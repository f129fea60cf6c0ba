// A finance officer closes a day and follows each figure to its entries; differences are ended with a reason; tables go out as files.
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
import { signIn, staffNo } from './support/people.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, desktop);
  page.setDefaultTimeout(30_000);
});
afterAll(() => browser.close());

const heading = (text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const follow = (name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click();
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
const go = (name: string) =>
  page.getByRole('navigation', { name: '财务' }).getByRole('link', { name }).click();

describe('财务', () => {
  it('opens on the day before, with its sums, and leads down to the journal of one settlement', async () => {
    await signIn(page, '/staff/finance', staffNo('finance', '340500'));
    await heading('日结');
    await page.getByRole('table').getByText('统筹基金').waitFor();
    await inBothSizes('finance-1-day');
    expect(await tabWalk(page)).toEqual(
      expect.arrayContaining(['日期', '重新核对（税务部门）', '关账', 'Excel', '应付定点机构']) as string[],
    );
    await follow('应付定点机构');
    await heading(/发生额：应付定点机构/);
    await inBothSizes('finance-2-accounts');
    await follow(/应付定点机构 示例马鞍山市/);
    await heading('账户明细');
    await inBothSizes('finance-3-entries');
    await follow(/^jrn_/);
    await heading(/^凭证 jrn_/);
    await page.getByText('医药费用结算').waitFor();
    await inBothSizes('finance-4-journal');
  });

  it('ends a difference with a choice and a reason', async () => {
    await go('对账差异');
    await heading('对账差异');
    await page.getByRole('link', { name: '对方有、我方没有' }).first().waitFor();
    await inBothSizes('finance-5-cases');
    await follow('对方有、我方没有');
    await page.getByLabel(/^对方更正/).check();
    await page.getByLabel(/^理由/).fill('已电话核实，对方明日更正');
    await inBothSizes('finance-6-case');
    await page.getByRole('button', { name: '确认处理' }).click();
    await page.getByText('处理完毕：已电话核实，对方明日更正').waitFor();
  });

  it('shows what is set aside, given back, owed to institutions and between areas', async () => {
    await go('预留资金');
    await page.getByRole('cell', { name: '居民医保费' }).waitFor();
    await inBothSizes('finance-7-holds');
    await go('退款');
    await page.getByRole('heading', { name: /^\d+ 笔$/ }).waitFor();
    await inBothSizes('finance-8-refunds');
    await go('应付机构');
    await page.getByRole('link', { name: '示例马鞍山市中心医院' }).waitFor();
    await inBothSizes('finance-9-payables');
    await go('月结');
    await heading('月结');
    await page.getByRole('link', { name: '2024-10-14' }).waitFor();
    await inBothSizes('finance-11-month');
  });

  it('reads a statement and takes it out as a file', async () => {
    await go('个人对账单');
    await page.getByLabel('人员编号或身份证号').fill('3405009900000001');
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByRole('cell', { name: '期末余额' }).waitFor();
    await inBothSizes('finance-12-statement');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF' }).click(),
    ]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('shows what areas owe each other, down to each settlement', async () => {
    const tieling = await openPage(browser, desktop);
    await signIn(tieling, '/staff/finance/clearing', staffNo('finance', '211200'));
    await tieling.getByRole('heading', { name: /^2024-01：应付/ }).waitFor();
    await expectAccessible(tieling);
    await picture(tieling, 'finance-10-clearing-desktop');
    await tieling.getByRole('link', { name: '沈阳市' }).click();
    await tieling.getByRole('heading', { level: 1, name: /清算明细/ }).waitFor();
    await tieling.getByRole('link', { name: /^jrn_/ }).first().click();
    await tieling.getByText('医药费用结算').waitFor();
    await tieling.context().close();
  });

  it('closes a day once, after which it says so', async () => {
    const tieling = await openPage(browser, desktop);
    await signIn(tieling, '/staff/finance/days/2024-03-05', staffNo('finance', '211200'));
    await tieling.getByRole('button', { name: '关账', exact: true }).click();
    await tieling.getByRole('button', { name: '确认关账' }).click();
    await tieling.getByText('已关账', { exact: true }).waitFor();
    expect(await tieling.getByRole('button', { name: '关账', exact: true }).count()).toBe(0);
    await tieling.context().close();
  });
});
