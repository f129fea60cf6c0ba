// Checks a whole policy library from texts: it loads, every worked case holds, every recorded cell has a case.
import { loadLibrary } from '../load/load-library.ts';
import type { PolicyText } from '../load/load-library.ts';
import { readCases } from './case-files.ts';
import { recordedCells, untouchedCells } from './coverage.ts';
import { BLANK } from './new-area.ts';
import { brokenPromises } from './run-case.ts';

export interface PolicyCheck {
  ok: boolean;
  /** Codes and names of the areas that loaded. */
  areas: { area: string; name: string; version: string }[];
  /** Complete sentences, each with file, line and column; when there are any, nothing further was checked. */
  fileErrors: string[];
  cases: number;
  brokenCases: { file: string; line: number; name: string; broken: string[] }[];
  cells: number;
  untouchedCells: string[];
  /** Places (file:line) at which a new file still waits to be filled in. */
  blanks: string[];
}

const NOTHING: PolicyCheck = {
  ok: false,
  areas: [],
  fileErrors: [],
  cases: 0,
  brokenCases: [],
  cells: 0,
  untouchedCells: [],
  blanks: [],
};

function blanksOf({ path, text }: PolicyText): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isBlank = line.includes(BLANK) && !line.trimStart().startsWith('#');
    return isBlank ? [`${path}:${index + 1} ${line.trim()}`] : [];
  });
}

/** Pure. Both kinds of files are read before anything is refused, so that the author sees all errors at once. */
export function checkPolicies(
  policyTexts: readonly PolicyText[],
  caseTexts: readonly PolicyText[],
): PolicyCheck {
  const loaded = loadLibrary(policyTexts);
  const read = readCases(caseTexts);
  if (!loaded.ok || !read.ok) {
    const errors = [...(loaded.ok ? [] : loaded.errors), ...(read.ok ? [] : read.errors)];
    return { ...NOTHING, fileErrors: errors.map(({ message }) => message) };
  }
  const { library } = loaded;
  const blanks = policyTexts.flatMap(blanksOf);
  const brokenCases = read.cases
    .map((one) => ({ file: one.file, line: one.line, name: one.name, broken: brokenPromises(library, one) }))
    .filter(({ broken }) => broken.length > 0);
  const untouched = untouchedCells(library, read.cases);
  return {
    ok: brokenCases.length === 0 && untouched.length === 0 && blanks.length === 0,
    areas: [...library.areas.values()].map(({ area, own, ref }) => ({
      area,
      name: own.name,
      version: ref.version,
    })),
    fileErrors: [],
    cases: read.cases.length,
    brokenCases,
    cells: recordedCells(library).length,
    untouchedCells: untouched,
    blanks,
  };
}
