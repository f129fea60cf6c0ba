// One headless Chromium, phone and desktop pages, signing in, and what every page must pass.
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1440, height: 900 };

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args });

/** A page of its own session in the given size; Chinese locale. */
export async function openPage(browser: Browser, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

export const address = (path: string) => new URL(path, inject('address')).toString();

/** Fails with the names of the broken rules; axe alone passes unreachable buttons, so walk with Tab too. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour that is still fading in has a contrast of its own.
  await page.evaluate(`Promise.race([
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    new Promise((done) => setTimeout(done, 2_000)),
  ]).then(() => undefined)`);
  let { violations } = await new AxeBuilder({ page }).analyze();
  // On a busy machine a colour may begin to fade only while axe looks.
  if (violations.length > 0 && violations.every(({ id }) => id === 'color-contrast')) {
    await page.waitForTimeout(1_500);
    ({ violations } = await new AxeBuilder({ page }).analyze());
  }
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`)).toEqual(
    [],
  );
}

/** Presses Tab from the top and answers the accessible names reached, until it comes round. */
export async function tabWalk(page: Page, mostStops = 80): Promise<string[]> {
  await page.evaluate('document.body.focus(); window.scrollTo(0, 0)');
  const names: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>(`(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return '';
      const labelled = active.getAttribute('aria-labelledby');
      const byId = labelled ? labelled.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : '';
      const label = active.labels?.[0]?.textContent ?? '';
      return (active.getAttribute('aria-label') || byId || label || active.textContent || active.getAttribute('title') || active.tagName).trim();
    })()`);
    if (name === '') break;
    names.push(name);
  }
  return names;
}

/** Keeps a picture of the page when SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
