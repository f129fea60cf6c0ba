// `npm test`: does all set-up, runs every check and every test, and ends with "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { checkNode, install } from './lib/install.mjs';
import { buildPages } from './lib/pages.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { say, seconds } from './lib/say.mjs';

const started = performance.now();
const reports = join(root, 'node_modules/.cache/gongji/reports');
let passed = 0;
let failed = 0;

/** Runs one check; what it printed is shown only when it fails. */
async function check(name, command, args) {
  const from = performance.now();
  const { status, output } = await run(command, args, { quiet: true });
  if (status !== 0) {
    failed += 1;
    say(`✗ ${name} (${seconds(from)})\n${output.trim()}\n`);
  } else say(`✓ ${name} (${seconds(from)})`);
}

/** Runs a vitest configuration and adds its counts; a run that ends badly without a failed test counts as one. */
async function tests(name, config, env) {
  say(`\n${name} …`);
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(file, { force: true });
  const { status } = await run(
    'npx',
    [
      'vitest',
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { env },
  );
  let failedHere = 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed += report.numPassedTests;
    failedHere = report.numFailedTests;
  } catch {
    say(`No report was written for "${name}".`);
  }
  failed += status !== 0 && failedHere === 0 ? 1 : failedHere;
}

checkNode();
await install();
mkdirSync(reports, { recursive: true });
const browser = await ensureBrowser();

say('Checking format, lint, types, arrows and dead code …');
await Promise.all([
  (async () => {
    await check('format', 'npm', ['run', '--silent', 'check:format']);
    await check('arrows', 'npm', ['run', '--silent', 'check:arrows']);
    await check('dead code', 'npm', ['run', '--silent', 'check:dead']);
    await check('types', 'npm', ['run', '--silent', 'check:types']);
  })(),
  check('lint', 'npm', ['run', '--silent', 'check:lint']),
]);
await buildPages();
await tests('unit and database tests', 'vitest.config.ts');
await tests('journeys in the browser', 'e2e/vitest.config.ts', { CHROMIUM_PATH: browser });

say(`\nAll of it took ${seconds(started)}.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
