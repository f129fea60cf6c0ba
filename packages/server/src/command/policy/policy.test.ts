// The policy tools as the outside sees them: exit status, what is printed, what is refused.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicyDirectory } from '@gongji/policy/node';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../run.ts';

let directory = '';
let output = '';
let complaint = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongji-policy-'));
  output = '';
  complaint = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaint += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

function changeFile(name: string, from: string, to: string): void {
  const file = join(directory, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('gongji policy', () => {
  test.each([
    ['without a tool', [], /no tool was given; use one of check/],
    ['with a tool that does not exist', ['guess'], /there is no tool "guess"/],
    ['check with two folders', ['check', 'a', 'b'], /用法/],
    ['check with an option that does not exist', ['check', '--fast'], /用法/],
  ])('%s is refused with exit status 2 and one sentence', async (_name, args, said) => {
    expect(await run(['policy', ...args])).toBe(2);
    expect(output).toBe('');
    expect(complaint).toMatch(said);
    expect(complaint.split('\n')).toHaveLength(2);
  });
});

describe('gongji policy check', () => {
  test('passes the policies of this repository', async () => {
    expect(await run(['policy', 'check'])).toBe(0);
    expect(output).toMatch(/读入 \d+ 个地区：.*铁岭市（211200）/);
    expect(output).toMatch(/检查通过\n$/);
  });

  test('fails a folder with a broken case, and says which', async () => {
    cpSync(defaultPolicyDirectory, directory, { recursive: true });
    changeFile('areas/211200-tieling.cases.yaml', 'fundFen: 48000', 'fundFen: 48001');
    expect(await run(['policy', 'check', directory])).toBe(1);
    expect(output).toMatch(/其中 1 个不符：\n {2}policies.areas.211200-tieling\.cases\.yaml:\d+ level 2/);
    expect(output).toContain('fundFen: promised 48001, the engine answers 48000');
    expect(output).toMatch(/检查没有通过\n$/);
  });

  test('fails a folder with a wrong figure, and says where it stands', async () => {
    cpSync(defaultPolicyDirectory, directory, { recursive: true });
    changeFile('areas/211200-tieling.yaml', 'level1: 7000', 'level1: 70000');
    expect(await run(['policy', 'check', directory, '--json'])).toBe(1);
    const { fileErrors } = JSON.parse(output) as { fileErrors: string[] };
    expect(fileErrors).toHaveLength(1);
    expect(fileErrors[0]).toMatch(
      /211200-tieling\.yaml:\d+:\d+: .*level1: found 70000; allowed: .* 0 to 10000/,
    );
  });
});
