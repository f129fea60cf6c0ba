// A YAML document that can tell where in the text each of its values stands.
import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { fieldName } from '../field-name.ts';
import type { Keys } from '../field-name.ts';
import { rule } from '../file/basics.ts';
import { encodingMistakes, typingMistakeNear } from './typing-mistakes.ts';
import type { TypingMistake } from './typing-mistakes.ts';
import { yamlMistake } from './yaml-mistakes.ts';

/** One mistake makes the YAML reader stumble over all that follows: more of its complaints would hide the first. */
const MOST_COMPLAINTS = 3;
const EMPTY = rule('写有内容的文件', '用 npx gongji policy new-area 打印一份来填，或删去这个文件');
const ALIAS = rule('直接写出内容', '不用 & 和 *，需要引号的文字加上引号');

interface Position {
  line: number;
  column: number;
}

/** One thing wrong with one policy file; `message` is complete Chinese: place, what was found, what is allowed, how to mend it. */
export interface LoadError extends Position {
  path: string;
  /** Path of the value inside the file, for example `outpatient[0].ordinary.employee.cap.fen`. */
  field: string;
  message: string;
}

export interface SourceDocument {
  path: string;
  value: unknown;
  /** The value under these keys, or undefined. */
  valueAt(keys: Keys): unknown;
  /** An error at the value under these keys (at their nearest parent when they are absent). */
  errorAt(keys: Keys, found: string, ruleText: string): LoadError;
  /** An error at the key itself, for a key that should not be there. */
  errorAtKey(keys: Keys, found: string, ruleText: string): LoadError;
}

function pairOf(parent: Node | null | undefined, key: PropertyKey): Pair | undefined {
  if (!isMap(parent)) return undefined;
  return parent.items.find((pair) => isPair(pair) && String(pair.key) === String(key));
}

function step(parent: Node | null | undefined, key: PropertyKey): Node | undefined {
  const found = isSeq(parent) && typeof key === 'number' ? parent.items[key] : pairOf(parent, key)?.value;
  return (found as Node | null | undefined) ?? undefined;
}

/** The node under the keys, or the deepest one on the way to it. */
function nearest(document: Document, keys: Keys): Node | null {
  let node = document.contents;
  for (const key of keys) {
    const inner = step(node, key);
    if (inner === undefined) return (pairOf(node, key)?.key as Node | undefined) ?? node;
    node = inner;
  }
  return node;
}

function errorOf(path: string, at: Position, keys: Keys, found: string, ruleText: string): LoadError {
  const field = fieldName(keys);
  return {
    path,
    ...at,
    field,
    message: `${path}:${at.line}:${at.column}: ${field === '' ? '' : `${field}：`}现状：${found}；${ruleText}。`,
  };
}

/** What the YAML reader says, or, where a keyboard's mistake explains its first complaint, the keyboard's mistakes. */
function syntaxMistakes(document: Document.Parsed, text: string): TypingMistake[] {
  const typed = document.errors.map(({ pos }) => typingMistakeNear(text, pos[0]));
  if (typed[0] !== undefined) return typed.filter((one) => one !== undefined);
  return document.errors.map(({ code, pos }) => {
    const [found, ruleText] = yamlMistake(code);
    return { offset: pos[0], found, ruleText };
  });
}

/** The value; undefined when an alias has no anchor or holds itself. */
function plainValue(document: Document.Parsed): { value: unknown } | undefined {
  try {
    const value: unknown = document.toJS();
    JSON.stringify(value);
    return { value };
  } catch {
    return undefined;
  }
}

/** Reads one YAML text; text that is no YAML is answered as errors with their places. */
export function readDocument(
  path: string,
  text: string,
): { ok: true; document: SourceDocument } | { ok: false; errors: LoadError[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (node: Node | null): Position => positionAt(node?.range?.[0] ?? 0);
  const refused = (mistakes: readonly TypingMistake[]): { ok: false; errors: LoadError[] } => {
    const errors = mistakes.map(({ offset, found, ruleText }) =>
      errorOf(path, positionAt(offset), [], found, ruleText),
    );
    const lineOnce = errors.filter(
      ({ line }, index) => errors.findIndex((other) => other.line === line) === index,
    );
    return { ok: false, errors: lineOnce.slice(0, MOST_COMPLAINTS) };
  };
  const misread = encodingMistakes(text);
  if (misread.length > 0) return refused(misread);
  if (document.errors.length > 0) return refused(syntaxMistakes(document, text));
  if (document.contents === null) {
    return refused([{ offset: 0, found: '文件里没有内容', ruleText: EMPTY }]);
  }
  const plain = plainValue(document);
  if (plain === undefined) {
    const at = Math.max(0, text.search(/(?<=[\s[{,])\*[^\s*]/));
    return refused([{ offset: at, found: '* 引用了没有的内容，或引用了自己', ruleText: ALIAS }]);
  }
  const { value } = plain;
  return {
    ok: true,
    document: {
      path,
      value,
      valueAt: (keys) =>
        keys.reduce<unknown>(
          (inner, key) =>
            inner !== null && typeof inner === 'object'
              ? (inner as Record<PropertyKey, unknown>)[key]
              : undefined,
          value,
        ),
      errorAt: (keys, found, ruleText) =>
        errorOf(path, placeOf(nearest(document, keys)), keys, found, ruleText),
      errorAtKey: (keys, found, ruleText) => {
        const parent = nearest(document, keys.slice(0, -1));
        const key = pairOf(parent, keys.at(-1) ?? '')?.key as Node | undefined;
        return errorOf(path, placeOf(key ?? parent), keys, found, ruleText);
      },
    },
  };
}
