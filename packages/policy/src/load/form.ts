// Checks a document against a zod schema and turns each issue into a load error with its place.
import type * as z from 'zod';
import type { Keys } from '../field-name.ts';
import { isRule, rule } from '../file/basics.ts';
import type { LoadError, SourceDocument } from './document.ts';
import { keysAllowedAt, nearest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** A found value in a few characters. */
export function shown(value: unknown): string {
  if (value === undefined) return '没有填写';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const KINDS: Record<string, string> = {
  object: '一组“字段: 值”',
  record: '一组“字段: 值”',
  array: '一个列表（每项前面写 -，或用方括号）',
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true（是）或 false（否）',
};

/** What the form checker asks for where the form itself has no words for it. */
function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'too_small') return `不少于 ${issue.minimum} 项`;
  return 'policies/README.md 里的写法';
}

/** How far a branch is from what was written: a key that it does not know counts by itself. */
function distanceOf(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** Of a union's branches, the one that the author most likely meant: the right type first, then the fewest mistakes. */
function likeliest(branches: Issue[][], value: unknown): Issue[] {
  const isMapping = value !== null && typeof value === 'object';
  const atTop = (branch: Issue[]): boolean =>
    branch.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys');
  const fitting = isMapping ? branches.filter((branch) => !atTop(branch)) : branches;
  const candidates = fitting.length > 0 ? fitting : branches;
  return [...candidates].sort((left, right) => distanceOf(left) - distanceOf(right))[0] ?? [];
}

/** Whether no branch takes even the kind of thing that was written, such as nothing at all or a mapping for a list. */
const isOtherKind = (branches: Issue[][]): boolean =>
  branches.every((branch) =>
    branch.every(({ code, path }) => path.length === 0 && /^invalid_(type|value|union)$/.test(code)),
  );

const allowedBy = (issue: Issue): string =>
  /^允许：(.*?)；改法：/.exec(issue.message)?.[1] ??
  (issue.code === 'invalid_union' ? issue.errors.flat().map(allowedBy).join('，或') : expectedBy(issue));

/** All that a place takes, for a value that is nothing of it. */
function everyKind(branches: Issue[][]): string {
  const allowed = [...new Set(branches.flatMap((branch) => branch.map(allowedBy)))].join('，或');
  return rule(allowed, '按其中一种写，照着 policies/areas 里别的文件');
}

const didYouMean = (word: string | undefined): string => (word === undefined ? '' : `；是不是想写 ${word}？`);

function unknownKeyRule(schema: z.ZodType, place: Keys, key: string): string {
  const allowed = keysAllowedAt(schema, place);
  const names = allowed.length > 0 ? allowed.join('、') : 'policies/README.md 里写到的字段';
  const meant = didYouMean(nearest(key, allowed));
  return `${rule(names, '改正拼写，或删去这个字段')}${meant}`;
}

/** A key that no form knows because a mark beside it was mistyped. */
function mistypedKey(key: string): readonly [found: string, ruleText: string] | undefined {
  const [, name, value] = /^([A-Za-z][\w-]*)[:：](.*)$/.exec(key) ?? [];
  if (name !== undefined) {
    return [
      `${key} 连在一起，成了一个字段名`,
      rule('半角的冒号，后面空一格', `写成 ${name}: ${value?.trim() ?? ''}`),
    ];
  }
  if (!/^\d+$/.test(key)) return undefined;
  return [
    `数字里有逗号，${key} 成了一个字段`,
    rule('不带逗号的数字', '去掉数字里的逗号（400,000 写成 400000）'),
  ];
}

function errorsOf(schema: z.ZodType, document: SourceDocument, issue: Issue, parent: Keys): LoadError[] {
  const keys = [...parent, ...issue.path];
  const value = document.valueAt(keys);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    if (typeof value !== 'string' && isOtherKind(issue.errors)) {
      return [document.errorAt(keys, shown(value), everyKind(issue.errors))];
    }
    return likeliest(issue.errors, value).flatMap((inner) => errorsOf(schema, document, inner, keys));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const [found, ruleText] = mistypedKey(key) ?? [
        `有不认识的字段 ${key}`,
        unknownKeyRule(schema, keys, key),
      ];
      return document.errorAtKey([...keys, key], found, ruleText);
    });
  }
  const ruleText = isRule(issue.message) ? issue.message : rule(expectedBy(issue), '按这个写法改');
  const meant =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? didYouMean(nearest(value, issue.values.map(String)))
      : '';
  return [document.errorAt(keys, shown(value), `${ruleText}${meant}`)];
}

/** The value in the schema's form, or every error with its place. */
export function checkForm<Schema extends z.ZodType>(
  document: SourceDocument,
  schema: Schema,
): { ok: true; value: z.infer<Schema> } | { ok: false; errors: LoadError[] } {
  const result = schema.safeParse(document.value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: result.error.issues.flatMap((issue) => errorsOf(schema, document, issue, [])) };
}
