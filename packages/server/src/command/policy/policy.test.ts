// The policy tools as the outside sees them: exit status, what is printed, what is refused.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicyDirectory } from '@gongji/policy/node';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { catchTerminal } from '../../../test/terminal.ts';

const terminal = catchTerminal();

function changeFile(name: string, from: string, to: string): void {
  const file = join(terminal.directory, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('gongji policy', () => {
  test.each([
    ['without a tool', [], /no tool was given; use one of check/],
    ['with a tool that does not exist', ['guess'], /there is no tool "guess"/],
    ['check with two folders', ['check', 'a', 'b'], /用法/],
    ['show without a date', ['show', '211200'], /用法/],
    ['show with a day that does not exist', ['show', '211200', '2025-02-30'], /日期 2025-02-30 不对/],
    ['show with a date that is none', ['show', '211200', 'today'], /日期 today 不对/],
    ['show of an area without a policy', ['show', '320100', '2025-03-01'], /没有记录地区 320100 的政策/],
    ['show of a day without a policy', ['show', '211200', '2020-01-01'], /没有记录 2020年1月1日 的政策/],
    ['schema with an argument', ['schema', 'file'], /没有参数/],
    ['new-area without a name', ['new-area', '210100'], /用法/],
    ['new-area with a short code', ['new-area', '2101', '沈阳市'], /地区代码 2101 不对/],
    ['new-area with a name that is no name', ['new-area', '210100', 'a: b'], /地区名称 a: b 不对/],
    ['new-area for an area that is there', ['new-area', '211200', '铁岭市'], /已经有政策文件/],
    [
      'new-area in a province without a file',
      ['new-area', '320100', '南京市'],
      /省份 32 还没有文件；已有 21（辽宁省）/,
    ],
    ['check with an option that does not exist', ['check', '--fast'], /用法/],
  ])('%s is refused with exit status 2 and one sentence', async (_name, args, said) => {
    expect(await run(['policy', ...args])).toBe(2);
    expect(terminal.output).toBe('');
    expect(terminal.complaint).toMatch(said);
    expect(terminal.complaint.split('\n')).toHaveLength(2);
  });
});

describe('gongji policy check', () => {
  test('passes the policies of this repository', async () => {
    expect(await run(['policy', 'check'])).toBe(0);
    expect(terminal.output).toMatch(/读入 \d+ 个地区：.*铁岭市（211200）/);
    expect(terminal.output).toMatch(/检查通过\n$/);
  });

  test('fails a folder with a broken case, and says which', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    changeFile('areas/211200-tieling.cases.yaml', 'fundFen: 48000', 'fundFen: 48001');
    expect(await run(['policy', 'check', terminal.directory])).toBe(1);
    expect(terminal.output).toMatch(
      /其中 1 个不符：\n {2}policies.areas.211200-tieling\.cases\.yaml:\d+ level 2/,
    );
    expect(terminal.output).toContain('fundFen: promised 48001, the engine answers 48000');
    expect(terminal.output).toMatch(/检查没有通过\n$/);
  });

  test('fails a folder with a wrong figure, and says where it stands', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    changeFile('areas/211200-tieling.yaml', 'level1: 7000', 'level1: 70000');
    expect(await run(['policy', 'check', terminal.directory, '--json'])).toBe(1);
    const { fileErrors } = JSON.parse(terminal.output) as { fileErrors: string[] };
    expect(fileErrors).toHaveLength(1);
    expect(fileErrors[0]).toMatch(
      /211200-tieling\.yaml:\d+:\d+: .*level1: found 70000; allowed: .* 0 to 10000/,
    );
  });
});

describe('gongji policy show', () => {
  test('prints every figure with the number of its source, and the sources with their grades', async () => {
    expect(await run(['policy', 'show', '211200', '2025-03-01'])).toBe(0);
    expect(terminal.output).toMatch(/^铁岭市（211200）2025-03-01 有效的政策/);
    expect(terminal.output).toMatch(/普通门诊 · 职工 · 起付线 · 三级医院：300\.00 元 {2}市级 \[\d+\]/);
    expect(terminal.output).toMatch(/药店购药：没有记录\n/);
    expect(terminal.output).toMatch(/12393（依据较弱，请以当地医保部门答复为准）/);
    expect(terminal.output).toMatch(/\[\d+\] 铁岭门诊共济绑定与使用办事指引（办事指引，2026-11-22 核对）/);
  });

  test('prints the same as JSON', async () => {
    expect(await run(['policy', 'show', '340500', '2024-10-15', '--json'])).toBe(0);
    const { area, figures } = JSON.parse(terminal.output) as {
      area: string;
      figures: { field: string; value: unknown }[];
    };
    expect(area).toBe('340500');
    expect(figures.find(({ field }) => field === 'premium.2025.amounts.ordinary.fen')).toMatchObject({
      value: 40000,
      source: { grade: 'official' },
    });
  });
});

describe('gongji policy new-area', () => {
  test('prints a file that loads, and the check names what is to be filled in', async () => {
    expect(await run(['policy', 'new-area', '210400', '抚顺市'])).toBe(0);
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    writeFileSync(join(terminal.directory, 'areas/210400-fushun.yaml'), terminal.output);
    terminal.output = '';
    expect(await run(['policy', 'check', terminal.directory])).toBe(1);
    expect(terminal.output).toContain('抚顺市（210400）');
    expect(terminal.output).toMatch(
      /还有 4 处待填写：\n {2}policies.areas.210400-fushun\.yaml:\d+ title: 待填写/,
    );
    writeFileSync(
      join(terminal.directory, 'areas/210400-fushun.yaml'),
      readFileSync(join(terminal.directory, 'areas/210400-fushun.yaml'), 'utf8').replaceAll(
        '待填写',
        '写好了',
      ),
    );
    expect(await run(['policy', 'check', terminal.directory])).toBe(0);
  });
});

describe('gongji policy schema', () => {
  test('prints the schema that stands beside the policy files', async () => {
    expect(await run(['policy', 'schema'])).toBe(0);
    expect(terminal.output).toBe(readFileSync(join(defaultPolicyDirectory, 'policy.schema.json'), 'utf8'));
  });
});
