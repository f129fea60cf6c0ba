// A parent shows a child's electronic credential on the phone, sees the hospital's order, and confirms it; the hospital hears of it.
import { createInstitutionClient } from '@gongji/sdk';
import { sampleWorld } from '@gongji/sample';
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
import { personNamed, signIn } from './support/people.ts';

const parent = personNamed('模明玉');
const child = personNamed('模秋清');
const { institutions } = sampleWorld();
const hospital = institutions.find(({ area, kind }) => area === '211200' && kind === 'hospital')!;
const portsAfterTheProduct = 6;
const patience = { timeout: 30_000, interval: 500 };

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, phone);
});
afterAll(() => browser.close());

const client = () =>
  createInstitutionClient({
    ...{ baseUrl: address('/'), accessKey: hospital.accessKey, secret: hospital.secret },
    ...{ institution: { code: hospital.code, name: hospital.name }, area: hospital.area, retries: 1 },
  });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const shownCode = async () =>
  (await page.locator('.credential-text').getAttribute('data-credential', { timeout: 30_000 })) ?? '';
const patientOf = async (mdtrt_cert_no: string) => {
  const found = await client().call('1101', { data: { mdtrt_cert_type: '01', mdtrt_cert_no } });
  return found.output.baseinfo.psn_no;
};
const inBothSizes = async (shot: string) => {
  for (const [size, suffix] of [
    [desktop, 'desktop'],
    [{ width: 320, height: 640 }, 'narrow'],
    [phone, 'phone'],
  ] as const) {
    await page.setViewportSize(size);
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(tooWide), `${shot} ${suffix} scrolls sideways`).toBeLessThanOrEqual(0);
    await picture(page, `${shot}-${suffix}`);
  }
  await expectAccessible(page);
};

describe('医保电子凭证', () => {
  it('is one step from the first page, a picture and a number; another one is had by a press', async () => {
    await signIn(page, '/', parent.idNumber);
    await page.getByRole('link', { name: /医保电子凭证/ }).click();
    await heading('医保电子凭证');
    await page.getByRole('img', { name: `${parent.name}的医保电子凭证二维码` }).waitFor();
    const walked = (await tabWalk(page)).join('｜');
    for (const name of ['换一个', `${parent.name}（本人）`]) expect(walked).toContain(name);
    await inBothSizes('credential');
    const first = await shownCode();
    expect(await patientOf(first)).toBe(parent.personNo);
    await expect(patientOf(`${first.slice(0, -1)}x`)).rejects.toThrow(/就诊凭证不能识别/);
    await page.getByRole('button', { name: '换一个' }).click();
    await expect.poll(shownCode, patience).not.toBe(first);
    expect(await patientOf(await shownCode())).toBe(parent.personNo);
  });

  it('of a child in one’s care is a choice away', async () => {
    await page.getByText(`${child.name}（孩子）`).click();
    await page.getByRole('img', { name: `${child.name}的医保电子凭证二维码` }).waitFor();
    expect(await patientOf(await shownCode())).toBe(child.personNo);
  });
});

describe('线上订单', () => {
  const own = `E2E${Date.now().toString(36)}`;
  let orderId = '';
  let payToken = '';

  it('arrives while the page is open, and is seen with what each pays', async () => {
    const ecToken = await shownCode();
    const found = await client().call('1101', { data: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken } });
    const { psn_no: psnNo } = found.output.baseinfo;
    const insutype = found.output.insuinfo[0]?.insutype ?? '';
    const signedIn = await client().call('9001', {
      signIn: { opter_no: 'C01', mac: '00-00-00-00-00-00', ip: '127.0.0.1' },
    });
    const begntime = signedIn.output.signinoutb.sign_time;
    await page.goto(address('/'));
    await page.getByRole('link', { name: /线上订单/ }).waitFor();
    const { output } = await client().call('6201', {
      data: {
        ...{ orgCodg: hospital.code, psnNo, insutype, medOrgOrd: own, begntime, ecToken },
        ...{ idNo: child.idNumber, userName: child.name, idType: '01', iptOtpNo: own },
        ...{ deptName: '儿科', caty: 'A07', medType: '11', feeType: '01', medfeeSumamt: 35 },
        ...{ acctUsedFlag: '2', diseCodg: 'J06.900', psnSetlway: '01', chrgBchno: own, extData: {} },
        diseinfoList: [
          {
            ...{ diagType: '1', diagSrtNo: 1, diagCode: 'J06.900', diagName: '示例诊断', diagDept: 'D01' },
            ...{ diseDorNo: 'DR01', diseDorName: '示医生', diagTime: begntime, valiFlag: '1' },
          },
        ],
        feedetailList: [
          {
            ...{ feedetlSn: '1', psnNo, chrgBchno: own, rxCircFlag: '0', feeOcurTime: begntime },
            ...{ medListCodg: 'XS-N02BE-001', medinsListCodg: 'OWN', detItemFeeSumamt: 35, cnt: 100 },
            ...{ pric: 0.35, bilgDeptCodg: 'D01', bilgDeptName: '儿科', bilgDrCodg: 'DR01' },
            ...{ bilgDrName: '示医生', hospApprFlag: '0' },
          },
        ],
      },
    });
    ({ payOrdId: orderId, payToken } = output.data);
    expect(output.data.cashierUrl).toBe(address(`/orders/${orderId}`));
    const link = page
      .getByRole('link', { name: /等您确认付款/ })
      .and(page.locator(`[href="/orders/${orderId}"]`));
    await link.click({ timeout: 30_000 });
    await page.getByRole('heading', { name: '各付多少' }).waitFor();
    await page.getByText('家人的共济账户付', { exact: true }).waitFor();
    expect(await tabWalk(page)).toContain('确认付款');
    await inBothSizes('order-waiting');
  });

  it('is confirmed with one press, and the hospital gets its notice (6302)', async () => {
    await page.getByRole('button', { name: '确认付款' }).click();
    await page.getByText('付款成功').waitFor();
    await inBothSizes('order-paid');
    const name = { payOrdId: orderId, payToken, orgCodg: hospital.code, idType: '01' };
    const { output } = await client().call('6301', {
      data: { ...name, idNo: child.idNumber, userName: child.name, extData: {} },
    });
    expect(output.data).toMatchObject({ medOrgOrd: own, feeSumamt: 35 });
    expect(['4', '6']).toContain(output.data.ordStas);
    // The simulated hospital listens on the last of the product's ports.
    const notices = new URL('/notices', address('/'));
    notices.port = String(Number(notices.port) + portsAfterTheProduct);
    const booked = async () => {
      const answer = (await (await fetch(notices)).json()) as { notices: { data: { payOrdId: string } }[] };
      return answer.notices.map(({ data }) => data.payOrdId);
    };
    await expect.poll(booked, patience).toContain(orderId);
  });

  it('stands among the orders afterwards', async () => {
    await page.goto(address('/orders'));
    await page
      .getByRole('link', { name: new RegExp(child.name) })
      .first()
      .waitFor();
    await inBothSizes('orders');
  });
});
