// Maanshan's guide, step by step: bind a child, pay the child's residents' premium, see where the money went.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bind } from './support/bind.ts';
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

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { size: phone, sizeName: 'phone', child: '样小禾' },
  { size: desktop, sizeName: 'desktop', child: '样国安' },
])('马鞍山 on a $sizeName', ({ size, sizeName, child: memberName }) => {
  const giver = personNamed('样明远');
  const member = personNamed(memberName);
  const journey = `maanshan-${sizeName}`;
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, size);
  });
  afterAll(() => page.context().close());

  it('signs in with the electronic credential and shows the account', async () => {
    await signIn(page, '/', giver.idNumber);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('可共济余额').first().waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-0-home`);
    const stops = (await tabWalk(page)).join('｜');
    for (const name of ['个人账户共济家庭成员绑定', '城乡居民(个人共济账户)缴费', '谁用了我的钱'])
      expect(stops).toContain(name);
  });

  it('个人账户共济家庭成员绑定 → 添加家庭成员: decided at once', async () => {
    await page.getByRole('link', { name: '个人账户共济家庭成员绑定' }).first().click();
    await bind(page, {
      name: member.name,
      idNumber: member.idNumber,
      relation: memberName === '样小禾' ? '子女' : '父母',
      province: '安徽省',
      city: '马鞍山市',
      phone: member.phone,
      giverName: giver.name,
      journey,
    });
    await page.getByText('已通过').first().waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-5-bound`);
    const promise = page.getByRole('link', { name: /查看签好的承诺书/ });
    const paper = await page.request.get(
      new URL((await promise.getAttribute('href')) ?? '', page.url()).toString(),
    );
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('城乡居民(个人共济账户)缴费 → the member → 职工医保个人账户 → paid, with a receipt', async () => {
    await page.goto(new URL('/premium', page.url()).toString());
    await page.getByRole('link', { name: `给${member.name}缴费` }).click();
    await page.getByRole('link', { name: /2025 年度/ }).click();
    await page.getByRole('heading', { level: 1, name: '缴费金额' }).waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-6-amount`);
    await page.getByRole('link', { name: /下一步/ }).click();
    await page.getByText('职工医保个人账户', { exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /下一步/ }).click();
    await page.getByRole('heading', { level: 1, name: '确认缴费' }).waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-7-confirm`);
    await page.getByRole('button', { name: /^确认缴费/ }).dblclick();
    await page.getByRole('heading', { level: 1, name: '缴费凭证' }).waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-8-receipt`);
  });

  it('谁用了我的钱: one payment, and its explanation names the rule', async () => {
    await page.goto(new URL('/usages', page.url()).toString());
    const entry = page.getByRole('link', { name: new RegExp(member.name) });
    await entry.first().waitFor();
    expect(await entry.count()).toBe(1);
    await expectAccessible(page);
    await picture(page, `${journey}-9-usages`);
    await entry.first().click();
    await page.getByText('马鞍山市2025年度城乡居民基本医疗保险参保缴费公告').first().waitFor();
    await expectAccessible(page);
    await picture(page, `${journey}-10-explained`);
  });
});
