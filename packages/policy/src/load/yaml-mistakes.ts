// The mistakes that keep a text from being YAML at all, in Chinese, by the codes of the YAML reader.
import type { ErrorCode } from 'yaml';
import { rule } from '../file/basics.ts';

const SPACES = rule('同一层的字段左边对齐，每深一层多空两格', '查看这一行和上一行的缩进、引号和括号');
const MARKS = rule('YAML 1.2：字段: 值', '查看这一行和上一行：引号、括号要成对，冒号用半角、后面空一格');
const ONCE = rule('同一层里每个字段只写一次', '留下一个，删去另一个（原来的 notRecorded 也算一个）');
const ONE_TEXT = rule('一个文件只有一份内容', '删去单独成行的 ---，把后面的内容放进另一个文件');

const MISTAKES: Partial<Record<ErrorCode, readonly [found: string, ruleText: string]>> = {
  BAD_INDENT: ['缩进不对', SPACES],
  BLOCK_IN_FLOW: ['方括号或花括号里有不能这样写的内容', MARKS],
  BAD_SCALAR_START: ['值的第一个字符不能这样写', rule('文字、数字、引号或括号', '给这个值加上半角的引号')],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个“字段: 值”', MARKS],
  DUPLICATE_KEY: ['同一个字段写了两次', ONCE],
  MISSING_CHAR: ['缺少引号、冒号、逗号或括号', MARKS],
  MULTILINE_IMPLICIT_KEY: ['字段名跨了行', MARKS],
  MULTIPLE_DOCS: ['一个文件里有不止一份内容', ONE_TEXT],
  TAB_AS_INDENT: ['缩进用了制表符（Tab）', SPACES],
  UNEXPECTED_TOKEN: ['有多余的字符', MARKS],
};

/** What is wrong, and the rule with how to mend it. */
export const yamlMistake = (code: ErrorCode): readonly [found: string, ruleText: string] =>
  MISTAKES[code] ?? ['YAML 的写法不对', MARKS];
