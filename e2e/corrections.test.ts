// Corrections: a clerk proposes on the open record, another person decides, and nobody decides what they proposed themselves.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson } from '@gongji/sample';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  address,
  desktop,
  expectAccessible,
  openBrowser,
  openPage,
  phone,
  picture,
  tabWalk,
} from './support/browser.ts';
import { signIn, staffNo } from './support/people.ts';

const area = '340500';

/** The last employee of Maanshan outside the stories, whom no other journey needs. */
function someone(): SamplePerson {
  const found = sampleWorld().people.findLast(
    (person) =>
      person.area === area && person.scheme === 'employee' && person.status === 'normal' && !person.family,
  );
  if (!found) throw new Error('nobody in Maanshan is outside the stories');
  return found;
}

const person = someone();
const newPhone = '19900001234';
let browser: Browser;
let clerk: Page;
let lead: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const open = async (role: string) => {
    const page = await openPage(browser, desktop);
    page.setDefaultTimeout(30_000);
    await signIn(page, '/staff/records', staffNo(role, area));
    return page;
  };
  clerk = await open('window-clerk');
  lead = await open('supervisor');
});
afterAll(() => browser.close());

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
async function openForm(page: Page): Promise<void> {
  await page.goto(address(`/staff/records/person/${person.personNo}`));
  await page.getByRole('heading', { level: 1, name: new RegExp(person.name) }).waitFor();
  await page.getByRole('button', { name: '提出更正' }).click();
}
const entry = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

it('a clerk proposes by keyboard on the open record, and is refused in a sentence what changes nothing', async () => {
  await openForm(clerk);
  await clerk.getByLabel('更正什么').selectOption('姓名');
  await clerk.getByLabel('正确的姓名').fill(person.name);
  await clerk.getByLabel(/^理由/).fill('核对身份证');
  await clerk.keyboard.press('Enter');
  await clerk.getByText('更正前后一样，没有变化。').waitFor();
  await clerk.getByLabel('更正什么').selectOption('个人账户的金额');
  await inBothSizes(clerk, 'corrections-1-form');
  await clerk.getByRole('heading', { level: 1 }).focus();
  const walk = (await tabWalk(clerk)).join('｜');
  for (const name of ['更正什么', '资金年份', '金额（元，减少写负数）', '理由', '提出，由另一人复核'])
    expect(walk).toContain(name);
  await clerk.getByLabel('更正什么').selectOption('手机号');
  await clerk.getByLabel('正确的手机号').fill(newPhone);
  await clerk.getByLabel(/^理由/).fill('本人持身份证来窗口更改');
  await clerk.keyboard.press('Enter');
  await clerk.getByText('已提出，等另一人复核。').waitFor();
  await clerk.getByRole('link', { name: '更正', exact: true }).click();
  await entry(clerk, '本人持身份证来窗口更改').getByText('待另一人复核').waitFor();
  expect(await clerk.getByRole('button', { name: '同意更正' }).count()).toBe(0);
  await inBothSizes(clerk, 'corrections-2-proposed');
});

it('a supervisor decides the clerk’s, not the own', async () => {
  await openForm(lead);
  await lead.getByLabel('正确的姓名').fill(`${person.name}改`);
  await lead.getByLabel(/^理由/).fill('公安登记已改名');
  await lead.keyboard.press('Enter');
  await lead.getByText('已提出，等另一人复核。').waitFor();
  await lead.getByRole('link', { name: '更正', exact: true }).click();
  const own = entry(lead, '公安登记已改名');
  await own.getByText('待另一人复核').waitFor();
  expect(await own.getByRole('button').count()).toBe(0);

  const theirs = entry(lead, '本人持身份证来窗口更改');
  const walk = (await tabWalk(lead)).join('｜');
  for (const name of ['打开档案', '同意更正', '不同意']) expect(walk).toContain(name);
  await inBothSizes(lead, 'corrections-3-waiting');
  await theirs.getByRole('button', { name: '同意更正' }).focus();
  await lead.keyboard.press('Enter');
  await lead.getByRole('dialog', { name: '同意更正' }).waitFor();
  await lead.getByRole('button', { name: '已核对原件' }).click();
  await inBothSizes(lead, 'corrections-4-decide');
  await lead.getByLabel('理由', { exact: true }).focus();
  await lead.keyboard.press('Enter');
  await theirs.getByText('已更正').waitFor();
  await lead.getByRole('dialog').waitFor({ state: 'detached' });
  await inBothSizes(lead, 'corrections-5-decided');
  await theirs.getByRole('link', { name: /^打开档案/ }).click();
  await lead.getByText(`${newPhone.slice(0, 3)}****${newPhone.slice(-4)}`).waitFor();
});

it('finance turns the supervisor’s down, and the record stays as it was', async () => {
  const finance = await openPage(browser, desktop);
  finance.setDefaultTimeout(30_000);
  await signIn(finance, '/staff/corrections', staffNo('finance', area));
  const proposed = entry(finance, '公安登记已改名');
  await proposed.getByRole('button', { name: '不同意' }).click();
  await finance.getByRole('button', { name: '证据不足' }).click();
  await finance.getByLabel('理由', { exact: true }).press('Enter');
  await proposed.getByText('没有同意').waitFor();
  await expectAccessible(finance);
  await proposed.getByRole('link', { name: /^打开档案/ }).click();
  await finance.getByRole('heading', { level: 1, name: new RegExp(`${person.name}(?!改)`) }).waitFor();
  await finance.context().close();
});
