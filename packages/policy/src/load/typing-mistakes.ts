// What a Chinese keyboard or a word processor leaves in a text: full-width marks, odd spaces, another encoding.
import { rule } from '../file/basics.ts';

export interface TypingMistake {
  /** Offset in the text. */
  offset: number;
  found: string;
  ruleText: string;
}

const UTF8 = rule('UTF-8 编码的文件', '在编辑器里用“另存为”，编码选 UTF-8，再核对中文是否完好');
const LINES = rule('每行以换行（LF 或 CRLF）结束', '在编辑器里把换行符改成 LF');
const HALF = rule(
  '半角的标点：字段: 值，花括号 { }，方括号 [ ]',
  '切换到英文输入法重写，冒号和逗号后面空一格',
);
const SPACES = rule('缩进只用半角空格', '把这一行左边的空白删去，再按空格键对齐');

/** Mistakes that spoil every line of the text; the first of each kind. */
export function encodingMistakes(text: string): TypingMistake[] {
  const found: TypingMistake[] = [];
  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable >= 0) {
    found.push({ offset: unreadable, found: '有读不出的字符，文件可能存成了 GBK 或 UTF-16', ruleText: UTF8 });
  }
  const bareReturn = text.search(/\r(?!\n)/);
  if (found.length === 0 && bareReturn >= 0) {
    found.push({ offset: bareReturn, found: '换行只有回车符（CR）', ruleText: LINES });
  }
  return found;
}

/** Each by what is looked for in a line: the last group is where the mistake stands. */
const IN_A_LINE: readonly (readonly [RegExp, string, string])[] = [
  [/^(\s*?)([\t\u00A0\u3000])/, '缩进里有制表符（Tab）或全角空格', SPACES],
  [/^( *(?:- )?['"]?[A-Za-z][\w-]*['"]?)(：)/, '冒号是全角的“：”', HALF],
  [/^( *(?:- )?[A-Za-z][\w-]*)(:)(?=[^\s:])/, '冒号后面没有空格', HALF],
  [/^( *(?:- )?[A-Za-z][\w-]*: *)([｛［])/, '括号是全角的', HALF],
  [/^([^#]*\{[^}]*)([，：｝])(?= *(?:[A-Za-z][\w-]* *[:：]|[}\s]|$))/, '花括号里有全角的标点', HALF],
];

function mistakeIn(line: string, start: number): TypingMistake | undefined {
  if (line.trimStart().startsWith('#')) return undefined;
  for (const [pattern, found, ruleText] of IN_A_LINE) {
    const match = pattern.exec(line);
    if (match !== null) return { offset: start + (match[1] ?? '').length, found, ruleText };
  }
  return undefined;
}

/** What was mistyped in the line at the offset or the one before it: where the YAML reader stumbles, the cause may stand above. */
export function typingMistakeNear(text: string, offset: number): TypingMistake | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.lastIndexOf('\n', start - 2) + 1;
  return (
    (start > 0 ? mistakeIn(text.slice(before, start - 1), before) : undefined) ??
    mistakeIn(text.slice(start).split('\n', 1)[0] ?? '', start)
  );
}
