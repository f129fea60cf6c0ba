// A family's money: premiums for several in one go, their receipts and how anybody verifies one; on a phone and a wide screen.
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
import { bindAtOnce } from './support/family.ts';
import { personNamed, signIn, staffNo } from './support/people.ts';

const giver = personNamed('拟雅文');
const members = ['样小麦', '拟桂兰'].map(personNamed);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, phone);
  page.setDefaultTimeout(30_000);
  for (const [at, member] of members.entries())
    await bindAtOnce(browser, giver, member, at === 0 ? 'child' : 'parent');
});
afterAll(() => browser.close());

it('chooses several people, each shown with name, masked number and insured area', async () => {
  await signIn(page, '/premium', giver.idNumber);
  await page.getByRole('link', { name: '一次给几位家人缴费' }).click();
  await page.getByRole('heading', { level: 1, name: '一次给几位家人缴费' }).waitFor();
  await page.getByRole('button', { name: '下一步：核对金额' }).waitFor();
  const stops = (await tabWalk(page)).join('｜');
  for (const { name } of members) expect(stops).toContain(`给${name}缴 2025 年度`);
  expect(stops).toContain('下一步：核对金额');
  await page.getByRole('button', { name: '下一步：核对金额' }).click();
  await page.getByText('请至少勾选一位家人').first().waitFor();
  for (const { name } of members) {
    await page.getByRole('region', { name: new RegExp(`：${name}$`) }).waitFor();
    await page.getByText(`给${name}缴 2025 年度`).click();
  }
  await expectAccessible(page);
  await picture(page, 'together-1-choose');
  await page.getByRole('button', { name: '下一步：核对金额（2 位）' }).click();
});

it('shows what each costs and the sum, and keeps it over a reload', async () => {
  await page.getByRole('heading', { level: 1, name: '核对金额' }).waitFor();
  await page.reload();
  for (const { name, idNumber } of members) {
    const card = page.getByRole('region', { name: `参保人（被共济人）：${name}` });
    await card.getByText(idNumber.slice(-4)).waitFor();
    await card.getByText('马鞍山市').waitFor();
  }
  await page.getByRole('heading', { level: 2, name: '2 位合计' }).waitFor();
  await page.getByText('的金额是怎么来的').first().click();
  await expectAccessible(page);
  await picture(page, 'together-2-amounts');
  await page.getByRole('button', { name: '下一步：确认缴费' }).click();
});

