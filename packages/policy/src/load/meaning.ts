// Checks of one file that its form cannot say: spans in order and apart, sources that exist, years that fit.
import { yearOf } from '../calendar.ts';
import type { Span } from '../calendar.ts';
import { DATED_SECTIONS } from '../file/layer.ts';
import type { LayerFile } from '../file/layer.ts';
import type { Keys } from '../field-name.ts';
import type { LoadError, SourceDocument } from './document.ts';
import { shown } from './form.ts';
import { gapErrors } from './gaps.ts';

function spanErrors(document: SourceDocument, keys: Keys, spans: readonly Span[]): LoadError[] {
  const errors: LoadError[] = [];
  spans.forEach((span, index) => {
    if (span.to !== undefined && span.to <= span.from) {
      const rule = `allowed: a day after from (${span.from}), since to is the first day that no longer counts`;
      errors.push(
        document.errorAt([...keys, index, 'to'], shown(span.to), `${rule}; to mend: write a later day`),
      );
    }
    const clash = spans.findIndex(
      (other, earlier) =>
        earlier < index &&
        (other.to === undefined || span.from < other.to) &&
        (span.to === undefined || other.from < span.to),
    );
    if (clash >= 0) {
      errors.push(
        document.errorAt(
          [...keys, index, 'from'],
          `${shown(span.from)}, which overlaps entry [${clash}]`,
          'allowed: entries that do not overlap; to mend: end the earlier entry with to: on the day the later begins',
        ),
      );
    }
  });
  return errors;
}

function sourceErrors(
  document: SourceDocument,
  value: unknown,
  keys: Keys,
  known: ReadonlySet<string>,
): LoadError[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...keys, Array.isArray(value) ? Number(key) : key];
    if (key !== 'source' || typeof inner !== 'string') return sourceErrors(document, inner, path, known);
    if (known.has(inner)) return [];
    const allowed = `allowed: ${[...known].join(', ')}`;
    return [
      document.errorAt(path, shown(inner), `${allowed}; to mend: add it under sources, or use one of these`),
    ];
  });
}

function premiumErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  const years = file.premium ?? [];
  return years.flatMap((entry, index) => {
    const keys = ['premium', index];
    const errors: LoadError[] = [];
    if (years.findIndex((other) => other.coverageYear === entry.coverageYear) < index) {
      const rule = 'allowed: each coverage year once; to mend: put both into one entry';
      errors.push(document.errorAt([...keys, 'coverageYear'], shown(entry.coverageYear), rule));
    }
    if ('notRecorded' in entry) return errors;
    const { coverage, window, afterWindow = [] } = entry;
    if (coverage !== 'notRecorded' && yearOf(coverage.from) !== entry.coverageYear) {
      const rule = `allowed: a day in ${entry.coverageYear}; to mend: make coverage and coverageYear agree`;
      errors.push(document.errorAt([...keys, 'coverage', 'from'], shown(coverage.from), rule));
    }
    if (coverage !== 'notRecorded' && coverage.to <= coverage.from) {
      const rule = 'allowed: a day after coverage.from; to mend: write a later day';
      errors.push(document.errorAt([...keys, 'coverage', 'to'], shown(coverage.to), rule));
    }
    if (window !== 'notRecorded' && window.lastDay < window.firstDay) {
      const rule = 'allowed: firstDay or later (both days belong to the window); to mend: write a later day';
      errors.push(document.errorAt([...keys, 'window', 'lastDay'], shown(window.lastDay), rule));
    }
    if (afterWindow === 'notRecorded') return errors;
    return [...errors, ...spanErrors(document, [...keys, 'afterWindow'], afterWindow)];
  });
}

const BILL_PARTS = [
  'wholly-self-paid',
  'over-price-limit',
  'pre-self-paid',
  'deductible',
  'own-share',
  'above-cap',
] as const;

function conventionErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  return (file.conventions ?? []).flatMap((entry, index) => {
    const stated = [...entry.payableFromAccounts, ...entry.notPayableFromAccounts];
    return BILL_PARTS.filter((part) => stated.filter((other) => other === part).length !== 1).map((part) =>
      document.errorAt(
        ['conventions', index, 'payableFromAccounts'],
        `${part} ${stated.includes(part) ? 'more than once' : 'in neither list'}`,
        'allowed: each part of the bill in exactly one of payableFromAccounts and notPayableFromAccounts; to mend: place it',
      ),
    );
  });
}

/** Everything wrong with the meaning of one well-formed file. */
export function meaningErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  const errors = DATED_SECTIONS.flatMap((section) => spanErrors(document, [section], file[section] ?? []));
  errors.push(...sourceErrors(document, file, [], new Set(Object.keys(file.sources))));
  errors.push(...premiumErrors(document, file), ...conventionErrors(document, file));
  errors.push(...gapErrors(document, file));
  if (file.layer === 'area' && !file.id.startsWith(file.province)) {
    const rule = `allowed: the first two digits of the area, '${file.id.slice(0, 2)}'; to mend: write them`;
    errors.push(document.errorAt(['province'], shown(file.province), rule));
  }
  return errors;
}
