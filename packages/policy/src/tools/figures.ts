// Every figure that is in force in an area on a day, with its source; what is not recorded is listed as such.
import { inWords, isWithin, previousDay, yearOf } from '../calendar.ts';
import type { Span } from '../calendar.ts';
import { fieldName } from '../field-name.ts';
import type { Keys } from '../field-name.ts';
import { amountsWithoutGroup, noPolicyForArea, sliceAt } from '../library.ts';
import type { AreaPolicy, PolicyLibrary, PremiumRules } from '../library.ts';
import type { Answer, PolicyRef, PolicySource } from '../types.ts';
import { figureName, figureText, SECTION_NAMES } from './figure-words.ts';
import type { FigureSection } from './figure-words.ts';

export interface Figure {
  section: FigureSection;
  sectionName: string;
  /** Place of the figure in its section, for example `outpatient.ordinary.employee.cap.fen`. */
  field: string;
  name: string;
  recorded: boolean;
  /** As in the file: fen, per ten thousand, a word of the file; null when it is not recorded. */
  value: unknown;
  text: string;
  /** The layer that says so; null where no layer says anything. */
  layer: 'area' | 'province' | 'national' | null;
  /** The span [from, to) of the entry; a `to` of null has no end. */
  from: string | null;
  to: string | null;
  source: PolicySource | null;
}

export interface FiguresInForce {
  policy: PolicyRef;
  area: string;
  name: string;
  date: string;
  figures: Figure[];
}

interface Leaf {
  keys: Keys;
  value: unknown;
  source: PolicySource | null;
}

type Origin = Pick<Figure, 'section' | 'layer' | 'from' | 'to'>;

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The values below, each with the source nearest to it; lists stay whole. */
function leavesOf(value: unknown, keys: Keys, source: PolicySource | null): Leaf[] {
  if (!isMapping(value)) return [{ keys, value, source }];
  const nearest = (value['source'] as PolicySource | undefined) ?? source;
  return Object.entries(value)
    .filter(([key]) => key !== 'source')
    .flatMap(([key, inner]) => leavesOf(inner, [...keys, key], nearest));
}

function figureOf(origin: Origin, { keys, value, source }: Leaf): Figure {
  const recorded = value !== 'notRecorded';
  return {
    ...origin,
    sectionName: SECTION_NAMES[origin.section],
    field: fieldName([origin.section, ...keys]),
    name: figureName(origin.section, keys),
    recorded,
    value: recorded ? value : null,
    text: figureText(value, keys),
    source: recorded ? source : null,
  };
}

function layerOf(policy: AreaPolicy, section: FigureSection, entry: unknown): Figure['layer'] {
  const holds = (part: unknown): boolean => part === entry || (Array.isArray(part) && part.includes(entry));
  if (holds(policy.own[section])) return 'area';
  return holds(policy.province[section]) ? 'province' : 'national';
}

function absent(section: FigureSection, keys: Keys = []): Figure {
  const leaf: Leaf = { keys, value: 'notRecorded', source: null };
  return figureOf({ section, layer: null, from: null, to: null }, leaf);
}

function figuresOf(policy: AreaPolicy, section: FigureSection, entry: Partial<Span> | undefined): Figure[] {
  if (entry === undefined) return [absent(section)];
  const { from = null, to = null, ...content } = entry;
  const origin: Origin = { section, layer: layerOf(policy, section, entry), from, to };
  return leavesOf(content, [], null).map((leaf) => figureOf(origin, leaf));
}

function spanText(from: string, lastDay: string | undefined): string {
  return lastDay === undefined ? `${inWords(from)}起` : `${inWords(from)}至${inWords(lastDay)}`;
}

