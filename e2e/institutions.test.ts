// An administrator lets a hospital's software in, changes its key, stops and resumes it, and sees what it sent.
import { createInstitutionClient, GatewayRefusal, Refused } from '@gongji/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { personNamed, signIn, staffNo } from './support/people.ts';

const area = '340500';
const code = 'H34050000088';
const name = '示例新接入医院';
const patient = personNamed('样明远');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, desktop);
});
afterAll(() => browser.close());

const heading = (text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const find = (accessKey: string, secret: string) =>
  createInstitutionClient({
    baseUrl: address('/'),
    ...{ accessKey, secret, institution: { code, name }, area, retries: 0 },
  }).call('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: patient.idNumber } });
const shownKey = async () => {
  await page.getByRole('heading', { name: '新的访问密钥' }).waitFor();
  const [accessKey = '', secret = ''] = await page.locator('.key-once code').allTextContents();
  return { accessKey, secret };
};
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

describe('定点机构', () => {
  let first: { accessKey: string; secret: string };
  let second: { accessKey: string; secret: string };

  it('are listed, found, and registered with a key that is shown once and works', async () => {
    await signIn(page, '/staff/institutions', staffNo('administrator', area));
    await heading('定点机构');
    await page.getByRole('link', { name: '示例马鞍山市中心医院' }).waitFor();
    await inBothSizes('institutions-1-list');
    expect(await tabWalk(page)).toEqual(
      expect.arrayContaining(['登记机构', '查找', '示例马鞍山市中心医院']) as string[],
    );
    await page.getByRole('button', { name: '登记机构' }).click();
    await page.getByLabel(/机构编码/).fill(code);
    await page.getByLabel('名称').fill(name);
    await page.getByLabel('医院等级').selectOption('三级');
    await page.getByLabel(/登记理由/).fill('新签定点协议');
    await inBothSizes('institutions-2-new');
    await page.getByRole('button', { name: '登记并发放密钥' }).click();
    first = await shownKey();
    await inBothSizes('institutions-3-key');
    expect((await find(first.accessKey, first.secret)).output.baseinfo.psn_no).toBe(patient.personNo);
    await page.getByRole('button', { name: '已经交给机构' }).click();
    await heading(name);
    expect(await page.locator('body').innerText()).not.toContain(first.secret);
  });

  it('get a new key while the old one still works, until it is ended', async () => {
    await page.getByLabel('原来的密钥').selectOption('再保留 1 天');
    await page.getByLabel(/^理由/).fill('例行更换');
    await page.getByRole('button', { name: '确认更换密钥' }).click();
    second = await shownKey();
    await find(first.accessKey, first.secret);
    await find(second.accessKey, second.secret);
    await page.getByRole('button', { name: '已经交给机构' }).click();
    await page.getByText('停用密钥', { exact: true }).click();
    await page.getByLabel('要停用的密钥').selectOption(first.accessKey);
    await page.getByLabel(/^理由/).fill('机构已换好');
    await inBothSizes('institutions-4-one');
    await page.getByRole('button', { name: '确认停用密钥' }).click();
    await page.getByText(`停用访问密钥 ${first.accessKey}。`).waitFor();
    await expect(find(first.accessKey, first.secret)).rejects.toThrow(GatewayRefusal);
    await find(second.accessKey, second.secret);
  });

  it('are stopped with a reason and go on when resumed', async () => {
    await page.getByText('暂停接入', { exact: true }).click();
    await page.getByLabel(/^理由/).fill('专项检查');
    await page.getByRole('button', { name: '确认暂停接入' }).click();
    await page.getByText('已暂停', { exact: true }).waitFor();
    const refused = find(second.accessKey, second.secret);
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toThrow(/已暂停使用/);
    await page.getByText('恢复接入', { exact: true }).click();
    await page.getByLabel(/^理由/).fill('检查完毕');
    await page.getByRole('button', { name: '确认恢复接入' }).click();
    await page.getByText('正常接入', { exact: true }).waitFor();
    await find(second.accessKey, second.secret);
  });

  it('show what their software sent and was answered, masked and searchable', async () => {
    await page.getByRole('link', { name: '查看接口报文' }).click();
    await heading('接口报文');
    await page.getByLabel('结果').selectOption('没有办理');
    await page.getByRole('button', { name: '查找' }).click();
    await page
      .locator('summary')
      .getByText(/本机构的接口已暂停使用/)
      .waitFor();
    await page.getByLabel('结果').selectOption('成功');
    await page.getByLabel(/报文里的字/).fill(patient.personNo);
    await page.getByRole('button', { name: '查找' }).click();
    const message = page.getByRole('listitem').filter({ hasText: '人员信息获取' }).first();
    await message.locator('summary').click();
    await message.getByText(patient.personNo).first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toContain(patient.idNumber);
    expect(text).not.toContain(patient.name);
    await inBothSizes('institutions-5-messages');
  });
});
