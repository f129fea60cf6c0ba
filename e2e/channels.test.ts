// Each channel of both guides, walked by its own labels from where people begin to the page that every channel shares.
import { samplePremiums, sampleWorld } from '@gongji/sample';
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
import { channelPaths } from './support/channel-paths.ts';
import { signIn } from './support/people.ts';

const world = sampleWorld();
const paidFor = new Set(samplePremiums(world).map(({ memberNo }) => memberNo));
const people = new Map(world.people.map((person) => [person.personNo, person]));

/** A giver outside the stories of the other journeys, with a bound child whose residents' premium is still to be paid. */
function giverIn(area: string) {
  const givers = world.relations.map(({ giverNo, memberNo, relation }) => ({
    giver: people.get(giverNo),
    member: people.get(memberNo),
    relation,
  }));
  const found = givers.find(
    ({ giver, member, relation }) =>
      giver?.area === area &&
      !giver.family &&
      giver.status === 'normal' &&
      giver.parts.length > 0 &&
      relation === 'child' &&
      !paidFor.has(member?.personNo ?? '') &&
      member?.area === area &&
      member.scheme === 'resident',
  );
  if (!found?.giver || !found.member) throw new Error(`no giver with a bound child in ${area}`);
  return { giver: found.giver, member: found.member };
}

const cities = {
  maanshan: giverIn('340500'),
  tieling: giverIn('211200'),
};

let browser: Browser;
const pages = new Map<string, Page>();
beforeAll(async () => {
  browser = await openBrowser();
  for (const [city, { giver }] of Object.entries(cities)) {
    const page = await openPage(browser, phone);
    await signIn(page, '/', giver.idNumber);
    pages.set(city, page);
  }
});
afterAll(() => browser.close());

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Presses what carries this label: nothing else may carry it in the page's own part. */
async function press(page: Page, label: string): Promise<void> {
  const main = page.getByRole('main');
  await main
    .getByRole('link', { name: label, exact: false })
    .or(main.getByRole('button', { name: label, exact: false }))
    .first()
    .click();
}

describe.each(channelPaths)('$name（$place）', ({ code, name, place, city, purpose, steps }) => {
  it(`walks ${steps.join(' → ')}`, async () => {
    const page = pages.get(city);
    if (!page) throw new Error(`nobody is signed in for ${city}`);
    const { member } = cities[city];
    // The walk before left a draft behind.
    await page.evaluate('sessionStorage.clear()');
    await page.goto(address(`/c/${code}`));
    await page.getByRole('banner').getByText(name, { exact: true }).waitFor();
    await page.getByRole('banner').getByText(place, { exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, `channel-${code}`);
    expect((await tabWalk(page)).join('｜')).toContain(steps[0]);
    for (const step of steps) {
      if (step === '本人职工医保参保地')
        await page.getByLabel(step).selectOption(people.get(cities[city].giver.personNo)?.area ?? '');
      else if (step === '医保电子凭证') await page.getByText('已用医保电子凭证认证').waitFor();
      else await press(page, step);
    }
    if (purpose === 'bind') {
      await heading(page, '先读一读告知书');
      await page.getByText('我已阅读并同意').click();
      await page.getByRole('button', { name: '下一步' }).click();
      await heading(page, '家庭成员信息');
      for (const field of ['姓名', '身份证号码', '联系电话'])
        await page.getByLabel(field, { exact: true }).first().waitFor();
    } else if (purpose === 'pay') {
      await press(page, `给${member.name}缴费`);
      await page.getByRole('link', { name: /2025 年度/ }).click();
      await page.getByRole('link', { name: /下一步/ }).click();
      await page.getByText('职工医保个人账户', { exact: true }).click();
      await page.getByRole('button', { name: /下一步/ }).click();
      await heading(page, '确认缴费');
    } else {
      await page.getByText('我已阅读并同意').click();
      await page.getByRole('button', { name: '下一步' }).click();
      await heading(page, '已绑定家庭成员');
      await page.getByRole('button', { name: `解绑 ${member.name}` }).click();
      await page.getByRole('button', { name: '确认解绑' }).waitFor();
    }
    await page.getByRole('banner').getByText(name, { exact: true }).waitFor();
  });
});

describe('辽宁铁岭医保（微信公众号） before the credential', () => {
  it('asks for 本人职工医保参保地, then for 医保电子凭证, and comes back to the hall', async () => {
    const page = await openPage(browser, phone);
    await page.goto(address('/c/tieling-account/hall'));
    const credential = page.getByRole('link', { name: '“医保电子凭证”认证' });
    await page.getByLabel('本人职工医保参保地').waitFor();
    expect(await credential.count()).toBe(0);
    await page.getByLabel('本人职工医保参保地').selectOption({ label: '铁岭市' });
    await expectAccessible(page);
    await credential.click();
    await page.locator('#entry').fill(cities.tieling.giver.idNumber);
    await page.locator('#pin').fill(cities.tieling.giver.pin);
    await page.locator('#pin').press('Enter');
    await page.getByRole('link', { name: '个人账户共济绑定' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'channel-tieling-account-hall');
    await page.getByLabel('本人职工医保参保地').selectOption({ label: '沈阳市' });
    await page.getByText('您的参保地是铁岭市').waitFor();
    expect(await page.getByRole('link', { name: '个人账户共济绑定' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the list of channels', () => {
  it('leads to every channel of the guides, and back to the plain pages', async () => {
    const page = await openPage(browser, phone);
    await page.goto(address('/c'));
    await heading(page, '从哪里办');
    await expectAccessible(page);
    await picture(page, 'channel-list');
    const stops = (await tabWalk(page)).join('｜');
    for (const { name, place } of channelPaths) expect(stops).toContain(`${name}${place}`);
    await page.getByRole('link', { name: '辽事通' }).click();
    await heading(page, '辽事通');
    await page.getByRole('link', { name: '从哪里办' }).click();
    await page.getByRole('link', { name: '不经过这些渠道，直接在网页上办' }).click();
    await page.getByRole('banner').getByText('医保家庭共济', { exact: true }).waitFor();
    await page.context().close();
  });
});
