// A file that declares which days it covers is held to it: a gap inside is refused at the entry that follows it.
import { yearOf } from '../calendar.ts';
import type { Span } from '../calendar.ts';
import { COVERED_SECTIONS } from '../file/declarations.ts';
import type { LayerFile } from '../file/layer.ts';
import type { LoadError, SourceDocument } from './document.ts';

type Section = (typeof COVERED_SECTIONS)[number];

const MEND = 'add an entry for these days, with notRecorded where nothing is known, or declare less';
const END = '9999-12-31';

function datedGaps(
  document: SourceDocument,
  section: Section,
  spans: readonly Span[],
  declared: Span,
): LoadError[] {
  const sorted = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => (a.span.from < b.span.from ? -1 : 1));
  const until = declared.to ?? END;
  const gap = (from: string, to: string, keys: (string | number)[]): LoadError =>
    document.errorAt(
      keys,
      `no entry from ${from} ${to === END ? 'on' : `to before ${to}`}`,
      `allowed: no gap from ${declared.from} ${declared.to === undefined ? 'on' : `to before ${until}`}, as coverage.${section} declares; to mend: ${MEND}`,
    );
  const errors: LoadError[] = [];
  let covered = declared.from;
  for (const { span, index } of sorted) {
    if (covered >= until) break;
    if (span.from > covered)
      errors.push(gap(covered, span.from < until ? span.from : until, [section, index, 'from']));
    const end = span.to ?? END;
    if (end > covered) covered = end;
  }
  if (covered < until) errors.push(gap(covered, until, ['coverage', section]));
  return errors;
}

function premiumGaps(document: SourceDocument, file: LayerFile, declared: Span): LoadError[] {
  const years = (file.premium ?? []).map(({ coverageYear }) => coverageYear);
  const first = declared.from.endsWith('-01-01') ? yearOf(declared.from) : yearOf(declared.from) + 1;
  const last =
    declared.to === undefined
      ? Math.max(first, ...years)
      : yearOf(declared.to) - (declared.to.endsWith('-01-01') ? 1 : 0);
  const errors: LoadError[] = [];
  for (let year = first; year <= last; year += 1) {
    if (years.includes(year)) continue;
    const next = (file.premium ?? []).findIndex(({ coverageYear }) => coverageYear > year);
    const keys = next < 0 ? ['coverage', 'premium'] : ['premium', next, 'coverageYear'];
    const rule = `allowed: every coverage year from ${first} to ${last}, as coverage.premium declares; to mend: ${MEND}`;
    errors.push(document.errorAt(keys, `no entry for the coverage year ${year}`, rule));
  }
  return errors;
}

/** Every gap inside what the file's `coverage` declares. */
export function gapErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  return COVERED_SECTIONS.flatMap((section) => {
    const declared = file.coverage?.[section];
    if (declared === undefined) return [];
    if (declared.to !== undefined && declared.to <= declared.from) {
      const rule = 'allowed: a day after from; to mend: write a later day, or leave it out for no end';
      return [document.errorAt(['coverage', section, 'to'], JSON.stringify(declared.to), rule)];
    }
    return section === 'premium'
      ? premiumGaps(document, file, declared)
      : datedGaps(document, section, file[section] ?? [], declared);
  });
}
