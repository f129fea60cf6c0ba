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
    ['without a tool', [], /没有写工具名；可以用 check、show/],
    ['with a tool that does not exist', ['guess'], /没有 guess 这个工具/],
    ['check with two folders', ['check', 'a', 'b'], /用法/],
    [
      'check of a folder that is not there',
      ['check', '/no/such/folder'],
      /没有 \/no\/such\/folder 这个文件夹/,
    ],
    ['show without a date', ['show', '211200'], /用法/],
    ['show with a day that does not exist', ['show', '211200', '2025-02-30'], /日期 2025-02-30 不对/],
    ['show with a date that is none', ['show', '211200', 'today'], /日期 today 不对/],
    ['show of an area without a policy', ['show', '320100', '2025-03-01'], /没有记录地区 320100 的政策/],
    ['show of a day without a policy', ['show', '211200', '2020-01-01'], /没有记录 2020年1月1日 的政策/],
    ['schema with an argument', ['schema', 'file'], /没有参数/],
    ['new-area without a name', ['new-area', '210100'], /用法/],
    ['new-area with a short code', ['new-area', '2101', '沈阳市'], /地区代码 2101 不对/],
    ['new-area with a name that is no name', ['new-area', '210100', 'a: b'], /地区名称 a: b 不对/],
    ['new-area for a province that is there', ['new-area', '34', '安徽省'], /已经有政策文件/],
    ['new-area for an area that is there', ['new-area', '211200', '铁岭市'], /已经有政策文件/],
    [
      'new-area in a province without a file',
      ['new-area', '320100', '南京市'],
      /省份 32 还没有文件；已有 21（辽宁省）/,
    ],
    ['check with an option that does not exist', ['check', '--fast'], /用法/],
    ['explain without a file', ['explain'], /用法/],
    ['explain of a file that is not there', ['explain', 'no-such.json'], /no-such\.json: 读不到/],
    ['diff with one side', ['diff', '211200@2025-03-01'], /用法/],
    [
      'diff with a side that is nothing',
      ['diff', 'nowhere', 'nowhere', '--at', '211200@2025-03-01'],
      /没有 nowhere/,
    ],
    ['diff of folders without a place', ['diff', 'published', 'published'], /请用 --at 写明地区和日期/],
    [
      'diff at a day that does not exist',
      ['diff', 'published', 'published', '--at', '211200@2025-02-30'],
      /--at/,
    ],
    [
      'diff of an area without a policy',
      ['diff', '320100@2025-03-01', '211200@2025-03-01'],
      /没有记录地区 320100/,
    ],
    [
      'diff with half a person',
      ['diff', '211200@2025-03-01', '211200@2025-03-01', '--population', '0.5'],
      /--population 0\.5 不对，请写 1 到/,
    ],
    [
      'diff into a folder that is not there',
      [
        'diff',
        '211200@2025-03-01',
        '211200@2025-03-01',
        '--population',
        '1',
        '--svg',
        '/no/such/folder/a.svg',
      ],
      /写不了文件/,
    ],
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
    expect(terminal.output).toContain('fundFen：案例写的是 48001，程序算出 48000');
    expect(terminal.output).toMatch(/检查没有通过\n$/);
  });

  test('fails a folder with a wrong figure, and says where it stands', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    changeFile('areas/211200-tieling.yaml', 'level1: 7000', 'level1: 70000');
    expect(await run(['policy', 'check', terminal.directory, '--json'])).toBe(1);
    const { fileErrors } = JSON.parse(terminal.output) as { fileErrors: string[] };
    expect(fileErrors).toHaveLength(1);
    expect(fileErrors[0]).toMatch(
      /211200-tieling\.yaml:\d+:\d+: .*level1：现状：70000；允许：0 到 10000 的整数/,
    );
  });
});

