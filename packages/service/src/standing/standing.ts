// What a person is registered and filed for, with days, and which of it counts for a bill. Pure.
import type { FilingKind } from '@gongji/contract';
import type { ChronicRegistration, OutOfAreaFiling } from '@gongji/policy';

/** In force on the days [from, to), as the registry tells it; without `to` it does not end. */
interface ToldFiling extends OutOfAreaFiling {
  kind: FilingKind;
}

/** What a registry tells of one person. */
export interface ToldStanding {
  registrations?: readonly ChronicRegistration[];
  filings?: readonly ToldFiling[];
}

export interface Standing {
  /** Codes that the register of people names without days. */
  chronic: readonly string[];
  registrations: readonly ChronicRegistration[];
  filings: readonly ToldFiling[];
}

/** Before every bill: the first day of a registration whose days nobody recorded. */
const always = '1900-01-01';

/** The registrations with days, and those that are only named: they count on every day until days are recorded. */
export function registrationsOf({ chronic, registrations }: Standing): ChronicRegistration[] {
  const dated = new Set(registrations.map(({ disease }) => disease));
  return [
    ...registrations,
    ...chronic.filter((code) => !dated.has(code)).map((disease) => ({ disease, from: always })),
  ];
}

export type SpanState = 'not-begun' | 'valid' | 'lapsed';

export function stateOn({ from, to }: { from: string; to?: string }, day: string): SpanState {
  if (day < from) return 'not-begun';
  return to !== undefined && day >= to ? 'lapsed' : 'valid';
}

const usefulness: Record<SpanState, number> = { valid: 2, lapsed: 1, 'not-begun': 0 };

/** The one that says most about a day: valid before lapsed before not begun; of those alike the one that began last. */
export function mostUseful<Kept extends { from: string; to?: string }>(
  spans: readonly Kept[],
  day: string,
): Kept | undefined {
  return spans.reduce<Kept | undefined>((best, one) => {
    if (best === undefined) return one;
    const gain = usefulness[stateOn(one, day)] - usefulness[stateOn(best, day)];
    return gain > 0 || (gain === 0 && one.from > best.from) ? one : best;
  }, undefined);
}

/** The filing that decides for an institution of that area: one for the place if there is any, otherwise any other. */
export function filingFor(
  { filings }: Standing,
  institutionArea: string,
  day: string,
): OutOfAreaFiling | undefined {
  const here = filings.filter(({ place }) => institutionArea.startsWith(place));
  const found = mostUseful(here.length > 0 ? here : filings, day);
  if (!found) return undefined;
  const { place, from, to } = found;
  return { place, from, ...(to === undefined ? {} : { to }) };
}