function premiumYearFigures(policy: AreaPolicy, rules: PremiumRules): Figure[] {
  const { coverageYear, coverage, window, subsidy, amounts } = rules;
  const { insuredElsewhere, afterWindow = [] } = rules;
  const span = coverage === 'notRecorded' ? { from: null, to: null } : coverage;
  const layer = layerOf(policy, 'premium', rules);
  const origin: Origin = { section: 'premium', layer, from: span.from, to: span.to };
  const of = (leaf: Leaf): Figure => {
    const { name, ...figure } = figureOf(origin, leaf);
    const field = fieldName(['premium', String(coverageYear), ...leaf.keys]);
    return { ...figure, field, name: `${coverageYear} 年度 · ${name}` };
  };
  /** A span of days is one figure, told in words. */
  const spanOf = (
    key: string,
    source: PolicySource,
    value: Record<string, string>,
    text: string,
  ): Figure => ({
    ...of({ keys: [key], value, source }),
    text,
  });
  const absentPart = (key: string): Figure => of({ keys: [key], value: 'notRecorded', source: null });
  const { firstDay, lastDay } = window === 'notRecorded' ? {} : window;
  return [
    coverage === 'notRecorded'
      ? absentPart('coverage')
      : spanOf(
          'coverage',
          coverage.source,
          { from: coverage.from, to: coverage.to },
          spanText(coverage.from, previousDay(coverage.to)),
        ),
    window === 'notRecorded' || firstDay === undefined || lastDay === undefined
      ? absentPart('window')
      : spanOf('window', window.source, { firstDay, lastDay }, spanText(firstDay, lastDay)),
    ...leavesOf({ subsidy, amounts }, [], null).map(of),
    ...amountsWithoutGroup(rules).map(({ fen, source }, index) =>
      of({ keys: ['amountsWithoutGroup', String(index + 1), 'fen'], value: fen, source }),
    ),
    ...(insuredElsewhere === undefined ? [] : leavesOf({ insuredElsewhere }, [], null).map(of)),
    ...(afterWindow === 'notRecorded' ? [absentPart('afterWindow')] : afterWindow.map(afterWindowFigure(of))),
  ];
}

const afterWindowFigure =
  (of: (leaf: Leaf) => Figure) =>
  (entry: { from: string; to?: string; waitingMonths: number; source: PolicySource }): Figure => {
    const { from, to, waitingMonths, source } = entry;
    const until = to === undefined ? undefined : previousDay(to);
    return {
      ...of({ keys: ['afterWindow'], value: waitingMonths, source }),
      value: { from, to: to ?? null, waitingMonths },
      text: `${spanText(from, until)}缴费的，等待 ${waitingMonths} 个月`,
    };
  };

/** From its window's first day, or from the year before where no window is recorded, to the end of its coverage. */
function countsOn({ window, coverage, coverageYear }: PremiumRules, date: string): boolean {
  const from = window === 'notRecorded' ? `${coverageYear - 1}-01-01` : window.firstDay;
  const to = coverage === 'notRecorded' ? `${coverageYear + 1}-01-01` : coverage.to;
  return isWithin(date, { from, to });
}

/** The coverage years that can be paid or count on that day; of this year and the next, those that no layer records. */
function premiumFigures(policy: AreaPolicy, date: string): Figure[] {
  const years = [...policy.premiums.values()]
    .filter((rules) => countsOn(rules, date))
    .sort((left, right) => left.coverageYear - right.coverageYear)
    .flatMap((rules) => premiumYearFigures(policy, rules));
  const missing = [yearOf(date), yearOf(date) + 1]
    .filter((year) => !policy.premiums.has(year))
    .map((year): Figure => ({ ...absent('premium', [String(year)]), name: `${year} 年度` }));
  return [...years, ...missing];
}

/**
 * Pure. Sections in the order of a guide; a section without an entry on that day is one figure that is not recorded.
 * Refused: no policy for the area, or a day before anything is recorded.
 */
export function figuresInForce(library: PolicyLibrary, area: string, date: string): Answer<FiguresInForce> {
  const policy = library.areas.get(area);
  if (policy === undefined) return { ok: false, reason: noPolicyForArea(library, 'area', area) };
  const slice = sliceAt(policy, date);
  if (slice === undefined) {
    const message = `${policy.own.name}没有记录 ${inWords(date)} 的政策，请换一个日期。`;
    return { ok: false, reason: { code: 'no-policy-for-date', field: 'date', message } };
  }
  const sections = Object.keys(SECTION_NAMES) as FigureSection[];
  const figures = sections.flatMap((section) => {
    if (section === 'premium') return premiumFigures(policy, date);
    if (section !== 'servicePhone') return figuresOf(policy, section, slice[section]);
    const { own, province, national } = policy;
    const phone = own.servicePhone ?? province.servicePhone ?? national.servicePhone;
    return figuresOf(policy, section, phone as Partial<Span> | undefined);
  });
  return { ok: true, value: { policy: policy.ref, area, name: policy.own.name, date, figures } };
}
