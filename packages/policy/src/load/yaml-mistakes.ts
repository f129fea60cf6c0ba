// The mistakes that keep a text from being YAML at all, in Chinese, by the codes of the YAML reader.
import type { ErrorCode } from 'yaml';
import { rule } from '../file/basics.ts';

const MISTAKES: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不对',
  BLOCK_IN_FLOW: '方括号或花括号里换行写了缩进的内容',
  BAD_SCALAR_START: '值的第一个字符不能这样写',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“字段: 值”',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少引号、冒号、逗号或括号',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行',
  MULTIPLE_DOCS: '一个文件里有不止一份内容',
  TAB_AS_INDENT: '缩进用了制表符（Tab）',
  UNEXPECTED_TOKEN: '有多余的字符',
};

export const YAML_RULE = rule('YAML 1.2，每个字段只写一次', '查看这里的缩进（只用空格）、引号、冒号和括号');

export const yamlMistake = (code: ErrorCode): string => MISTAKES[code] ?? 'YAML 的写法不对';
