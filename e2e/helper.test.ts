// 授权代办, walked on a phone: an old person lets a relative act, the relative does it under the banner, and it ends at once.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  address,
  expectAccessible,
  openBrowser,
  openPage,
  phone,
  picture,
  tabWalk,
} from './support/browser.ts';
import { personNamed, signIn } from './support/people.ts';

const giver = personNamed('试广厚');
const helper = personNamed('试立军');
const member = personNamed('样玉兰');

let browser: Browser;
let giverPage: Page;
let helperPage: Page;
let helperTabs: BrowserContext;
beforeAll(async () => {
  browser = await openBrowser();
  giverPage = await openPage(browser, phone);
  helperPage = await openPage(browser, phone);
  helperTabs = helperPage.context();
  for (const page of [giverPage, helperPage]) page.setDefaultTimeout(45_000);
});
afterAll(() => browser.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const banner = (page: Page) => page.getByRole('region', { name: '代办' });

it('lets an old person, in large letters, permit a relative what to do and until when', async () => {
  await signIn(giverPage, '/', giver.idNumber);
  await giverPage.getByRole('button', { name: '长辈版' }).click();
  await giverPage.getByRole('link', { name: /^请家人代办/ }).click();
  await heading(giverPage, '请家人代办');
  await giverPage.getByText('您还没有请人代办。').waitFor();
  await giverPage.getByRole('link', { name: '请一位家人代我办' }).click();
  await heading(giverPage, '请一位家人代我办');
  await expectAccessible(giverPage);
  const stops = (await tabWalk(giverPage)).join('｜');
  for (const name of [
    '代办人姓名',
    '代办人身份证号码',
    '用我的个人账户缴居民医保费',
    '到哪天为止',
    '授权代办',
  ])
    expect(stops).toContain(name);
  await giverPage.getByRole('button', { name: '授权代办' }).click();
  await giverPage.getByText('还有 4 处要改').waitFor();
  await expectAccessible(giverPage);
  await picture(giverPage, 'helper-1-form');
  await giverPage.getByLabel('代办人姓名').fill(helper.name);
  await giverPage.getByLabel('代办人身份证号码').fill(helper.idNumber);
  await giverPage.getByText('用我的个人账户缴居民医保费').click();
  await giverPage.getByText('改使用设置、暂停、排顺序').click();
  await giverPage.getByText('我知道：代办人能看到').click();
  await giverPage.getByRole('button', { name: '授权代办' }).click();
  await heading(giverPage, '请家人代办');
  await giverPage.getByRole('region', { name: `代办人：${helper.name}` }).waitFor();
  await giverPage.getByText('用我的个人账户缴居民医保费；改使用设置、暂停、排顺序').first().waitFor();
  await expectAccessible(giverPage);
  await picture(giverPage, 'helper-2-given');
});

it('lets the relative, signed in as himself, act for the other under a banner on every page', async () => {
  await signIn(helperPage, '/helpers', helper.idNumber);
  await helperPage.getByRole('region', { name: `授权人：${giver.name}` }).waitFor();
  await expectAccessible(helperPage);
  await picture(helperPage, 'helper-3-received');
  await helperPage.getByRole('button', { name: `代${giver.name}办理`, exact: true }).click();
  await heading(helperPage, `代${giver.name}办理`);
  await helperPage.getByText(`，正在代${giver.name}办理`).waitFor();
  await banner(helperPage).getByText(`您正在代 ${giver.name} 办理`).waitFor();
  await helperPage
    .getByRole('region', { name: '个人账户余额' })
    .or(helperPage.getByText('余额').first())
    .first()
    .waitFor();
  await expectAccessible(helperPage);
  expect((await tabWalk(helperPage)).slice(0, 4)).toContain('不代办了');
  await picture(helperPage, 'helper-4-home');
  for (const path of ['/bind', '/premium', '/helpers', '/bind/new']) {
    await helperPage.goto(address(path));
    await banner(helperPage).getByText(`您正在代 ${giver.name} 办理`).waitFor();
  }
  await heading(helperPage, '添加家庭成员');
  await helperPage.getByText(`这件事要${giver.name}本人办`).waitFor();
  await expectAccessible(helperPage);
  await picture(helperPage, 'helper-5-own-hand');
});

it('does what is permitted, says what is not, and the records name the helper', async () => {
  await helperPage.goto(address('/usages'));
  await helperPage.getByText('您正在代别人办理，这件事不在授权的范围内').first().waitFor();
  await expectAccessible(helperPage);
  await picture(helperPage, 'helper-6-not-permitted');
  await helperPage.goto(address('/bind'));
  await helperPage.getByRole('link', { name: `设置 ${member.name} 怎么用` }).click();
  await helperPage.getByRole('button', { name: '马上暂停' }).click();
  await helperPage.getByText('您的代办人暂停了使用。').waitFor();
  await expectAccessible(helperPage);
  await picture(helperPage, 'helper-7-done');
});

it('never acts for the wrong person from a tab that was left open', async () => {
  const other = await helperTabs.newPage();
  await other.goto(address('/'));
  await banner(other).getByRole('button', { name: '不代办了' }).click();
  await heading(other, `${helper.name}，您好`);
  await expect.poll(() => banner(other).count()).toBe(0);
  // Looking back at a tab may ask for the session anew: whichever is first, nothing is done.
  await helperPage
    .getByRole('button', { name: '恢复使用' })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await heading(helperPage, `现在是给${helper.name}办理`);
  await expectAccessible(helperPage);
  await picture(helperPage, 'helper-8-stale');
  await helperPage.getByRole('button', { name: '知道了，回到首页' }).click();
  await heading(helperPage, `${helper.name}，您好`);
  await other.close();
});

it('ends at once when the giver takes it back, on the page that is open too', async () => {
  await helperPage.goto(address('/helpers'));
  await helperPage.getByRole('button', { name: `代${giver.name}办理`, exact: true }).click();
  await banner(helperPage).waitFor();
  await giverPage.goto(address('/helpers'));
  await giverPage.getByText('代办人办理：暂停使用。').waitFor();
  await giverPage.getByRole('button', { name: `收回给${helper.name}的授权` }).click();
  await expectAccessible(giverPage);
  await giverPage.getByRole('button', { name: '确认收回' }).click();
  await giverPage.getByText('已收回').first().waitFor();
  await picture(giverPage, 'helper-9-taken-back');
  await heading(helperPage, `现在是给${helper.name}办理`);
  await helperPage.goto(address('/helpers'));
  await helperPage.getByText('已收回').first().waitFor();
  expect(await helperPage.getByRole('button', { name: `代${giver.name}办理`, exact: true }).count()).toBe(0);
  await giverPage.goto(address('/bind'));
  await giverPage.getByRole('link', { name: `设置 ${member.name} 怎么用` }).click();
  await giverPage.getByRole('button', { name: '恢复使用' }).waitFor();
});
