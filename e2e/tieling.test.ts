// Tieling's guide, step by step: bind with review, settle a bill at the till, reverse it, unbind.
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
import { cashierAt, personNamed, signIn, staffNo } from './support/people.ts';

const tieling = '211200';
const giver = personNamed('演国栋');
const member = personNamed('仿淑华');

let browser: Browser;
let giverPage: Page;
let staffPage: Page;
let tillPage: Page;

beforeAll(async () => {
  browser = await openBrowser();
  giverPage = await openPage(browser, phone);
  staffPage = await openPage(browser, desktop);
  tillPage = await openPage(browser, desktop);
});
afterAll(() => browser.close());

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe('铁岭', () => {
  it('the giver applies; the agency has to review', async () => {
    await signIn(giverPage, '/bind', giver.idNumber);
    await bind(giverPage, {
      name: member.name,
      idNumber: member.idNumber,
      relation: '配偶',
      province: '辽宁省',
      city: '铁岭市',
      phone: member.phone,
      giverName: giver.name,
      journey: 'tieling',
    });
    await giverPage.getByText('审核中').first().waitFor();
    await giverPage.getByText(/预计 \d+年\d+月\d+日 前有结果/).waitFor();
    await giverPage.getByText('关系证明（结婚证或居民户口簿）').waitFor();
    await expectAccessible(giverPage);
    await picture(giverPage, 'tieling-5-in-review');
  });

  it('the reviewer approves with the keyboard alone', async () => {
    await signIn(staffPage, '/staff/reviews', staffNo('reviewer', tieling));
    await heading(staffPage, '绑定审核');
    await staffPage.getByRole('link', { name: member.name }).waitFor();
    await expectAccessible(staffPage);
    await picture(staffPage, 'tieling-6-queue');
    await staffPage.keyboard.press('n');
    await heading(staffPage, new RegExp(member.name));
    await staffPage.getByRole('img').first().waitFor();
    await staffPage.getByRole('button', { name: '第 3 张 关系证明（结婚证或居民户口簿）' }).waitFor();
    await expectAccessible(staffPage);
    await picture(staffPage, 'tieling-7-case');
    expect((await tabWalk(staffPage)).join('｜')).toContain('通过');
    await staffPage.keyboard.press('a');
    await staffPage.keyboard.press('1');
    await expectAccessible(staffPage);
    await picture(staffPage, 'tieling-8-decision');
    await staffPage.keyboard.press('Control+Enter');
  });

  it('the giver sees it decided without reloading', async () => {
    await giverPage.getByText('已通过').first().waitFor();
    await picture(giverPage, 'tieling-9-approved');
  });

  it('the till settles a bill: fund, own account, the giver, cash', async () => {
    await signIn(tillPage, '/staff/till', cashierAt(tieling, 2));
    await heading(tillPage, '收费窗口');
    await expectAccessible(tillPage);
    await tillPage.getByLabel('电子凭证号或身份证号码').fill(member.idNumber);
    await tillPage.keyboard.press('Enter');
    await tillPage.getByLabel('总费用（元）').fill('1000.00');
    await tillPage.getByLabel(/全自费/).fill('50');
    await expectAccessible(tillPage);
    await picture(tillPage, 'tieling-10-bill');
    await tillPage.getByRole('button', { name: /试算/ }).click();
    await tillPage.getByRole('heading', { name: /试算结果/ }).waitFor();
    // Level 2, in service: (950 - 200) x 60 % from the fund; 50 outside the catalogue in cash.
    await tillPage.getByText('¥450.00').first().waitFor();
    expect(await tillPage.getByText(giver.name).count()).toBe(0);
    await expectAccessible(tillPage);
    await picture(tillPage, 'tieling-11-quote');
    await tillPage.getByRole('button', { name: /确认结算/ }).dblclick();
    await tillPage.getByRole('heading', { name: '结算成功' }).waitFor();
    await expectAccessible(tillPage);
    await picture(tillPage, 'tieling-12-settled');
  });

  it('giver and member see it at once, each figure explained', async () => {
    await giverPage.goto(new URL('/usages', giverPage.url()).toString());
    const entry = giverPage.getByRole('link', { name: new RegExp(member.name) });
    await entry.first().waitFor();
    expect(await entry.count()).toBe(1);
    await expectAccessible(giverPage);
    await picture(giverPage, 'tieling-13-usages');
    await entry.first().click();
    await giverPage.getByText('60%').first().waitFor();
    await picture(giverPage, 'tieling-14-explained');

    const memberPage = await openPage(browser, phone);
    await signIn(memberPage, '/usages/received', member.idNumber);
    await heading(memberPage, '谁为我付了钱');
    await memberPage
      .getByRole('link', { name: new RegExp(giver.name) })
      .first()
      .waitFor();
    await expectAccessible(memberPage);
    await memberPage.context().close();
  });

  it('a reversal at the till gives everything back, once', async () => {
    await tillPage.goto(new URL('/staff/till/settlements', tillPage.url()).toString());
    await tillPage.getByRole('button', { name: new RegExp(`退费：${member.name}`) }).click();
    await tillPage.getByLabel('退费原因').fill('费用录入有误');
    await expectAccessible(tillPage);
    await tillPage.getByRole('button', { name: '确认退费' }).click();
    await tillPage.getByText('已退费', { exact: true }).first().waitFor();
    await expectAccessible(tillPage);
    await picture(tillPage, 'tieling-15-reversed');
    await giverPage.goto(new URL('/usages', giverPage.url()).toString());
    await giverPage.getByText('已退回').first().waitFor();
    await picture(giverPage, 'tieling-16-returned');
  });

  it('告知书 → 同意 → 已绑定家庭成员 → 解绑', async () => {
    await giverPage.goto(new URL('/bind', giverPage.url()).toString());
    await giverPage.getByRole('link', { name: `解绑 ${member.name}` }).click();
    await heading(giverPage, '《职工医保门诊共济家庭账户绑定告知书》');
    await expectAccessible(giverPage);
    await giverPage.getByText('我已阅读并同意').click();
    await giverPage.getByRole('button', { name: '下一步' }).click();
    await heading(giverPage, '已绑定家庭成员');
    await expectAccessible(giverPage);
    await giverPage.getByRole('button', { name: `解绑 ${member.name}` }).click();
    await expectAccessible(giverPage);
    await giverPage.getByRole('button', { name: '确认解绑' }).click();
    await heading(giverPage, '已解绑');
    await expectAccessible(giverPage);
    await picture(giverPage, 'tieling-17-unbound');
  });
});
