// Walks the binding pages by the guides' own labels.
import type { Page } from 'playwright-core';
import { expectAccessible, picture } from './browser.ts';
import { paper } from './paper.ts';

interface Binding {
  name: string;
  idNumber: string;
  /** As the page names it, e.g. 子女. */
  relation: string;
  province: string;
  city: string;
  phone: string;
  giverName: string;
  /** Names the pictures that are kept. */
  journey: string;
}

/** The first photo is too small and used all the same; the others are as they should be. */
async function addPhotos(page: Page, journey: string): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const clip = { x: 0, y: 0, width: 320, height: 320 };
  const small = { name: 'small.png', mimeType: 'image/png', buffer: await page.screenshot({ clip }) };
  const good = { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await paper(browser, '证明材料') };
  const pickers = page.getByRole('button', { name: /^拍照或选择/ });
  const added = page.getByRole('button', { name: '再加一张' });
  const wanted = await pickers.count();
  for (let at = 0; at < wanted; at += 1) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pickers.first().click()]);
    await chooser.setFiles(at === 0 ? small : good);
    if (at === 0) {
      await page.getByText('这张照片太小').waitFor();
      await page.getByRole('button', { name: '重拍' }).waitFor();
      await expectAccessible(page);
      await picture(page, `${journey}-3-small-photo`);
      await page.getByRole('button', { name: '仍然使用' }).click();
    }
    await added.nth(at).waitFor();
  }
}

async function chooseArea(page: Page, label: string, option: string): Promise<void> {
  const select = page.getByLabel(label, { exact: true });
  await select.selectOption({ label: option });
}

/** From 添加家庭成员 to the page of the submitted application. */
export async function bind(page: Page, binding: Binding): Promise<void> {
  await page.getByRole('link', { name: '添加家庭成员' }).click();
  await page.getByRole('heading', { level: 1, name: '先读一读告知书' }).waitFor();
  await expectAccessible(page);
  await picture(page, `${binding.journey}-1-notice`);
  await page.getByText('我已阅读并同意').click();
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('heading', { level: 1, name: '家庭成员信息' }).waitFor();
  await page.getByLabel('姓名', { exact: true }).fill(binding.name);
  await page.getByLabel('身份证号码').fill(binding.idNumber);
  await page.getByText(binding.relation, { exact: true }).click();
  await chooseArea(page, '省份', binding.province);
  await chooseArea(page, '城市', binding.city);
  await page.getByLabel('联系电话').fill(binding.phone);
  await expectAccessible(page);
  await picture(page, `${binding.journey}-2-member`);
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('heading', { level: 1, name: '证明材料' }).waitFor();
  await addPhotos(page, binding.journey);
  await expectAccessible(page);
  await picture(page, `${binding.journey}-3-proof`);
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('heading', { level: 1, name: '个人承诺书' }).waitFor();
  await page.getByText('我承诺以上内容属实').click();
  await page.getByLabel('签字').fill(binding.giverName);
  const canvas = page.getByRole('img', { name: '手写签名，还没有签' });
  await canvas.scrollIntoViewIfNeeded();
  const pad = await canvas.boundingBox();
  if (!pad) throw new Error('there is no place to sign by hand');
  await page.mouse.move(pad.x + 30, pad.y + 30);
  await page.mouse.down();
  await page.mouse.move(pad.x + 120, pad.y + 70, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('img', { name: '手写签名，已签' }).waitFor();
  await expectAccessible(page);
  await picture(page, `${binding.journey}-3-promise`);
  await page.getByRole('button', { name: '签字并继续' }).click();

  await page.getByRole('heading', { level: 1, name: '核对信息' }).waitFor();
  await page.getByText(binding.idNumber).waitFor();
  await expectAccessible(page);
  await picture(page, `${binding.journey}-4-check`);
  await page.getByRole('button', { name: '提交' }).click();
  await page.waitForURL(/\/applications\/app_/);
}
