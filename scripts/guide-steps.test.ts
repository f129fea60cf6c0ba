// Keeps docs/guide-steps.md true: each row's test exists and knows the row's label, and every walked path has its rows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelPaths } from '../e2e/support/channel-paths.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const walkers = 'e2e/channels.test.ts';

const rows = read('docs/guide-steps.md')
  .split('\n')
  .flatMap((line) => {
    const [, step = '', label = '', file = '', test = ''] =
      /^\| (.+?) +\| (.+?) +\| `([^`]+)` › (.+?) +\|$/.exec(line) ?? [];
    return file === '' ? [] : [{ step: step.trim(), label: label.trim(), file, test: test.trim() }];
  });
const support = readdirSync(join(root, 'e2e/support'))
  .map((file) => read(`e2e/support/${file}`))
  .join('\n');
const pathNamed = (test: string) => channelPaths.find(({ code, purpose }) => `${code} ${purpose}` === test);

describe('docs/guide-steps.md', () => {
  it('has a row for every step', () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows.filter(({ file }) => file !== walkers))('$step: $file › $test', ({ file, test, label }) => {
    expect(existsSync(join(root, file))).toBe(true);
    const names = [...read(file).matchAll(/\bit\(\s*'([^']+)'/g)].map(([, name]) => name);
    expect(names.filter((name) => name?.includes(test))).toHaveLength(1);
    expect(`${read(file)}\n${support}`).toContain(label);
  });

  it.each(rows.filter(({ file }) => file === walkers))('$step: $test', ({ test, label }) => {
    expect(pathNamed(test)?.steps.filter((step) => step === label)).toHaveLength(1);
  });

  const walked = channelPaths.map(({ code, purpose, steps }) => ({ test: `${code} ${purpose}`, steps }));
  it.each(walked)('lists every step of $test that no other path of the channel lists', ({ test, steps }) => {
    const channel = test.split(' ')[0] ?? '';
    const listed = rows.filter((row) => row.file === walkers && row.test.startsWith(`${channel} `));
    expect(listed.some((row) => row.test === test)).toBe(true);
    expect(steps.filter((step) => !listed.some(({ label }) => label === step))).toEqual([]);
  });
});
