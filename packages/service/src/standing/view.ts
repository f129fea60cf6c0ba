// Filings and the rules of treatment elsewhere as the citizen sees them.
import type { Filing, OutOfArea } from '@gongji/contract';
import { elsewhereRules } from '@gongji/policy';
import type { ElsewhereShare, PolicyLibrary } from '@gongji/policy';
import { areaName } from '../area/insured-areas.ts';
import { instantText } from '../kernel/instant.ts';
import { stateOn } from './standing.ts';
import type { FilingRecord } from './store.ts';

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** The day so many days later, YYYY-MM-DD. */
export const addDays = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * dayMs).toISOString().slice(0, 10);

/** Ours, where the policy sets none: days before its end on which a filing is warned of. */
const warnedDays = 30;

/** The digits with which the area codes of a place begin: of a whole province the first two. */
export const placeOf = (area: string): string => (area.endsWith('0000') ? area.slice(0, 2) : area);
export const areaOfPlace = (place: string): string => place.padEnd(6, '0');

function filingView(filing: FilingRecord, today: string, warnDays: number): Filing {
  const { filingId, place, kind, from, to, origin, recordedAt } = filing;
  const state = stateOn({ from, ...(to === null ? {} : { to }) }, today);
  const daysLeft = state === 'valid' && to !== null ? numberOf(to) - numberOf(today) : null;
  return {
    ...{ filingId, kind, from, origin, daysLeft },
    placeArea: areaOfPlace(place),
    placeName: areaName(areaOfPlace(place)),
    lastDay: to === null ? null : addDays(to, -1),
    state: daysLeft !== null && daysLeft <= warnDays ? 'ending' : state,
    recordedAt: instantText(recordedAt),
  };
}

type ShareView = NonNullable<OutOfArea['rules']>['filed'];
const shareView = (share: ElsewhereShare): ShareView =>
  share.kind === 'not-recorded' ? share : { ...share, source: { ...share.source } };

export function outOfAreaView(
  library: PolicyLibrary,
  { area, today }: { area: string; today: string },
  filings: readonly FilingRecord[],
): OutOfArea {
  const rules = elsewhereRules(library, area, today);
  const warnDays = rules?.warnDaysBefore ?? warnedDays;
  return {
    today,
    areaName: areaName(area),
    filings: filings.map((filing) => filingView(filing, today, warnDays)),
    rules: rules
      ? {
          warnDaysBefore: rules.warnDaysBefore,
          warnSource: { ...rules.warnSource },
          filed: shareView(rules.filed),
          unfiled: shareView(rules.unfiled),
          lapsed: shareView(rules.lapsed),
          catalogue: rules.catalogue && { of: rules.catalogue.of, source: { ...rules.catalogue.source } },
        }
      : null,
  };
}