describe('gongji policy check of a folder as clerks keep it', () => {
  test('names a file that is not read for its name, and does not pass', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    writeFileSync(join(terminal.directory, 'areas/340100-hefei.yml'), 'layer: area\n');
    writeFileSync(join(terminal.directory, 'areas/._211200-tieling.yaml'), '\0');
    expect(await run(['policy', 'check', terminal.directory])).toBe(1);
    expect(terminal.output).toMatch(/有 1 个文件没有读.*\n {2}policies.areas.340100-hefei\.yml\n/);
  });

  test('refuses a file of another encoding', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    const file = join(terminal.directory, 'areas/211200-tieling.yaml');
    writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(file, 'utf8')}`, 'utf16le'));
    expect(await run(['policy', 'check', terminal.directory])).toBe(1);
    expect(terminal.output).toContain('211200-tieling.yaml:1:1: 现状：有读不出的字符');
  });
});

describe('gongji policy show', () => {
  test('prints every figure with the number of its source, and the sources with their grades', async () => {
    expect(await run(['policy', 'show', '211200', '2025-03-01'])).toBe(0);
    expect(terminal.output).toMatch(/^铁岭市（211200）2025-03-01 有效的政策/);
    expect(terminal.output).toMatch(
      /普通门诊 · 职工 · 起付线 · 三级医院：300\.00 元 {2}市级，办事指引 \[\d+\]/,
    );
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
  test('prints a file for a province, and one of cases also for an area that is there', async () => {
    expect(await run(['policy', 'new-area', '33', '浙江省'])).toBe(0);
    expect(terminal.output).toContain("layer: province\nid: '33'\nname: 浙江省");
    terminal.output = '';
    expect(await run(['policy', 'new-area', '211200', '铁岭市', '--cases'])).toBe(0);
    expect(terminal.output).toContain('铁岭市的案例');
  });

  test('prints a file that loads, and the check names what is to be filled in', async () => {
    expect(await run(['policy', 'new-area', '210400', '抚顺市'])).toBe(0);
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    writeFileSync(join(terminal.directory, 'areas/210400-fushun.yaml'), terminal.output);
    terminal.output = '';
    expect(await run(['policy', 'check', terminal.directory])).toBe(1);
    expect(terminal.output).toContain('抚顺市（210400）');
    expect(terminal.output).toMatch(
      /还有 1 处待填写：\n {2}policies.areas.210400-fushun\.yaml:\d+ title: 待填写/,
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

describe('gongji policy explain', () => {
  const explained = async (question: unknown, ...options: string[]): Promise<number> => {
    const file = join(terminal.directory, 'question.json');
    writeFileSync(file, JSON.stringify(question));
    return run(['policy', 'explain', file, ...options]);
  };
  const payment = {
    area: '340500',
    coverageYear: 2026,
    payDate: '2025-11-01',
    member: { group: 'ordinary', insuredPriorYears: true },
    history: { missedYears: 0, repairedYears: 0 },
  };

  test('prints each line with its source, and the rules that were not applied', async () => {
    expect(await explained(payment)).toBe(0);
    expect(terminal.output).toMatch(/^个人应缴 400\.00 元。\n政策 340500，版本 /);
    expect(terminal.output).toMatch(/【金额怎样算】\n {2}2026 年度普通居民个人应缴 400\.00 元（此项依据较弱/);
    expect(terminal.output).toMatch(/依据：关于安徽省2026年.*（依据较弱，2026-11-22 核对）/);
    expect(terminal.output).toContain('【没有采用的规定】');
  });

  test('prints the same for machines, with the weak ones marked', async () => {
    expect(await explained(payment, '--json')).toBe(0);
    const { kind, lines } = JSON.parse(terminal.output) as {
      kind: string;
      lines: { part: string; code: string; weak: boolean }[];
    };
    expect(kind).toBe('premium');
    expect(lines[0]).toMatchObject({ part: 'split', code: 'premium', weak: true });
    expect(lines.some(({ part }) => part === 'not-applied')).toBe(true);
  });

  test('explains a no, and a bill', async () => {
    const binding = {
      date: '2025-01-01',
      giver: { area: '340500', scheme: 'employee', status: 'suspended', balanceFen: 1 },
      member: { area: '340500', scheme: 'resident', status: 'normal' },
      relation: 'child',
      existingMembers: 0,
    };
    expect(await explained(binding)).toBe(0);
    expect(terminal.output).toMatch(/^不能绑定。/);
    terminal.output = '';
    const bill = {
      area: '211200',
      date: '2025-03-01',
      patient: { scheme: 'employee', retired: false, chronic: [] },
      institution: { kind: 'hospital', level: 2, area: '211200' },
      bill: { totalFen: 100000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
      yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
      accounts: [],
    };
    expect(await explained(bill)).toBe(0);
    expect(terminal.output).toMatch(
      /^统筹基金支付 480\.00 元，本人个人账户支付 0\.00 元，亲属的个人账户支付 0\.00 元，现金支付 520\.00 元。/,
    );
  });

  test.each([
    ['something else', { hello: 1 }, /认不出这是哪一种问题/],
    ['a list', [payment], /一次只解释一个问题/],
    [
      'a premium that is not recorded',
      { ...payment, area: '210100', coverageYear: 2025 },
      /460\.00 元、400\.00 元/,
    ],
    ['a field that is wrong', { ...payment, payDate: 'today' }, /payDate: 应为真实存在的日期/],
  ])('refuses %s with exit status 2 and one sentence', async (_name, question, said) => {
    expect(await explained(question)).toBe(2);
    expect(terminal.output).toBe('');
    expect(terminal.complaint).toMatch(said);
    expect(terminal.complaint.split('\n')).toHaveLength(2);
  });
});

describe('gongji policy diff', () => {
  test('compares a draft folder with what is published, as text, page and picture', async () => {
    cpSync(defaultPolicyDirectory, terminal.directory, { recursive: true });
    changeFile('areas/211200-tieling.yaml', 'level2: 6000', 'level2: 6500');
    const [page, picture] = ['d.html', 'd.svg'].map((name) => join(terminal.directory, name));
    const where = ['--at', '211200@2025-03-01', '--population', '200'];
    const written = ['--html', String(page), '--svg', String(picture)];
    expect(await run(['policy', 'diff', 'published', terminal.directory, ...where, ...written])).toBe(0);
    expect(terminal.output).toContain('普通门诊 · 职工 · 报销比例 · 在职 · 二级医院：60% → 65%');
    expect(terminal.output).toMatch(/全部人员 200 人：少付 \d+ 人，多付 0 人/);
    expect(readFileSync(String(page), 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(String(picture), 'utf8')).toMatch(/^<svg /);
  });

  test('compares one draft file with what is published, for machines', async () => {
    const file = join(terminal.directory, 'draft.yaml');
    const text = readFileSync(join(defaultPolicyDirectory, 'areas/211200-tieling.yaml'), 'utf8');
    writeFileSync(file, text.replace('level2: 6000', 'level2: 5500'));
    const where = ['--at', '211200@2025-03-01', '--population', '100', '--json'];
    expect(await run(['policy', 'diff', 'published', file, ...where])).toBe(0);
    const { figures, groups } = JSON.parse(terminal.output) as {
      figures: unknown[];
      groups: { group: string; gain: number; lose: number }[];
    };
    expect(figures).toHaveLength(1);
    expect(groups[0]).toMatchObject({ group: 'all', gain: 0 });
    expect(groups[0]?.lose).toBeGreaterThan(0);
  });

  test('names every mistake of a draft that does not load, with exit status 1', async () => {
    const file = join(terminal.directory, 'draft.yaml');
    const text = readFileSync(join(defaultPolicyDirectory, 'areas/211200-tieling.yaml'), 'utf8');
    writeFileSync(file, text.replace('level2: 6000', 'level2: 60000'));
    expect(await run(['policy', 'diff', 'published', file, '--at', '211200@2025-03-01'])).toBe(1);
    expect(terminal.complaint).toMatch(/draft\.yaml:\d+:\d+: .*现状：60000；允许：/);
  });
});
