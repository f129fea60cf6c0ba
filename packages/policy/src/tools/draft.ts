// A policy library as texts in memory, such as a clerk's draft: opened with all its problems, its cases run, compared.
import { loadLibrary } from '../load/load-library.ts';
import type { PolicyText } from '../load/load-library.ts';
import type { PolicyLibrary } from '../library.ts';
import type { LoadError } from '../load/document.ts';
import { readCases } from './case-files.ts';
import type { WorkedCase } from './case-files.ts';

export interface Draft {
  /** Undefined while a policy file has a problem. */
  library: PolicyLibrary | undefined;
  /** Empty while a case file has a problem. */
  cases: WorkedCase[];
  /** Every problem of every file, policy files and worked cases alike, each with path, line and column. */
  problems: LoadError[];
}

const isCases = ({ path }: PolicyText): boolean => path.endsWith('.cases.yaml');

/** Files of a folder that are neither policy nor cases (README.md, the schema) are left alone. */
const isYaml = ({ path }: PolicyText): boolean => path.endsWith('.yaml');

/** Pure. @param files text by path, such as `{'policies/areas/211200-tieling.yaml': '…'}`; the order does not matter. */
export function openDraft(files: Readonly<Record<string, string>>): Draft {
  const texts = Object.entries(files)
    .map(([path, text]): PolicyText => ({ path, text }))
    .filter(isYaml)
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const loaded = loadLibrary(texts.filter((one) => !isCases(one)));
  const read = readCases(texts.filter(isCases));
  return {
    library: loaded.ok ? loaded.library : undefined,
    cases: read.ok ? read.cases : [],
    problems: [...(loaded.ok ? [] : loaded.errors), ...(read.ok ? [] : read.errors)],
  };
}