it('pays once though pressed twice, and tells how each payment stands', async () => {
  await page.getByRole('heading', { level: 1, name: '确认缴费' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'together-3-confirm');
  await page.getByRole('button', { name: /^确认给 2 位缴费/ }).dblclick();
  await page.getByRole('heading', { level: 1, name: '缴费结果' }).waitFor();
  await page.getByText('2 笔都已缴成').waitFor();
  await expectAccessible(page);
  await picture(page, 'together-4-result');
  await page.reload();
  await page.getByText('2 笔都已缴成').waitFor();
  await page.goto(new URL('/premiums', page.url()).toString());
  for (const { name } of members) {
    const paid = page.getByRole('link', { name: new RegExp(`${name} · 2025 年度`) });
    await paid.first().waitFor();
    expect(await paid.count()).toBe(1);
  }
});

it('says who can’t be paid for again and why, on a wide screen', async () => {
  const wide = await openPage(browser, desktop);
  await signIn(wide, '/premium-together', giver.idNumber);
  await wide.getByText('现在没有可以缴费的家人').waitFor();
  const people = members.map(({ personNo }) => `${personNo}.2025`).join(',');
  await wide.goto(new URL(`/premium-together/amounts?who=${people}`, wide.url()).toString());
  await wide.getByText(`${members[0]?.name}（2025 年度）这次不能缴`).waitFor();
  await wide.getByRole('link', { name: `查看${members[0]?.name}的那一笔缴费` }).waitFor();
  await expectAccessible(wide);
  await picture(wide, 'together-5-left-out');
  await wide.context().close();
});

it('gives a receipt whose square code anybody can verify, and refuses an altered one with a sentence', async () => {
  await page.goto(new URL('/premiums', page.url()).toString());
  await page.getByRole('link', { name: new RegExp(`${members[0]?.name} · 2025 年度`) }).click();
  const link = page.getByRole('link', { name: '下载凭证（PDF，带验真二维码）' });
  const href = (await link.getAttribute('href')) ?? '';
  const paper = await page.request.get(new URL(href, page.url()).toString());
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const visitor = await openPage(browser, phone);
  await visitor.goto(address('/verify'));
  await visitor.getByLabel('二维码里的网址').waitFor();
  const stops = (await tabWalk(visitor)).join('｜');
  for (const name of ['二维码里的网址', '核对']) expect(stops).toContain(name);
  await visitor.getByRole('button', { name: '核对' }).click();
  await visitor.getByText('请粘贴二维码里的网址').waitFor();
  await visitor.getByLabel('二维码里的网址').fill(address('/verify#r1.e30.AAAA'));
  await visitor.getByRole('button', { name: '核对' }).click();
  await visitor.getByText('这张凭证没有通过核对').waitFor();
  await visitor.getByText('请不要采信这张凭证').waitFor();
  await expectAccessible(visitor);
  await picture(visitor, 'verify-1-refused');
  await visitor.context().close();
});

it('shows who used the money: filter, sums with a chart, the way to stop it and to doubt it', async () => {
  const other = await openPage(browser, phone);
  other.setDefaultTimeout(30_000);
  await signIn(other, '/usages', giver.idNumber);
  await other.getByRole('heading', { level: 1, name: '谁用了我的钱' }).waitFor();
  await other.getByText('共 2 笔').waitFor();
  const stops = (await tabWalk(other)).join('｜');
  for (const name of ['谁用的', '用途', '时间', '导出 PDF', '导出表格（CSV）']) expect(stops).toContain(name);
  await other.getByRole('row', { name: /合计 ¥800.00/ }).waitFor();
  await expectAccessible(other);
  await picture(other, 'usages-1-list');
  await other.getByLabel('谁用的').selectOption({ label: members[0]?.name ?? '' });
  await other.getByText('共 1 笔').waitFor();
  const href = await other.getByRole('link', { name: '导出表格（CSV）' }).getAttribute('href');
  const file = await other.request.get(new URL(href ?? '', other.url()).toString());
  expect((await file.text()).split('\r\n').filter(Boolean)).toHaveLength(2);
  const pdf = await other.request.get(new URL((href ?? '').replace('.csv', '.pdf'), other.url()).toString());
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await other.getByRole('link', { name: new RegExp(`${members[0]?.name} · `) }).click();
  await other.getByRole('heading', { level: 2, name: '觉得不对？' }).waitFor();
  await other.getByRole('button', { name: `马上暂停${members[0]?.name}使用` }).click();
  await other.getByText(`已暂停：${members[0]?.name}现在不能用您的账户`).waitFor();
  await other.getByRole('button', { name: `恢复${members[0]?.name}使用` }).click();
  await other.getByRole('button', { name: `马上暂停${members[0]?.name}使用` }).waitFor();
  await other.getByRole('button', { name: '对这一笔有疑问' }).click();
  await other.getByRole('button', { name: '提交给医保经办机构' }).click();
  await other.getByText('请选择哪里不对').first().waitFor();
  await other.getByText('同一笔扣了两次', { exact: true }).click();
  await expectAccessible(other);
  await picture(other, 'usages-2-doubt');
  await other.getByRole('button', { name: '提交给医保经办机构' }).click();
  await other.getByText('您的疑问已提交，等待经办机构答复').waitFor();
  await expectAccessible(other);
  await picture(other, 'usages-3-asked');
  await other.context().close();
});

it('a window clerk reads the doubt and answers it, and the giver reads the answer', async () => {
  const clerk = await openPage(browser, desktop);
  clerk.setDefaultTimeout(30_000);
  const inBothSizes = async (shot: string) => {
    for (const [size, suffix] of [
      [phone, 'phone'],
      [desktop, 'desktop'],
    ] as const) {
      await clerk.setViewportSize(size);
      await expectAccessible(clerk);
      const widths = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await clerk.evaluate<number>(widths), `${shot} ${suffix}`).toBeLessThanOrEqual(0);
      await picture(clerk, `${shot}-${suffix}`);
    }
  };
  await signIn(clerk, '/staff/disputes', staffNo('window-clerk', giver.area));
  await clerk.getByRole('heading', { level: 1, name: '使用疑问' }).waitFor();
  await clerk.getByText('待答复').waitFor();
  await inBothSizes('disputes-1-list');
  await clerk.getByRole('link', { name: giver.name }).click();
  await clerk.getByText('同一笔扣了两次').waitFor();
  await inBothSizes('disputes-2-open');
  const stops = (await tabWalk(clerk)).join('｜');
  for (const name of ['核查无误', '给授权人的答复']) expect(stops).toContain(name);
  expect(await clerk.getByRole('button', { name: /^答\s?复$/ }).isDisabled()).toBe(true);
  await clerk.getByText('核查无误，这一笔是对的').click();
  await clerk.getByLabel(/^给授权人的答复/).fill('这一笔是居民医保缴费，税务票号只有一张。');
  await clerk.getByRole('button', { name: /^答\s?复$/ }).click();
  await clerk.getByText(/^这一笔是居民医保缴费/).waitFor();
  await inBothSizes('disputes-3-answered');
  await clerk.context().close();
  const reader = await openPage(browser, phone);
  reader.setDefaultTimeout(30_000);
  await signIn(reader, '/usages', giver.idNumber);
  await reader.getByRole('link', { name: new RegExp(`${members[0]?.name} · `) }).click();
  await reader.getByText(/这一笔是居民医保缴费/).waitFor();
  await expectAccessible(reader);
  await picture(reader, 'disputes-4-giver');
  await reader.context().close();
});
