// Builds the pages of the two apps when their sources changed since the last build, and only then.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { say, seconds, stop } from './say.mjs';

const titles = { citizen: '居民', staff: '经办' };
const apps = Object.keys(titles);
const shared = ['packages/contract/src', 'packages/policy/src'];

function* files(path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue;
    const full = join(path, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else yield full;
  }
}

function fingerprint(app) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of [`apps/${app}`, ...shared]) {
    for (const file of files(join(root, folder)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds each app whose fingerprint differs from the one kept in node_modules/.cache/gongji. */
export async function buildPages() {
  await Promise.all(
    apps.map(async (app) => {
      const kept = join(root, `node_modules/.cache/gongji/${app}.built`);
      const now = fingerprint(app);
      const built = existsSync(join(root, `apps/${app}/dist/index.html`));
      if (built && existsSync(kept) && readFileSync(kept, 'utf8') === now) return;
      say(`生成${titles[app]}页面 …`);
      const started = performance.now();
      const { status, output } = await run(
        'npm',
        ['run', 'build', '--silent', '--workspace', `apps/${app}`],
        { quiet: true, env: { NODE_ENV: 'production' } },
      );
      if (status !== 0)
        stop(`${output.trim()}\n\n${titles[app]}页面没有生成。原因见上面几行，改正后重新运行。`);
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, now);
      say(`${titles[app]}页面已生成（${seconds(started)}）`);
    }),
  );
}
