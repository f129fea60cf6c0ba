// The giver's control over what a member uses, walked on a phone: limit, pause, resume; the member sees it and can leave.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  desktop,
  expectAccessible,
  openBrowser,
  openPage,
  phone,
  picture,
  tabWalk,
} from './support/browser.ts';
import { personNamed, signIn } from './support/people.ts';

const giver = personNamed('例志强');
const member = personNamed('例小溪');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, phone);
});
afterAll(() => browser.close());

it('opens the settings of a bound member from the list', async () => {
  await signIn(page, '/bind', giver.idNumber);
  await page.getByRole('link', { name: `设置 ${member.name} 怎么用` }).click();
  await page.getByRole('heading', { level: 1, name: `${member.name}怎么用我的钱` }).waitFor();
  await expectAccessible(page);
  await picture(page, 'control-1-open');
  const stops = (await tabWalk(page)).join('｜');
  for (const name of [
    '马上暂停',
    '单次上限（元）',
    '全年上限（元）',
    '门诊就医',
    '保存设置',
    `解绑 ${member.name}`,
  ])
    expect(stops).toContain(name);
});

it('says what is wrong with an amount, then saves limit and purposes', async () => {
  await page.getByLabel('单次上限（元）').fill('0');
  await page.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('单次上限有误').first().waitFor();
  await page.getByLabel('单次上限（元）').fill('100');
  await page.getByLabel('全年上限（元）').fill('1000');
  await page.getByText('药店购药', { exact: true }).click();
  await page.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('您修改了使用设置：单次上限由 不限 改为 100.00 元').waitFor();
  await page.getByText('设置已保存').waitFor();
  await expectAccessible(page);
  await picture(page, 'control-2-saved');
});

it('pauses and resumes with one tap', async () => {
  await page.getByRole('button', { name: '马上暂停' }).click();
  await page.getByText(`已暂停：${member.name}现在不能用您的账户`).waitFor();
  await expectAccessible(page);
  await picture(page, 'control-3-paused');
  await page.getByRole('button', { name: '恢复使用' }).click();
  await page.getByText(`${member.name}可以用您的账户`).waitFor();
});

it('shows the member what is allowed, on a wide screen too', async () => {
  const other = await openPage(browser, desktop);
  await signIn(other, '/bind', member.idNumber);
  await other.getByRole('link', { name: giver.name }).click();
  await other.getByRole('heading', { level: 1, name: `${giver.name}让我用的账户` }).waitFor();
  await other.getByText('¥1,000.00').first().waitFor();
  await expectAccessible(other);
  await picture(other, 'control-4-member');
  await other.getByRole('link', { name: `不再使用${giver.name}的账户（退出）` }).click();
  await other.getByText('我已阅读并同意').click();
  await other.getByRole('button', { name: '下一步' }).click();
  await other.getByRole('button', { name: `退出 ${giver.name} 的账户` }).click();
  await expectAccessible(other);
  await picture(other, 'control-5-leave');
  await other.getByRole('button', { name: '先不办' }).click();
});
