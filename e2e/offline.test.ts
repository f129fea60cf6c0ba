// A weak network: the pages work on slow 3G, an answer that is lost does nothing twice, and what was opened can be read offline.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, expectAccessible, openBrowser, openPage, phone, picture } from './support/browser.ts';
import { personNamed, signIn } from './support/people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const giver = personNamed('样明远');
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 60_000 });

/** Slow 3G as Chromium's own tools name it: 400 kbit/s and 400 ms. */
async function slow3g(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const bytesPerSecond = (400 * 1024) / 8;
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400 },
    ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
}

describe('on slow 3G', () => {
  it('the first page opens, and a lost answer to an act is told and done once', async () => {
    const page = await openPage(browser, phone);
    page.setDefaultTimeout(60_000);
    await slow3g(page);
    await page.goto(address('/'));
    await heading(page, '您医保账户里的钱，家人也能用');
    await signIn(page, '/family-account', giver.idNumber);
    const member = personNamed('样小禾');
    await page.getByLabel('家人的姓名').fill(member.name);
    await page.getByLabel('家人的身份证号码').fill(member.idNumber);
    let sent = 0;
    await page.route('**/api/family-account/links', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: '添加到亲情账户' }).click();
    await page.getByText('网络不通，没有收到回应。').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText(`已提交：${member.name}`).waitFor();
    expect(sent).toBe(2);
    expect(await page.getByRole('link', { name: /^出示/ }).count()).toBe(1);
    await page.getByRole('button', { name: `不再出示${member.name}的医保码` }).click();
    await page.getByRole('button', { name: '确认解除' }).click();
    await page.getByText('还没有添加家人。').waitFor();
    await page.context().close();
  });
});

describe('without network', () => {
  it('shows what was opened with its date, nothing else, and forgets it at sign-out', async () => {
    const page = await openPage(browser, phone);
    const context = page.context();
    await signIn(page, '/', giver.idNumber);
    await page.getByText('可共济余额').first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto(address('/usages'));
    await heading(page, '谁用了我的钱');
    await page
      .getByRole('link', { name: /^首页$/ })
      .first()
      .click();
    await page.getByText('可共济余额').first().waitFor();
    await context.setOffline(true);
    await page.reload();
    await page.getByText('可共济余额').first().waitFor();
    await page
      .getByRole('region', { name: '网络说明' })
      .getByText(/保存的内容，可能不是最新的/)
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'offline-home');
    await page.goto(address('/premiums'));
    await page
      .getByText(/网络不通，没有收到回应|还没有缴费记录/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await page.getByRole('region', { name: '网络说明' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '退出' }).click();
    await heading(page, '您医保账户里的钱，家人也能用');
    expect(
      await page.evaluate<boolean>(`caches.has('gongji-kept-1').then(async (has) => has
      && (await (await caches.open('gongji-kept-1')).keys()).length > 0)`),
    ).toBe(false);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('网络不通').first().waitFor();
    expect(await page.getByText(giver.name).count()).toBe(0);
    await context.close();
  });

  it('can be installed: manifest, icons and a service worker are there', async () => {
    const page = await openPage(browser, phone);
    await page.goto(address('/'));
    const href = await page.locator('link[rel="manifest"]').getAttribute('href');
    const manifest = await page.request.get(address(href ?? ''));
    expect(manifest.headers()['content-type']).toContain('manifest+json');
    const { icons, name, display } = (await manifest.json()) as {
      icons: { src: string; sizes: string }[];
      name: string;
      display: string;
    };
    expect([name, display, icons.map(({ sizes }) => sizes)]).toEqual([
      '医保家庭共济',
      'standalone',
      ['192x192', '512x512', '512x512'],
    ]);
    for (const { src } of icons) {
      const icon = await page.request.get(address(src));
      expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/png']);
    }
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.context().close();
  });
});
