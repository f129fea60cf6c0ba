// `npm run lighthouse`: measures pages of a running product (ADDRESS, default http://localhost:7300) as Lighthouse's phone does, and
// fails when performance, accessibility or best practices of a page is below 95 in the median of its runs.
import { ensureBrowser } from './lib/browser.mjs';
import { say } from './lib/say.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleWorld } from '@gongji/sample';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

const address = process.env.ADDRESS ?? 'http://localhost:7300';
const least = 95;
const categories = ['performance', 'accessibility', 'best-practices'];
const open = [
  '/',
  '/start/340500',
  '/guides',
  '/guides/340500',
  '/c',
  '/c/anhui-medical',
  '/c/alipay-gongji',
];
const signedIn = [
  '/',
  '/bind',
  '/bind/new',
  '/premium',
  '/premiums',
  '/usages',
  '/applications',
  '/family-account',
  '/credential',
  '/calculator',
  '/elsewhere',
];
const runs = Number(process.env.RUNS ?? 3);

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

const executablePath = await ensureBrowser();
const profile = mkdtempSync(join(tmpdir(), 'gongji-lighthouse-'));
const port = 9322 + (process.pid % 500);
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
});
const results = [];

async function measure(path, who) {
  const scores = [];
  const page = `${path} (${who})`;
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(new URL(path, address).href, {
      ...{ port, onlyCategories: categories, locale: 'zh', logLevel: 'error' },
      // The sign-in is a cookie; without it every page would be the same page.
      disableStorageReset: who !== 'visitor',
    });
    if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
    scores.push(categories.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100)));
    if (run === 0) for (const { id, title } of failed(lhr)) say(`  ${page}: ${id}: ${title}`);
  }
  const medians = categories.map((_, at) => median(scores.map((row) => row[at])));
  results.push({ page, ...Object.fromEntries(categories.map((name, at) => [name, medians[at]])) });
  say(`${page}  ${categories.map((name, at) => `${name} ${medians[at]}`).join('  ')}`);
}

async function signIn() {
  const giver = sampleWorld().people.find(({ name }) => name === '样明远');
  const page = await browser.newPage();
  await page.goto(new URL('/sign-in?to=/', address).href);
  await page.locator('#entry').fill(giver.idNumber);
  await page.locator('#pin').fill(giver.pin);
  await page.locator('#pin').press('Enter');
  await page.getByText('可共济余额').first().waitFor();
  await page.close();
}

try {
  for (const path of open) await measure(path, 'visitor');
  await signIn();
  for (const path of signedIn) await measure(path, 'giver');
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

function failed(lhr) {
  return Object.values(lhr.audits).filter(
    ({ id, score, scoreDisplayMode }) =>
      scoreDisplayMode === 'binary' && score === 0 && inCategories(lhr, id),
  );
}

function inCategories(lhr, id) {
  return categories.some((name) =>
    lhr.categories[name].auditRefs.some((ref) => ref.id === id && ref.weight > 0),
  );
}

const low = results.filter((result) => categories.some((name) => result[name] < least));
say(JSON.stringify({ address, runs, least, results }));
if (low.length > 0) say(`Below ${least}: ${low.map(({ page }) => page).join(', ')}`);
process.exit(low.length === 0 ? 0 : 1);
