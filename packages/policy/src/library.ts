// The loaded library: the layers of each area merged, cut into spans of days in which nothing changes, and named by hash.
import { canonicalJson } from './canonical.ts';
import { isWithin } from './calendar.ts';
import type { Span } from './calendar.ts';
import type { AreaFile, LayerFile, NationalFile, ProvinceFile } from './file/layer.ts';
import { DATED_SECTIONS } from './file/sections.ts';
import type { DatedSection } from './file/sections.ts';
import type { RecordedPremiumYear } from './file/premiums.ts';
import { sha256Hex } from './sha256.ts';
import type { PolicyRef, PolicyRefusal, PolicySource, Relation } from './types.ts';

/** A part of a file in which each source name stands for the source itself. */
export type Resolved<Part> = Part extends readonly (infer Item)[]
  ? Resolved<Item>[]
  : Part extends object
    ? { [Key in keyof Part]: Key extends 'source' ? PolicySource : Resolved<Part[Key]> }
    : Part;

type Entry<Section extends DatedSection> = Resolved<NonNullable<LayerFile[Section]>[number]>;

/** What holds in one span of days: for each section the entry of the most specific layer that has one. */
export type Slice = Span & { readonly [Section in DatedSection]: Entry<Section> | undefined } & {
  /** The national list together with the area's own. */
  readonly relationsAllowed: ReadonlyMap<Relation, PolicySource>;
};

export type PremiumRules = Resolved<RecordedPremiumYear>;

export interface AreaPolicy {
  readonly area: string;
  readonly ref: PolicyRef;
  readonly national: Resolved<NationalFile>;
  readonly province: Resolved<ProvinceFile>;
  readonly own: Resolved<AreaFile>;
  /** Newest first. */
  readonly slices: readonly Slice[];
  readonly premiums: ReadonlyMap<number, PremiumRules>;
}

/** An immutable library; every function of this package takes it first. */
export interface PolicyLibrary {
  readonly areas: ReadonlyMap<string, AreaPolicy>;
  /** Names by code of every province that has a file, also of one in which no area has any yet. */
  readonly provinces: ReadonlyMap<string, string>;
}

function resolve<Part>(part: Part, sources: Record<string, PolicySource>): Resolved<Part> {
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'source' && typeof value === 'string') return sources[value];
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(part, '') as Resolved<Part>;
}

type ResolvedLayer = Resolved<NationalFile> | Resolved<ProvinceFile> | Resolved<AreaFile>;

function entryAt(layer: ResolvedLayer, section: DatedSection, day: string): Span | undefined {
  return (layer[section] as readonly Span[] | undefined)?.find((entry) => isWithin(day, entry));
}

/** @param layers the most specific first. */
function sliceOf(layers: readonly ResolvedLayer[], span: Span): Slice {
  const picked = DATED_SECTIONS.map((section) => [
    section,
    layers.map((layer) => entryAt(layer, section, span.from)).find((entry) => entry !== undefined),
  ]);
  const chosen = Object.fromEntries(picked) as Omit<Slice, 'relationsAllowed' | 'from' | 'to'>;
  const lists = [chosen.relations, chosen.binding?.relationsInGuide];
  const relationsAllowed = new Map<Relation, PolicySource>();
  for (const list of lists) {
    if (list === undefined || list === 'notRecorded') continue;
    for (const relation of list.allowed)
      if (!relationsAllowed.has(relation)) relationsAllowed.set(relation, list.source);
  }
  return { ...span, ...chosen, relationsAllowed };
}

function slicesOf(layers: readonly ResolvedLayer[]): Slice[] {
  const edges = new Set<string>();
  for (const layer of layers) {
    for (const section of DATED_SECTIONS) {
      for (const entry of (layer[section] ?? []) as readonly Span[]) {
        edges.add(entry.from);
        if (entry.to !== undefined) edges.add(entry.to);
      }
    }
  }
  const days = [...edges].sort();
  return days.map((from, index) => sliceOf(layers, { from, to: days[index + 1] })).reverse();
}

function premiumsOf(layers: readonly ResolvedLayer[]): Map<number, PremiumRules> {
  const premiums = new Map<number, PremiumRules>();
  const decided = new Set<number>();
  for (const layer of layers) {
    for (const entry of layer.premium ?? []) {
      if (decided.has(entry.coverageYear)) continue;
      decided.add(entry.coverageYear);
      if (!('notRecorded' in entry)) premiums.set(entry.coverageYear, entry);
    }
  }
  return premiums;
}

function latestVersion(versions: readonly string[]): string {
  const order = (version: string): [string, number] => [version.slice(0, 10), Number(version.slice(11))];
  const sorted = [...versions].sort((left, right) => {
    const [leftDay, leftNumber] = order(left);
    const [rightDay, rightNumber] = order(right);
    return leftDay === rightDay ? rightNumber - leftNumber : leftDay < rightDay ? 1 : -1;
  });
  return sorted[0] ?? '';
}

/** The files of one area's three layers: as written, which names the policy, and as used, without what may not be used. */
export interface LayerStack {
  written: { national: NationalFile; province: ProvinceFile; own: AreaFile };
  used: { national: NationalFile; province: ProvinceFile; own: AreaFile };
}

/** Merges and compiles; the files must have passed the checks of `loadLibrary`. */
export function buildLibrary(
  stacks: readonly LayerStack[],
  provinces: PolicyLibrary['provinces'],
): PolicyLibrary {
  const compiled = stacks.map(({ written, used }): AreaPolicy => {
    const own = resolve(used.own, used.own.sources);
    const province = resolve(used.province, used.province.sources);
    const national = resolve(used.national, used.national.sources);
    const layers = [own, province, national];
    return {
      area: own.id,
      ref: {
        id: own.id,
        version: latestVersion(layers.map(({ version }) => version)),
        hash: sha256Hex(canonicalJson([written.national, written.province, written.own])),
      },
      national,
      province,
      own,
      slices: slicesOf(layers),
      premiums: premiumsOf(layers),
    };
  });
  return { areas: new Map(compiled.map((policy) => [policy.area, policy])), provinces };
}

/** Amounts of a year that a source gives without saying who pays which; none where there are none. */
export function amountsWithoutGroup({ amountsWithoutGroup: found = [] }: PremiumRules) {
  return found === 'notRecorded' ? [] : found;
}

/** What holds in the area on that day, or undefined before anything is recorded. */
export function sliceAt(policy: AreaPolicy, day: string): Slice | undefined {
  return policy.slices.find((slice) => isWithin(day, slice));
}

/** The refusal for an area without a policy file. */
export function noPolicyForArea(library: PolicyLibrary, field: string, area: string): PolicyRefusal {
  const known = [...library.areas.values()]
    .map((policy) => `${policy.area}（${policy.own.name}）`)
    .join('、');
  const message = `没有记录地区 ${area} 的政策；目前有 ${known}，请核对参保地的六位代码。`;
  return { code: 'no-policy-for-area', field, message };
}
