// Installs the dependencies when what is installed differs from package-lock.json, and only then.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { say, seconds, stop } from './say.mjs';

const oldestNode = [20, 19];

/** Ends the process with a sentence when this Node.js is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    stop(
      `Gongji needs Node.js ${oldestNode.join('.')} or later; this is ${process.versions.node}. Please install a newer Node.js and try again.`,
    );
  }
}

/** True when every package of the lock file is installed in the locked version (optional ones may be absent). */
export function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.link === entry.link;
  });
}

/** Installs what is missing; says so; stops with a sentence when it can't. */
export async function install() {
  if (isInstalled()) return;
  say('Installing what is missing (once; about a minute) …');
  const started = performance.now();
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (status !== 0) {
    stop(
      `${output.trim()}\n\nThe dependencies could not be installed (npm ci ended with ${status}). Check that the npm registry can be reached and that the disk has room, then run the command again.`,
    );
  }
  say(`Installed (${seconds(started)}).`);
}
