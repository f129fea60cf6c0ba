// What an area's policy says of treatment outside the area on a day, for pages that tell people before they go.
import { sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';
import type { PolicySource } from './types.ts';

/** What the fund does with a bill from elsewhere; `pointsLess`: percentage points off the ratio at home, per ten thousand. */
export type ElsewhereShare =
  | { kind: 'reduced'; pointsLess: number; source: PolicySource }
  | { kind: 'nothing'; source: PolicySource }
  | { kind: 'not-recorded' };

export interface ElsewhereRules {
  /** Days before its end on which a filing is warned of. */
  warnDaysBefore: number;
  warnSource: PolicySource;
  filed: ElsewhereShare;
  unfiled: ElsewhereShare;
  lapsed: ElsewhereShare;
  /** Null: not recorded. */
  catalogue: { of: 'place-of-treatment' | 'insured-area'; source: PolicySource } | null;
}

type FileShare =
  | 'notRecorded'
  | { fund: 'reduced'; pointsLess: number; source: PolicySource }
  | { fund: 'nothing'; source: PolicySource };

function shareOf(share: FileShare): ElsewhereShare {
  if (share === 'notRecorded') return { kind: 'not-recorded' };
  if (share.fund === 'nothing') return { kind: 'nothing', source: share.source };
  return { kind: 'reduced', pointsLess: share.pointsLess, source: share.source };
}

/** Undefined where nothing is recorded: no policy for the area, none on that day, or no rule of treatment elsewhere. */
export function elsewhereRules(
  library: PolicyLibrary,
  area: string,
  date: string,
): ElsewhereRules | undefined {
  const policy = library.areas.get(area);
  const rules = policy && sliceAt(policy, date)?.outpatient?.elsewhere;
  if (rules === undefined || rules === 'notRecorded') return undefined;
  return {
    warnDaysBefore: rules.filing.warnDaysBefore,
    warnSource: rules.filing.source,
    filed: shareOf(rules.filed),
    unfiled: shareOf(rules.unfiled),
    lapsed: shareOf(rules.lapsed),
    catalogue: rules.catalogue === 'notRecorded' ? null : rules.catalogue,
  };
}
