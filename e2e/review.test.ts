// The agency's day: ten cases by keyboard alone, a recall, bulk approval, and the accounts of the staff.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, openBrowser, openPage, picture, tabWalk } from './support/browser.ts';
import { submitCases } from './support/desk.ts';
import { signIn, staffNo } from './support/people.ts';

const tieling = '211200';
const small = { width: 1024, height: 768 };
const byKeyboard = 10;
const more = 3;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  await submitCases(browser, byKeyboard + more);
  page = await openPage(browser, desktop);
});
afterAll(() => browser.close());

const heading = (on: Page, name: string | RegExp) => on.getByRole('heading', { level: 1, name }).waitFor();

/** Presses keys and counts them. */
function keyboardOf(on: Page) {
  const pressed: string[] = [];
  return {
    pressed,
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed.push(key);
        await on.keyboard.press(key);
      }
    },
  };
}

describe('审核', () => {
  it('the queues are told with their counts, and hold no barrier', async () => {
    await signIn(page, '/staff/reviews', staffNo('reviewer', tieling));
    await heading(page, '绑定审核');
    await page.getByRole('link', { name: /待审核/ }).waitFor();
    await page.getByText('无异常').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'review-1-queue');
    const walk = (await tabWalk(page, 30)).join('｜');
    for (const name of ['领取下一件', '待审核', '快到期', '质量抽查', '选中无异常的'])
      expect(walk).toContain(name);
    await page.setViewportSize(small);
    await picture(page, 'review-1-queue-1024');
    await page.setViewportSize(desktop);
  });

  it(`${byKeyboard} cases are decided with the keyboard alone; the next opens by itself`, async () => {
    const keys = keyboardOf(page);
    const begun = performance.now();
    await keys.press('n');
    for (let done = 0; done < byKeyboard; done += 1) {
      await page.getByText('您正在办理').waitFor();
      await page.locator('.photo-box img').waitFor();
      const id = page.url();
      if (done === 0) {
        await expectAccessible(page);
        await picture(page, 'review-2-case');
        const walk = (await tabWalk(page, 60)).join('｜');
        for (const name of [
          '放回待办',
          '上报主管',
          '查看完整证件号',
          '放大',
          '旋转',
          '通过',
          '退回',
          '要求补充',
        ])
          expect(walk).toContain(name);
        await page.evaluate('document.activeElement?.blur()');
        await page.setViewportSize(small);
        await picture(page, 'review-2-case-1024');
        await page.setViewportSize(desktop);
      }
      await keys.press(']', '+', 'o');
      const choice = done === 3 ? 'r' : done === 6 ? 'm' : 'a';
      await keys.press(choice, '1');
      await page.getByText('申请人将看到').waitFor();
      if (choice === 'r') {
        await expectAccessible(page);
        await picture(page, 'review-3-reject');
        await page.setViewportSize(small);
        await picture(page, 'review-3-reject-1024');
        await page.setViewportSize(desktop);
      }
      await keys.press('Control+Enter');
      await page.waitForURL((url) => url.href !== id);
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    process.stdout.write(
      `${byKeyboard} cases by ${keys.pressed.length} keys in ${seconds} s, waiting for the pages included\n`,
    );
    expect(keys.pressed.length).toBe(1 + byKeyboard * 6);
  });

  it('a supervisor takes the open case back, and its page is told at once', async () => {
    await page.getByText('您正在办理').waitFor();
    const lead = await openPage(browser, desktop);
    await signIn(lead, new URL(page.url()).pathname, staffNo('supervisor', tieling));
    await lead.getByText(/^正由/).waitFor();
    await lead.getByRole('button', { name: '收回', exact: true }).click();
    await lead.getByRole('button', { name: '办理人不在岗' }).click();
    await expectAccessible(lead);
    await picture(lead, 'review-4-recall');
    await lead.getByRole('dialog').getByRole('button', { name: '收回' }).click();
    await lead.getByText('还没有人领取').waitFor();
    await page.getByText('还没有人领取').waitFor();
    expect(await page.getByRole('button', { name: /^通过/ }).isDisabled()).toBe(true);
    await lead.getByText('内部记录').waitFor();
    await lead.context().close();
  });

  it('clean cases are approved together after a look at the list', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.getByRole('button', { name: '选中无异常的' }).click();
    await page.getByRole('button', { name: `批量通过（${more}）` }).click();
    await page.getByRole('dialog').getByText('申请人将看到').waitFor();
    await expectAccessible(page);
    await picture(page, 'review-5-bulk');
    await page.getByRole('button', { name: `确认通过 ${more} 件` }).click();
    await page.getByText(`已通过 ${more} 件`).waitFor();
    await page.getByText('没有待审核的申请。').waitFor();
    await expectAccessible(page);
    await picture(page, 'review-6-done');
  });

  it('asked-for and decided cases stand in their queues', async () => {
    await page.keyboard.press('5');
    await page.getByText('等补充，暂停计时').waitFor();
    await page.keyboard.press('7');
    await page.getByText('已退回').first().waitFor();
    await expectAccessible(page);
  });
});

describe('工作人员账号', () => {
  it('an administrator opens, changes and disables an account; the own one is closed to them', async () => {
    const admin = await openPage(browser, desktop);
    await signIn(admin, '/staff/', staffNo('administrator', tieling));
    await admin.getByRole('link', { name: '工作人员', exact: true }).click();
    await heading(admin, '工作人员');
    await admin.getByRole('link', { name: /（本人）/ }).waitFor();
    await expectAccessible(admin);
    await picture(admin, 'accounts-1-list');
    await admin.getByRole('button', { name: '开通账号' }).click();
    await admin.getByLabel(/^工号/).fill('t0001');
    await admin.getByLabel('姓名').fill('演新人');
    await admin.getByRole('radio', { name: /^收费员/ }).check();
    await admin.getByLabel('所在医院或药店').waitFor();
    await admin.getByRole('radio', { name: /^审核员/ }).check();
    await admin.getByLabel(/^开通理由/).fill('新入职');
    await expectAccessible(admin);
    await picture(admin, 'accounts-2-new');
    await admin.getByRole('button', { name: '开通', exact: true }).click();
    await heading(admin, /演新人/);
    await admin.getByText('开通账号，岗位：审核员。').waitFor();
    await admin.getByText('停用', { exact: true }).click();
    await admin.getByLabel(/^理由/).fill('试用结束');
    await admin.getByRole('button', { name: '确认停用' }).click();
    await admin.getByText('停用账号。').waitFor();
    await expectAccessible(admin);
    await picture(admin, 'accounts-3-account');
    await admin.getByRole('link', { name: '返回列表' }).click();
    await admin.getByRole('link', { name: /（本人）/ }).click();
    await admin.getByText('要由本地区的另一位管理员更改').waitFor();
    await admin.goto(new URL('/staff/reviews', admin.url()).toString());
    await heading(admin, '没有这个页面');
    await admin.context().close();
  });
});
