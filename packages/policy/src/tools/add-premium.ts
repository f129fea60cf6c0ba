// Writes the premium of one more coverage year into an area's file, with its source, and the worked cases that hold it to that.
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Document } from 'yaml';
import { yuan } from '../money.ts';
import type { MemberGroup, SourceGrade } from '../types.ts';
import { GROUP_NAMES } from '../premium-lines.ts';

export interface PremiumForm {
  coverageYear: number;
  /** Both days belong to the window, 'YYYY-MM-DD'. */
  firstDay: string;
  lastDay: string;
  /** Fen by group; null where nothing is recorded. */
  amounts: Record<MemberGroup, number | null>;
  subsidyFen: number | null;
  source: { title: string; documentNumber: string; url: string; grade: SourceGrade; checkedOn: string };
}

export type PremiumAdded = { ok: true; text: string; casesText: string } | { ok: false; message: string };

const groups = Object.keys(GROUP_NAMES) as MemberGroup[];
const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();
const refused = (message: string): PremiumAdded => ({ ok: false, message });

/** Where the list or mapping under the key ends; undefined when it is none, or stands in brackets. */
function endOf(document: Document.Parsed, keys: readonly string[]): number | undefined {
  const node = document.getIn(keys, true);
  if ((!isSeq(node) && !isMap(node)) || node.flow === true || node.items.length === 0) return undefined;
  return node.range?.[1];
}

/** Puts the lines after the offset, before the blank lines and the comments that belong to what follows. */
function insertAt(text: string, offset: number, lines: string): string {
  const before = text.slice(0, offset).trimEnd();
  return `${before}\n${lines}\n${text.slice(before.length).replace(/^[^\n]*\n?/, '')}`;
}

function sourceLines(key: string, { title, documentNumber, url, grade, checkedOn }: PremiumForm['source']) {
  return [
    `  ${key}:`,
    `    title: ${scalar(title)}`,
    ...(documentNumber === '' ? [] : [`    documentNumber: ${scalar(documentNumber)}`]),
    ...(url === '' ? [] : [`    url: ${scalar(url)}`]),
    `    grade: ${grade}`,
    `    checkedOn: '${checkedOn}'`,
  ].join('\n');
}

function yearLines({ coverageYear, firstDay, lastDay, amounts, subsidyFen }: PremiumForm, key: string) {
  const figure = (fen: number | null): string =>
    fen === null ? 'notRecorded' : `{ fen: ${fen}, source: ${key} }`;
  return [
    `  - coverageYear: ${coverageYear}`,
    `    coverage: { from: '${coverageYear}-01-01', to: '${coverageYear + 1}-01-01', source: ${key} }`,
    `    window: { firstDay: '${firstDay}', lastDay: '${lastDay}', source: ${key} }`,
    `    subsidy: ${figure(subsidyFen)}`,
    '    amounts:',
    ...groups.map((group) => `      ${group}: ${figure(amounts[group])}`),
  ].join('\n');
}

function caseLines(area: string, { coverageYear, firstDay, lastDay, amounts }: PremiumForm): string {
  const change = (payDate: string, group: string): string =>
    `{ area: '${area}', coverageYear: ${coverageYear}, payDate: '${payDate}', member: { group: ${group}, insuredPriorYears: true }, history: { missedYears: 0, repairedYears: 0 } }`;
  const one = (name: string, payDate: string, group: string, answer: string): string =>
    `  - name: ${scalar(name)}\n    ask: premium\n    change: ${change(payDate, group)}\n    answer: ${answer}`;
  const recorded = groups.filter((group) => amounts[group] !== null);
  const [first] = recorded;
  const windowCases =
    first === undefined
      ? []
      : [
          one(`${coverageYear} 年度缴费期第一天`, firstDay, first, '{ window: { open: true } }'),
          one(`${coverageYear} 年度缴费期最后一天`, lastDay, first, '{ window: { open: true } }'),
        ];
  return [
    ...recorded.map((group) =>
      one(
        `${coverageYear} 年度${GROUP_NAMES[group]}应缴 ${yuan(amounts[group] ?? 0)}`,
        firstDay,
        group,
        `{ premiumFen: ${amounts[group]} }`,
      ),
    ),
    ...windowCases,
  ].join('\n');
}

/** The worked cases with those of the year; a file without questions about premiums learns to ask them. */
function withCases(casesText: string, area: string, form: PremiumForm): string | undefined {
  const document = parseDocument(casesText);
  const baseEnd = endOf(document, ['base']);
  const casesEnd = endOf(document, ['cases']);
  if (baseEnd === undefined || casesEnd === undefined || baseEnd > casesEnd) return undefined;
  const added = insertAt(casesText, casesEnd, caseLines(area, form));
  return document.hasIn(['base', 'premium']) ? added : insertAt(added, baseEnd, '  premium: {}');
}

/** Pure. Everything else in both files stays as it is, letter by letter. Refused with a Chinese sentence. */
export function addPremiumYear(
  text: string,
  casesText: string,
  area: string,
  form: PremiumForm,
): PremiumAdded {
  const document = parseDocument(text);
  if (document.errors.length > 0) return refused('文件现在还有写法错误，请先在 YAML 里改好，再用表单。');
  const premium: unknown = document.getIn(['premium']);
  const years = isSeq(premium) ? (premium.toJSON() as { coverageYear?: unknown }[]) : [];
  if (years.some((year) => year.coverageYear === form.coverageYear)) {
    return refused(`文件里已经有 ${form.coverageYear} 年度，请在 YAML 里修改，或换一个年度。`);
  }
  const key = `premium-${form.coverageYear}`;
  const sourcesEnd = endOf(document, ['sources']);
  if (sourcesEnd === undefined || document.hasIn(['sources', key])) {
    return refused(`不能自动加上来源 ${key}：sources 里已经有它，或写法特别，请在 YAML 里填写。`);
  }
  const premiumEnd = endOf(document, ['premium']);
  const unused = /^premium: *notRecorded *$/m;
  if (premiumEnd === undefined && !unused.test(text)) {
    return refused('文件里的 premium 写法特别，请在 YAML 里填写。');
  }
  const cases = withCases(casesText, area, form);
  if (cases === undefined) return refused('案例文件的写法特别，不能自动加上案例，请在 YAML 里填写。');
  const entry = yearLines(form, key);
  const withYear =
    premiumEnd === undefined ? text.replace(unused, `premium:\n${entry}`) : insertAt(text, premiumEnd, entry);
  // The sources stand above; what was added below them does not move their end.
  const at = premiumEnd !== undefined && premiumEnd < sourcesEnd ? undefined : sourcesEnd;
  if (at === undefined) return refused('请把文件里的 sources 写在 premium 前面，再用表单。');
  return { ok: true, text: insertAt(withYear, at, sourceLines(key, form.source)), casesText: cases };
}
