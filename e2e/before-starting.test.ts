// Before one starts: what it takes on one screen, each city's guide, and the 亲情账户 that is not mutual aid.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe.each([
  { area: '340500', city: '马鞍山市', says: ['配偶、父母、子女', '不用拍照', '大约三分钟'] },
  { area: '211200', city: '铁岭市', says: ['最多 10 位', '户口簿或结婚证', '医保部门审核'] },
])('before starting in $city', ({ area, city, says }) => {
  it('what it is, who, what to have ready and how long stand on one screen of a phone', async () => {
    const page = await openPage(browser, phone);
    await page.goto(address(`/start/${area}`));
    await page.getByText(`${city}的规定`).waitFor();
    const main = await page.getByRole('main').innerText();
    for (const text of ['这是什么', '能绑谁', '准备什么', '要多久', ...says]) expect(main).toContain(text);
    const button = await page.getByRole('link', { name: /^添加家庭成员$/ }).boundingBox();
    expect((button?.y ?? 9999) + (button?.height ?? 0)).toBeLessThan(phone.height);
    await expectAccessible(page);
    await picture(page, `start-${area}`);
    await page.getByRole('link', { name: '看全文和依据' }).click();
    await heading(page, `${city}共济办事指南`);
    for (const name of ['能绑定谁', '怎么办', '钱能用在哪里', '请注意', '依据和日期'])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByText('2026年11月22日核对').first().waitFor();
    await expectAccessible(page);
    await picture(page, `guide-${area}`);
    await page.context().close();
  });
});

describe('the list of guides', () => {
  it('is reached from the foot of the first page and names every city with a policy', async () => {
    const page = await openPage(browser, { width: 320, height: 640 });
    await page.goto(address('/'));
    await page.getByRole('contentinfo').getByRole('link', { name: '各地办事指南' }).click();
    await heading(page, '各地办事指南');
    const stops = (await tabWalk(page)).join('｜');
    for (const name of ['马鞍山市', '铁岭市']) expect(stops).toContain(name);
    await expectAccessible(page);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});

describe('亲情账户', () => {
  const holder = personNamed('样明远');
  const child = personNamed('样小禾');

  it('shows a child’s code at once, and says that no money is in it', async () => {
    const page = await openPage(browser, phone);
    await signIn(page, '/', holder.idNumber);
    await page
      .getByRole('main')
      .getByRole('link', { name: /亲情账户/ })
      .click();
    await heading(page, '亲情账户');
    await page.getByText('不动：不涉及资金划转').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '添加到亲情账户' }).click();
    await page.getByRole('alert').getByText('还有 2 处要改').waitFor();
    await page.getByLabel('家人的姓名').fill(child.name);
    await page.getByLabel('家人的身份证号码').fill(child.idNumber);
    await page.getByRole('button', { name: '添加到亲情账户' }).dblclick();
    await page.getByRole('link', { name: `出示${child.name}的医保码` }).waitFor();
    expect(await page.getByRole('link', { name: /^出示/ }).count()).toBe(1);
    await expectAccessible(page);
    await picture(page, 'family-account');
    await page.getByRole('link', { name: `出示${child.name}的医保码` }).click();
    await page.getByRole('img', { name: `${child.name}的医保码二维码` }).waitFor();
    await expectAccessible(page);
    await picture(page, 'family-account-code');
    await page.goto(address('/bind'));
    await page
      .getByText('还没有绑定家人')
      .or(page.getByRole('link', { name: /解绑/ }))
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: `解绑 ${child.name}` }).count()).toBe(0);
    await page.goto(address('/family-account'));
    await page.getByRole('button', { name: `不再出示${child.name}的医保码` }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认解除' }).click();
    await page.getByText('还没有添加家人。').waitFor();
    await page.context().close();
  });
});
