// Checks a whole policy library from texts: it loads, every case holds, made or written, and every recorded cell has a written one.
import type { PolicyLibrary } from '../library.ts';
import type { LoadError } from '../load/document.ts';
import type { PolicyText } from '../load/load-library.ts';
import { boundaryCases } from './boundary-cases.ts';
import type { WorkedCase } from './case-files.ts';
import { recordedCells, untouchedCells } from './coverage.ts';
import { openDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { BLANK } from './new-area.ts';
import { brokenPromises } from './run-case.ts';

export interface PolicyCheck {
  ok: boolean;
  /** Codes and names of the areas that loaded. */
  areas: { area: string; name: string; version: string }[];
  /** Everything wrong with the files, by path, line and column; when there is anything, nothing further was checked. */
  problems: LoadError[];
  /** The same as complete sentences. */
  fileErrors: string[];
  cases: number;
  brokenCases: { file: string; line: number; name: string; broken: string[] }[];
  /** Cases made from the recorded figures, at every edge of every cell. */
  boundaryCases: number;
  brokenBoundaryCases: { file: string; line: number; name: string; broken: string[] }[];
  cells: number;
  untouchedCells: string[];
  /** Places (file:line) at which a new file still waits to be filled in. */
  blanks: string[];
}

const NOTHING: PolicyCheck = {
  ok: false,
  areas: [],
  problems: [],
  fileErrors: [],
  cases: 0,
  brokenCases: [],
  boundaryCases: 0,
  brokenBoundaryCases: [],
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

const broken = (library: PolicyLibrary, cases: readonly WorkedCase[]): PolicyCheck['brokenCases'] =>
  cases
    .map((one) => ({ file: one.file, line: one.line, name: one.name, broken: brokenPromises(library, one) }))
    .filter((one) => one.broken.length > 0);

/** Pure. @param files text by path, as for `openDraft`; all files are read before anything is refused. */
export function checkFiles(files: Readonly<Record<string, string>>): PolicyCheck {
  return checked(files, openDraft(files));
}

/**
 * Pure. Checks one area alone, on the layers below it: of the worked cases of those layers only the ones that ask about this
 * area. @param files as `areaFiles` gives them.
 */
export function checkArea(files: Readonly<Record<string, string>>): PolicyCheck {
  const draft = openDraft(files);
  const known = (input: unknown): boolean =>
    areasNamed(input).every((area) => draft.library?.areas.has(area));
  return checked(files, { ...draft, cases: draft.cases.filter(({ input }) => known(input)) });
}

function areasNamed(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'area' && typeof inner === 'string' ? [inner] : areasNamed(inner),
  );
}

function checked(files: Readonly<Record<string, string>>, draft: Draft): PolicyCheck {
  const { library, cases, problems } = draft;
  if (library === undefined || problems.length > 0) {
    return { ...NOTHING, problems, fileErrors: problems.map(({ message }) => message) };
  }
  const blanks = Object.entries(files)
    .filter(([path]) => path.endsWith('.yaml'))
    .flatMap(([path, text]) => blanksOf({ path, text }));
  const made = boundaryCases(library);
  const brokenCases = broken(library, cases);
  const brokenBoundaryCases = broken(library, made);
  const untouched = untouchedCells(library, cases);
  const wrong = [brokenCases, brokenBoundaryCases, untouched, blanks];
  return {
    ok: wrong.every((list) => list.length === 0),
    areas: [...library.areas.values()].map(({ area, own, ref }) => ({
      area,
      name: own.name,
      version: ref.version,
    })),
    problems: [],
    fileErrors: [],
    cases: cases.length,
    brokenCases,
    boundaryCases: made.length,
    brokenBoundaryCases,
    cells: recordedCells(library).length,
    untouchedCells: untouched,
    blanks,
  };
}
