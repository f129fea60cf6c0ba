// Every page of the citizen app, in every size and in 长辈版: nothing to scroll sideways, nothing too small to read or to hit.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson } from '@gongji/sample';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, expectAccessible, openBrowser, picture } from './support/browser.ts';
import { prepareWalk, routerPatterns, walkedRoutes } from './support/citizen-routes.ts';
import type { WalkWorld } from './support/citizen-routes.ts';
import { lookAt } from './support/measure.ts';

/** 640 px is a window of 1280 px at 200 % zoom. */
const modes = [
  { name: 'phone', width: 360, height: 740, elder: false },
  { name: 'tablet', width: 768, height: 1024, elder: false },
  { name: 'zoom-200', width: 640, height: 400, elder: false },
  { name: 'narrow', width: 320, height: 640, elder: false },
  { name: 'elder', width: 360, height: 740, elder: true },
  { name: 'elder-narrow', width: 320, height: 640, elder: true },
] as const;

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** An employee of Maanshan outside the stories with a young child there who is not bound yet, from the far end of the list. */
function unboundFamily(): [giver: SamplePerson, child: SamplePerson] {
  const { people, relations, kinships } = sampleWorld();
  const byNo = new Map(people.map((person) => [person.personNo, person]));
  const bound = new Set(relations.map(({ giverNo, memberNo }) => `${giverNo}/${memberNo}`));
  for (const { personNo, relativeNo, relation } of kinships.toReversed()) {
    const [giver, child] = [byNo.get(personNo), byNo.get(relativeNo)];
    if (!giver || !child || relation !== 'child' || bound.has(`${personNo}/${relativeNo}`)) continue;
    const isGiver = giver.scheme === 'employee' && giver.status === 'normal' && !giver.family;
    const isChild = child.scheme === 'resident' && child.status === 'normal' && child.area === '340500';
    const isYoung = Number(child.idNumber.slice(6, 10)) >= 2009;
    const fen = giver.parts.reduce((sum, part) => sum + part.fen, 0);
    if (giver.area === '340500' && isGiver && isChild && isYoung && fen > 100_000) return [giver, child];
  }
  throw new Error('no family of Maanshan is left to bind');
}

let world: WalkWorld;
const nowhere: WalkWorld = {
  ...{ memberNo: '', relationId: '', applicationId: '', paymentId: '', usageId: '', orderId: '' },
  familyLinkId: '',
};

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  world = await prepareWalk(context, ...unboundFamily());
  page = await context.newPage();
  page.setDefaultTimeout(40_000);
});
afterAll(() => browser.close());

it('knows every route of the router, so that a new one cannot be forgotten', () => {
  expect(walkedRoutes(nowhere).map(({ pattern }) => pattern)).toEqual(routerPatterns());
});

describe.each(walkedRoutes(nowhere).map(({ pattern }, index) => ({ pattern, index })))(
  '$pattern',
  ({ index }) => {
    it('fits every size, has one heading and at most one main action, and targets that can be hit', async () => {
      for (const path of walkedRoutes(world)[index]!.paths) {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto(address(path));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        for (const { name, width, height, elder } of modes) {
          await page.setViewportSize({ width, height });
          await page.evaluate(`document.documentElement.classList.toggle('elder', ${elder})`);
          const look = await lookAt(page, { targetPx: elder ? 60 : 44, textPx: elder ? 24 : 14 });
          expect.soft({ path, name, ...look }).toEqual({
            ...{ path, name, headings: 1, isOneMainAction: true, hasServicePhone: true },
            ...{ sideways: 0, beyond: [], smallTargets: [], smallText: [], tightLines: [] },
          });
        }
        await expectAccessible(page);
        await picture(page, `walk-${path.replaceAll(/\W+/g, '-')}-elder-narrow`);
      }
    });
  },
);

it('keeps 长辈版 over a reload and a new tab', async () => {
  await page.goto(address('/'));
  await page.getByRole('button', { name: '长辈版' }).click();
  const isElder = (of: Page) => of.evaluate<boolean>(`document.documentElement.classList.contains('elder')`);
  expect(await isElder(page)).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: '长辈版', pressed: true }).waitFor();
  const tab = await context.newPage();
  await tab.goto(address('/bind'));
  await tab.getByRole('button', { name: '长辈版', pressed: true }).click();
  expect(await isElder(tab)).toBe(false);
  await tab.close();
});

it('follows the font size of the host that opens it', async () => {
  const size = () => page.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
  await page.goto(address('/?fontScale=1.5'));
  expect(await size()).toBe('27px');
  await page.goto(address('/bind'));
  expect(await size()).toBe('27px');
  await page.goto(address('/?fontScale=1'));
  expect(await size()).toBe('18px');
});
