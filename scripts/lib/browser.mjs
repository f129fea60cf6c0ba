// Finds Chromium and a Chinese font for the journeys; installs them through apt where that is allowed.
import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';
import { say, seconds, stop } from './say.mjs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const packages = ['chromium', 'fonts-noto-cjk'];
const command = `apt-get update && apt-get install -y ${packages.join(' ')}`;

function findChromium() {
  return places.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function hasChineseFont() {
  if (process.platform === 'darwin') return true;
  const { status, output } = await run('fc-list', [':lang=zh-cn'], { quiet: true });
  return status === 0 && output.trim() !== '';
}

/** Path of a Chromium with a Chinese font beside it; ends the process with the command to run when there is none. */
export async function ensureBrowser() {
  const found = findChromium();
  if (found && (await hasChineseFont())) return found;
  const root = process.getuid?.() === 0;
  const apt = (await run('apt-get', ['--version'], { quiet: true })).status === 0;
  if (apt && (root || (await run('sudo', ['-n', 'true'], { quiet: true })).status === 0)) {
    say(`Installing ${packages.join(' and ')} for the browser tests (once; about a minute) …`);
    const started = performance.now();
    const shell = root
      ? command
      : `sudo -n apt-get update && sudo -n apt-get install -y ${packages.join(' ')}`;
    const { status, output } = await run('sh', ['-c', shell], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (status === 0 && installed) {
      say(`Installed (${seconds(started)}).`);
      return installed;
    }
    stop(
      `${output.trim().split('\n').slice(-5).join('\n')}\n\nThe browser for the tests could not be installed. Run this by hand, then npm test again:\n  ${command}`,
    );
  }
  return stop(
    apt
      ? `The journeys need Chromium and a Chinese font, and this user may not install them. Run as root, then npm test again:\n  ${command}`
      : 'The journeys need Chromium (or Chrome) and a Chinese font. Install them, or set CHROMIUM_PATH to the browser, then run npm test again.',
  );
}
