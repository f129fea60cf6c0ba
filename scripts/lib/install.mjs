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
      `共济需要 Node.js ${oldestNode.join('.')} 或更新的版本，现在是 ${process.versions.node}。请安装较新的 Node.js 后再试。`,
    );
  }
}

/** True when every package of the lock file is installed in the locked version (optional ones may be absent). */
function isInstalled() {
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
  say('安装缺少的组件（只需一次，约一分钟）…');
  const started = performance.now();
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (status !== 0) {
    stop(
      `${output.trim()}\n\n组件没有装好（npm ci 以 ${status} 结束）。请检查能否访问 npm 软件源、磁盘是否有空间，然后重新运行。`,
    );
  }
  say(`安装完成（${seconds(started)}）`);
}
