// What a keyboard, an editor or a slip of the hand does to a whole file: told at its place, with how to mend it, without a flood.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary } from '../src/index.ts';

const texts = readPolicyTexts();
const PATH = 'policies/areas/211200-tieling.yaml';
const original = texts.find(({ path }) => path === PATH)?.text ?? '';
const CAP = '        cap: { fen: 300000, source: tieling-guide }';
const lineOfCap = original.slice(0, original.indexOf(CAP)).split('\n').length;

function errorsOf(text: string) {
  const loaded = loadLibrary(texts.map((one) => (one.path === PATH ? { path: PATH, text } : one)));
  return loaded.ok ? [] : loaded.errors;
}

const inCap = (from: string, to: string): string => original.replace(CAP, CAP.replace(from, to));

describe('a mistake of the keyboard', () => {
  test.each([
    ['a tab', inCap('        cap', '\t\tcap'), '缩进里有制表符', '按空格键对齐'],
    [
      'full-width spaces',
      inCap('        cap', '　　　　cap'),
      '缩进里有制表符（Tab）或全角空格',
      '按空格键对齐',
    ],
    ['a full-width colon', inCap('cap:', 'cap：'), '冒号是全角的', '切换到英文输入法'],
    ['no space after a colon', inCap('cap: {', 'cap:{'), '冒号后面没有空格', '冒号和逗号后面空一格'],
    ['full-width braces', inCap('{', '｛'), '括号是全角的', '切换到英文输入法'],
    ['a full-width comma', inCap(', source', '，source'), '花括号里有全角的标点', '切换到英文输入法'],
  ])('%s is told at its line, once', (_name, text, found, mend) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.line).toBe(lineOfCap);
    expect(errors[0]?.message).toContain(`现状：${found}`);
    expect(errors[0]?.message).toContain(mend);
  });

  test.each([
    ['an indent too deep', inCap('        cap', '          cap'), '缩进不对'],
    ['an indent too small', inCap('        cap', '      cap'), '缩进不对'],
    ['a key twice', original.replace(CAP, `${CAP}\n${CAP}`), '同一个字段写了两次'],
    ['a brace left open', inCap(' }', ''), '缩进不对'],
    ['an alias of nothing', inCap('tieling-guide', '*nothing'), '* 引用了没有的内容'],
    ['an alias of itself', original.replace('channels:', 'unknown: &a [*a]\nchannels:'), '引用了自己'],
    ['a second text', `${original}\n---\n${original}`, '一个文件里有不止一份内容'],
  ])('%s is told near its line, in at most three sentences', (_name, text, found) => {
    const errors = errorsOf(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(3);
    expect(errors[0]?.message).toContain(found);
    if (text.includes(CAP.trim().slice(0, 10)) && !text.includes('---') && !text.includes('&a')) {
      expect(Math.abs((errors[0]?.line ?? 0) - lineOfCap)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a file of another encoding', () => {
  test('that cannot be read is refused, however much of it is still YAML', () => {
    const gbk = original.replaceAll(/[\u4e00-\u9fff]/g, '\uFFFD');
    const errors = errorsOf(gbk);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain('GBK 或 UTF-16；允许：UTF-8 编码的文件；改法：');
    expect(errors[0]?.line).toBe(gbk.slice(0, gbk.indexOf('\uFFFD')).split('\n').length);
  });

  test('with lines that end in CR alone is refused', () => {
    expect(errorsOf(original.replaceAll('\n', '\r'))[0]?.message).toContain('换行只有回车符');
  });

  test('with a byte order mark, or with lines of Windows, is as good as any', () => {
    expect(errorsOf(`\uFEFF${original}`)).toEqual([]);
    expect(errorsOf(original.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test('that is empty, or only comments, says so', () => {
    for (const text of ['', '\n', '# 铁岭\n']) {
      expect(errorsOf(text)[0]?.message).toContain(`${PATH}:1:1: 现状：文件里没有内容`);
    }
  });
});
