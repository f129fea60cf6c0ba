// The window: a clerk finds the person who is there, binds a relative, pays a premium and ends the relation, each signed for.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson } from '@gongji/sample';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desktop,
  expectAccessible,
  openBrowser,
  openPage,
  phone,
  picture,
  tabWalk,
} from './support/browser.ts';
import { paper } from './support/paper.ts';
import { signIn, staffNo } from './support/people.ts';

const area = '340500';

/** An employee of Maanshan outside the stories with a child there who is insured as a resident and not bound yet. */
function family(): { giver: SamplePerson; child: SamplePerson } {
  const world = sampleWorld();
  const people = new Map(world.people.map((person) => [person.personNo, person]));
  const bound = new Set(world.relations.map(({ giverNo, memberNo }) => `${giverNo}/${memberNo}`));
  for (const { personNo, relativeNo, relation } of world.kinships) {
    const giver = people.get(personNo);
    const child = people.get(relativeNo);
    if (!giver || !child || relation !== 'child' || bound.has(`${personNo}/${relativeNo}`)) continue;
    const isGiver = giver.area === area && giver.scheme === 'employee' && giver.status === 'normal';
    const isChild = child.area === area && child.scheme === 'resident' && child.status === 'normal';
    const funds = giver.parts.reduce((sum, { fen }) => sum + fen, 0);
    if (isGiver && isChild && !giver.family && funds > 100_000) return { giver, child };
  }
  throw new Error('no family of Maanshan is left to bind');
}

const { giver, child } = family();
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, desktop);
  page.setDefaultTimeout(30_000);
});
afterAll(() => browser.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const inBothSizes = async (shot: string) => {
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

async function signOnPad(): Promise<void> {
  const pad = page.getByRole('img', { name: '签字框，还没有签' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no place to sign');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 90, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('img', { name: '签字框，已签' }).waitFor();
}

async function uploadAll(): Promise<void> {
  const scan = { name: 'scan.jpg', mimeType: 'image/jpeg', buffer: await paper(browser, '证明材料') };
  const fields = page.locator('input[type="file"]');
  for (let at = 0; at < (await fields.count()); at += 1) {
    await fields.nth(at).setInputFiles(scan);
    await page.getByText('已上传').nth(at).waitFor();
  }
}

describe('经办窗口', () => {
  it('tells when nobody has the number, and opens the person who is there', async () => {
    await signIn(page, '/staff/', staffNo('window-clerk', area));
    await heading('经办窗口');
    await page.getByLabel(/^来办事的人/).fill('34050000000000');
    await page.keyboard.press('Enter');
    await page.getByText('本统筹区没有这个人').waitFor();
    await inBothSizes('window-1-find');
    await page.getByLabel(/^来办事的人/).fill(giver.idNumber);
    await page.keyboard.press('Enter');
    await heading(new RegExp(giver.name));
    await inBothSizes('window-2-desk');
    expect(await page.locator('main').innerText()).not.toContain(giver.idNumber);
    expect((await tabWalk(page)).join('｜')).toContain('绑定家人');
  });

  it('binds a relative with the signature on the pad, and prints the promise', async () => {
    await page.getByRole('button', { name: '绑定家人' }).click();
    await heading('绑定家人');
    await page.getByText('已向本人说明，本人同意告知书').click();
    await page.getByLabel('家人姓名').fill(child.name);
    await page.getByLabel('家人身份证号码').fill(child.idNumber);
    await page.getByLabel('家人是授权人的').selectOption('子女');
    await page.getByLabel('家人手机号码').fill(child.phone);
    await uploadAll();
    await page.getByText('已向本人宣读').click();
    expect(await page.getByRole('button', { name: '提交申请' }).isDisabled()).toBe(true);
    await signOnPad();
    await inBothSizes('window-3-bind');
    await page.getByRole('button', { name: '提交申请' }).click();
    await heading(new RegExp(giver.name));
    await page.getByText(`给子女 ${child.name} 用`).waitFor();
    const link = page.getByRole('link', { name: /^打印承诺书/ }).first();
    const promise = await page.request.get(
      new URL((await link.getAttribute('href')) ?? '', page.url()).toString(),
    );
    expect(promise.status()).toBe(200);
    expect(promise.headers()['content-type']).toBe('application/pdf');
  });

  it('pays the premium with paper that was signed and scanned, by keyboard alone', async () => {
    await page
      .getByRole('button', { name: new RegExp(`^缴 .*${child.name}`), disabled: false })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await heading(/年度居民医保费$/);
    await page.getByText('本人同意为').waitFor();
    await page.getByRole('radio', { name: /^签在屏幕/ }).focus();
    await page.keyboard.press('ArrowDown');
    await uploadAll();
    await inBothSizes('window-4-premium');
    await page.getByRole('button', { name: '确认缴费' }).focus();
    await page.keyboard.press('Enter');
    await heading(new RegExp(giver.name));
    await page.getByRole('heading', { name: '缴费记录' }).waitFor();
    await page.getByText(/缴费成功/).waitFor();
    const link = page.getByRole('link', { name: new RegExp(`^打印缴费凭证.*${child.name}`) });
    const receipt = await page.request.get(
      new URL((await link.getAttribute('href')) ?? '', page.url()).toString(),
    );
    expect(receipt.status()).toBe(200);
    expect(receipt.headers()['content-type']).toBe('application/pdf');
    await inBothSizes('window-5-paid');
  });

  it('ends the relation, and the record says who did it for whom', async () => {
    await page.getByRole('button', { name: new RegExp(`^解除\\s*（${child.name}）`) }).click();
    await heading('解除共济关系');
    await page.getByText('已向本人说明，本人同意解除').click();
    await signOnPad();
    await inBothSizes('window-6-end');
    await page.getByRole('button', { name: '解除共济关系' }).click();
    await heading(new RegExp(giver.name));
    await page.getByText(`给子女 ${child.name} 用`).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '档案查询' }).click();
    await page.getByLabel(/^身份证号码、人员编号/).fill(giver.personNo);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: giver.name }).click();
    await page
      .getByRole('link', { name: /^共济关系/ })
      .first()
      .click();
    await heading(/共济关系/);
    const history = page.getByRole('region', { name: '办理经过' });
    await history
      .getByText(new RegExp(`，代 ${giver.name} .*经办窗口`))
      .first()
      .waitFor();
    await inBothSizes('window-7-record');
  });
});
