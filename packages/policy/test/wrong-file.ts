// Puts one wrong thing into one policy file and loads it with the files that it needs.
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary } from '../src/index.ts';
import type { LoadError } from '../src/index.ts';

export const texts = readPolicyTexts();
export const TIELING = 'policies/areas/211200-tieling.yaml';
export const MAANSHAN = 'policies/areas/340500-maanshan.yaml';
export const NATIONAL = 'policies/national.yaml';

/** The files that a library with this one needs: fewer to read makes the cases quick. */
const neededBy: Record<string, string[]> = {
  [TIELING]: [NATIONAL, 'policies/provinces/21-liaoning.yaml'],
  [MAANSHAN]: [NATIONAL, 'policies/provinces/34-anhui.yaml'],
};

/** The errors after one replacement in one file; the place of the replacement is what the error should name. */
export function errorsAfter(path: string, from: string, to: string): { errors: LoadError[]; line: number } {
  const original = texts.find((one) => one.path === path)?.text ?? '';
  const offset = original.indexOf(from);
  if (offset < 0) throw new Error(`${path} has no ${from}`);
  const text = original.slice(0, offset) + to + original.slice(offset + from.length);
  const others = neededBy[path] ?? [];
  const loaded = loadLibrary([...texts.filter((one) => others.includes(one.path)), { path, text }]);
  return { errors: loaded.ok ? [] : loaded.errors, line: original.slice(0, offset).split('\n').length };
}
