// A file that declares which days it covers is held to it: a gap inside is refused at the entry that follows it.
import { yearOf } from '../calendar.ts';
import type { Span } from '../calendar.ts';
import { rule } from '../file/basics.ts';
import { COVERED_SECTIONS } from '../file/declarations.ts';
import type { LayerFile } from '../file/layer.ts';
import type { LoadError, SourceDocument } from './document.ts';

type Section = (typeof COVERED_SECTIONS)[number];

const MEND = '为这些日子加一条（不知道的写 notRecorded），或缩短 coverage';
const END = '9999-12-31';

/** 自 2024-01-01 起至 2025-01-01（不含），或自 2024-01-01 起。 */
const daysInWords = (from: string, to: string): string =>
  `自 ${from} 起${to === END ? '' : `至 ${to}（不含）`}`;

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
      `${daysInWords(from, to)}没有记录`,
      rule(`coverage.${section} 声明的${daysInWords(declared.from, until)}不能有空缺`, MEND),
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
    const allowed = `coverage.premium 声明的 ${first} 到 ${last} 各年度都要有`;
    errors.push(document.errorAt(keys, `没有 ${year} 年度的记录`, rule(allowed, MEND)));
  }
  return errors;
}

/** Every gap inside what the file's `coverage` declares. */
export function gapErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  return COVERED_SECTIONS.flatMap((section) => {
    const declared = file.coverage?.[section];
    if (declared === undefined) return [];
    if (declared.to !== undefined && declared.to <= declared.from) {
      const later = rule('晚于 from 的日期', '写晚一些的日期；没有终止日就不写 to');
      return [document.errorAt(['coverage', section, 'to'], JSON.stringify(declared.to), later)];
    }
    return section === 'premium'
      ? premiumGaps(document, file, declared)
      : datedGaps(document, section, file[section] ?? [], declared);
  });
}
