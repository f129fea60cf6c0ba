// Reads the policy library from a directory of YAML files; the only part of the package that touches the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../src/index.ts';
import type { PolicyLibrary, PolicyText } from '../src/index.ts';

/** The repository's own `policies/`. */
export const defaultPolicyDirectory = fileURLToPath(new URL('../../../policies', import.meta.url));

const isCases = (name: string): boolean => name.endsWith('.cases.yaml');

function readTexts(directory: string, wanted: (name: string) => boolean): PolicyText[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && wanted(name))
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

/** Loads the directory; policy files that are wrong are a fault, thrown with every error and its place. */
export function readPolicyLibrary(directory: string = defaultPolicyDirectory): PolicyLibrary {
  const loaded = loadLibrary(readPolicyTexts(directory));
  if (loaded.ok) return loaded.library;
  throw new Error(`the policy files are wrong:\n${loaded.errors.map(({ message }) => message).join('\n')}`);
}
