// What a person does between bindings: reckons a visit before going, and files treatment elsewhere; on a phone and a wide screen.
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

const patient = personNamed('演守业');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, phone);
});
afterAll(() => browser.close());

it('reckons a visit from the home page: what is missing is said, then each level is shown with its sums', async () => {
  await signIn(page, '/', patient.idNumber);
  await page.getByRole('link', { name: '看病先算一算' }).click();
  await page.getByRole('heading', { level: 1, name: '看病先算一算' }).waitFor();
  await page.getByLabel('大概要花多少（元）').waitFor();
  const stops = (await tabWalk(page)).join('｜');
  for (const name of ['大概要花多少', '铁岭市（参保地）', '算一算']) {
    expect(stops).toContain(name);
  }
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByText('请填写大概的费用').first().waitFor();
  await page.getByLabel('大概要花多少（元）').fill('1000');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('heading', { level: 2, name: '在哪里看，各付多少' }).waitFor();
  for (const name of ['一级医院', '二级医院', '三级医院', '定点药店']) {
    await page.getByRole('heading', { level: 3, name }).waitFor();
  }
  await page.getByText(/去一级医院，基金多付/).waitFor();
  await page.getByText('一级医院怎么算的').click();
  await page.getByText('分别由谁付').first().waitFor();
  await expectAccessible(page);
  await picture(page, 'calculator-phone');
});

it('warns of a filing that ends soon and files it again from the day after', async () => {
  await page.goto(new URL('/elsewhere', page.url()).toString());
  await page.getByRole('heading', { level: 1, name: '异地就医备案' }).waitFor();
  await page.getByText('沈阳市的备案还有 26 天就失效').waitFor();
  await page.getByText('没有记录按哪里的目录').waitFor();
  await page.getByRole('row', { name: /本人的社会保障卡/ }).waitFor();
  const stops = (await tabWalk(page)).join('｜');
  for (const name of ['续办沈阳市', '省份', '城市', '长期住在外地', '提交备案'])
    expect(stops).toContain(name);
  await expectAccessible(page);
  await picture(page, 'elsewhere-phone');
  await page.getByRole('button', { name: '续办沈阳市' }).click();
  await page.getByRole('heading', { level: 2, name: '续办备案' }).waitFor();
  expect(await page.getByLabel('从哪天起').inputValue()).toBe('2024-11-10');
  await page.getByLabel('到哪天止').fill('2024-11-01');
  await page.getByRole('button', { name: '提交备案' }).click();
  await page.getByText('不能早于开始的那天').first().waitFor();
  await page.getByLabel('到哪天止').fill('2025-11-09');
  await page.getByRole('button', { name: '提交备案' }).click();
  await page.getByText('备案已登记').waitFor();
  await page.getByText('还没开始').waitFor();
  await expectAccessible(page);
  await picture(page, 'elsewhere-filed');
});

it('does both on a wide screen and in large letters', async () => {
  const other = await openPage(browser, desktop);
  await signIn(other, '/calculator', patient.idNumber);
  await other.getByLabel('大概要花多少（元）').fill('1000');
  await other.getByRole('button', { name: '算一算' }).click();
  await other.getByRole('heading', { level: 3, name: '三级医院' }).waitFor();
  await expectAccessible(other);
  await picture(other, 'calculator-desktop');
  await page.getByRole('button', { name: /长辈版/ }).click();
  await expectAccessible(page);
  await picture(page, 'elsewhere-elder');
});
