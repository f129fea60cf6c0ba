// Keeps the documents true: their commands run, their links lead somewhere, their names are in the code.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawStates } from './lib/states.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const documents = tracked.filter((file) => file.endsWith('.md'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Commands that a test of their own proves: the journeys start the product, and this very run is `npm test`. */
const provenElsewhere = new Set(['npm start', 'npm test']);

const commands = documents.flatMap((file) =>
  [...read(file).matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => [file, line] as const),
  ),
);

describe('commands shown in documents', () => {
  it.each(commands)('%s: %s', (_file, line) => {
    if (provenElsewhere.has(line)) return expect(Object.keys(scripts())).toContain(line.replace('npm ', ''));
    const script = /^npm run (\S+)/.exec(line)?.[1];
    if (script !== undefined) return expect(Object.keys(scripts())).toContain(script);
    expect(line, 'only npm scripts and npx gongji are shown').toMatch(/npx gongji /);
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  });
});

function scripts() {
  return (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
}

describe('links in documents', () => {
  const links = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => [file, target] as const),
  );
  it.each(links.filter(([, target]) => !/^[a-z]+:/.test(target)))('%s leads to %s', (file, target) => {
    expect(existsSync(join(root, dirname(file), target))).toBe(true);
  });
});

describe('the glossary', () => {
  const rows = read('GLOSSARY.md')
    .split('\n')
    .map((line) => /\| `([^`]+)` \|$/.exec(line)?.[1])
    .filter((name) => name !== undefined);
  const code = tracked
    .filter((file) => /^(packages|apps)\/.*\.(ts|tsx|sql)$/.test(file) && !file.endsWith('.test.ts'))
    .map(read)
    .join('\n');
  it.each(rows)('%s is a name in the code', (name) => {
    expect(code).toContain(name);
  });
});

describe('docs/states.md', () => {
  it('is what `npm run docs:states` draws from the tables in the code', () => {
    expect(read('docs/states.md')).toBe(drawStates());
  });
});

describe('ARCHITECTURE.md', () => {
  it('names every package and app', () => {
    const text = read('ARCHITECTURE.md');
    const folders = new Set(tracked.flatMap((file) => /^((?:packages|apps)\/[^/]+)\//.exec(file)?.[1] ?? []));
    expect([...folders].filter((folder) => !text.includes(folder))).toEqual([]);
  });
});

describe('what may not be committed', () => {
  it('package-lock.json names no registry host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
  it('no left-over notes stand in the source', () => {
    const left = tracked
      .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && file !== 'scripts/documents.test.ts')
      .filter((file) =>
        /\b(TODO|FIXME|XXX|HACK)\b|\b(test|it|describe)\.(skip|only|todo)\b/.test(read(file)),
      );
    expect(left).toEqual([]);
  });
});
