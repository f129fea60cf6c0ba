// Checks of one file that its form cannot say: spans in order and apart, sources that exist, years that fit.
import { nextDay, yearOf } from '../calendar.ts';
import type { Span } from '../calendar.ts';
import { rule } from '../file/basics.ts';
import { DATED_SECTIONS } from '../file/sections.ts';
import type { LayerFile } from '../file/layer.ts';
import type { Keys } from '../field-name.ts';
import type { LoadError, SourceDocument } from './document.ts';
import { shown } from './form.ts';
import { gapErrors } from './gaps.ts';

function spanErrors(document: SourceDocument, keys: Keys, spans: readonly Span[]): LoadError[] {
  const errors: LoadError[] = [];
  spans.forEach((span, index) => {
    if (span.to !== undefined && span.to <= span.from) {
      const later = rule(`晚于 from（${span.from}）的日期：to 是失效的第一天`, '写晚一些的日期');
      errors.push(document.errorAt([...keys, index, 'to'], shown(span.to), later));
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
          `${shown(span.from)}，和第 [${clash}] 条的日期重叠`,
          rule('日期互不重叠的各条', '给较早的一条写上 to，日期等于较晚一条的 from'),
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
    const listed = rule([...known].join('、'), '先在 sources 里加上这个来源，或改用这些名称之一');
    return [document.errorAt(path, shown(inner), listed)];
  });
}

/** From the day after the window on, each day of payment has one rule: none is inside the window, none is missing between two. */
function afterWindowGaps(
  document: SourceDocument,
  keys: Keys,
  lastDay: string,
  afterWindow: readonly Span[],
): LoadError[] {
  const errors: LoadError[] = [];
  let expected: string | undefined = nextDay(lastDay);
  const inOrder = [...afterWindow].sort((left, right) => (left.from < right.from ? -1 : 1));
  for (const entry of inOrder) {
    if (entry.from !== expected) {
      const text = rule(
        `'${expected}'：集中缴费期最后一天（${lastDay}）的第二天起，各条首尾相接`,
        '改正 from，或补上缺少的一条',
      );
      const index = afterWindow.indexOf(entry);
      errors.push(document.errorAt([...keys, index, 'from'], shown(entry.from), text));
    }
    expected = entry.to;
  }
  return errors;
}

function premiumErrors(document: SourceDocument, file: LayerFile): LoadError[] {
  const years = file.premium ?? [];
  return years.flatMap((entry, index) => {
    const keys = ['premium', index];
    const errors: LoadError[] = [];
    if (years.findIndex((other) => other.coverageYear === entry.coverageYear) < index) {
      const text = rule('每个年度只写一次', '把两条并成一条');
      errors.push(document.errorAt([...keys, 'coverageYear'], shown(entry.coverageYear), text));
    }
    if ('notRecorded' in entry) return errors;
    const { coverage, window, afterWindow = [] } = entry;
    if (coverage !== 'notRecorded' && yearOf(coverage.from) !== entry.coverageYear) {
      const text = rule(`${entry.coverageYear} 年里的日期`, '让 coverage 和 coverageYear 一致');
      errors.push(document.errorAt([...keys, 'coverage', 'from'], shown(coverage.from), text));
    }
    if (coverage !== 'notRecorded' && coverage.to <= coverage.from) {
      const text = rule('晚于 coverage.from 的日期', '写晚一些的日期');
      errors.push(document.errorAt([...keys, 'coverage', 'to'], shown(coverage.to), text));
    }
    if (window !== 'notRecorded' && window.lastDay < window.firstDay) {
      const text = rule('firstDay 当天或更晚（首尾两天都算在缴费期内）', '写晚一些的日期');
      errors.push(document.errorAt([...keys, 'window', 'lastDay'], shown(window.lastDay), text));
    }
    if (window !== 'notRecorded' && ![1, 0].includes(entry.coverageYear - yearOf(window.firstDay))) {
      const years = `${entry.coverageYear - 1} 或 ${entry.coverageYear} 年里的日期`;
      const text = rule(years, '让 window 和 coverageYear 一致');
      errors.push(document.errorAt([...keys, 'window', 'firstDay'], shown(window.firstDay), text));
    }
    if (afterWindow === 'notRecorded') return errors;
    errors.push(...spanErrors(document, [...keys, 'afterWindow'], afterWindow));
    if (errors.length > 0 || window === 'notRecorded') return errors;
    return afterWindowGaps(document, [...keys, 'afterWindow'], window.lastDay, afterWindow);
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
        `${part} ${stated.includes(part) ? '写了不止一次' : '两个列表里都没有'}`,
        rule('账单的每一部分在 payableFromAccounts、notPayableFromAccounts 中恰好写一次', '放进其中一个列表'),
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
  const [, named] = /(?:^|\/)(\d{6}|\d{2})-[^/]*$/.exec(document.path) ?? [];
  if (named !== undefined && named !== file.id) {
    const text = rule(`和文件名一样的代码 '${named}'`, '改正 id，或改文件名');
    errors.push(document.errorAt(['id'], shown(file.id), text));
  }
  if (file.layer === 'area' && !file.id.startsWith(file.province)) {
    const text = rule(`地区代码的前两位 '${file.id.slice(0, 2)}'`, '写这两位数字');
    errors.push(document.errorAt(['province'], shown(file.province), text));
  }
  return errors;
}
