// Reads the policy library from a directory of YAML files; the only part of the package that touches the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../src/index.ts';
import type { PolicyLibrary, PolicyText } from '../src/index.ts';

/** The repository's own `policies/`. */
export const defaultPolicyDirectory = fileURLToPath(new URL('../../../policies', import.meta.url));

const isCases = (name: string): boolean => name.endsWith('.cases.yaml');

function readTexts(directory: string, wanted: (name: string) => boolean): PolicyText[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !basename(name).startsWith('.') && wanted(name))
    .sort()
    .map((name) => join(directory, name))
    .map((file) => ({
      path: join('policies', relative(directory, file)),
      text: readFileSync(file, 'utf8'),
    }));
}

/** The texts of all policy files below the directory, sorted by path; worked cases are left out. */
export function readPolicyTexts(directory: string = defaultPolicyDirectory): PolicyText[] {
  return readTexts(directory, (name) => !isCases(name));
}

/** The texts of the worked cases below the directory, sorted by path. */
export function readCaseTexts(directory: string = defaultPolicyDirectory): PolicyText[] {
  return readTexts(directory, isCases);
}

/** Policy files and worked cases below the directory, text by path. */
export function readPolicyFiles(directory: string = defaultPolicyDirectory): Record<string, string> {
  const texts = [...readPolicyTexts(directory), ...readCaseTexts(directory)];
  return Object.fromEntries(texts.map(({ path, text }) => [path, text]));
}

/** Files below the directory that look like policy files and are not read, since their names do not end in `.yaml`. */
export function unreadPolicyFiles(directory: string = defaultPolicyDirectory): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml/i.test(name) && !name.endsWith('.yaml') && !basename(name).startsWith('.'))
    .sort()
    .map((name) => join('policies', name));
}

/** Loads the directory; policy files that are wrong are a fault, thrown with the first error and its place. */
export function readPolicyLibrary(directory: string = defaultPolicyDirectory): PolicyLibrary {
  const loaded = loadLibrary(readPolicyTexts(directory));
  if (loaded.ok) return loaded.library;
  const [first] = loaded.errors;
  const how = `政策文件有 ${loaded.errors.length} 处错误（npx gongji policy check 列出全部），第一处：`;
  throw new Error(`${how}${first?.message ?? ''}`);
}
