// A YAML document that can tell where in the text each of its values stands.
import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { fieldName } from '../field-name.ts';
import type { Keys } from '../field-name.ts';
import { YAML_RULE, yamlMistake } from './yaml-mistakes.ts';

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
  if (document.errors.length > 0) {
    return {
      ok: false,
      errors: document.errors.map((error) =>
        errorOf(path, positionAt(error.pos[0]), [], yamlMistake(error.code), YAML_RULE),
      ),
    };
  }
  const value: unknown = document.toJS();
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
