// Which resolutions a difference allows, as one table.
import type { Difference, Resolution } from './service.ts';

const allowed: Record<Difference, readonly Resolution[]> = {
  'missing-there': ['arrived-late', 'other-side-corrects'],
  'unknown-here': ['other-side-corrects', 'to-suspense'],
  'amount-differs': ['other-side-corrects', 'to-suspense'],
  'duplicate-there': ['other-side-corrects'],
  'open-here': ['settled-here', 'other-side-corrects'],
  'returned-here': ['given-back', 'fund-bears'],
};

/** What may be chosen for an open case. `isSettled`: our payment has since ended as theirs. */
export function resolutionsOf(of: {
  difference: Difference;
  state: 'open' | 'resolved';
  lateDay: string | null;
  suspenseJournalId: string | null;
  isSettled: boolean;
}): Resolution[] {
  if (of.state === 'resolved') return [];
  return allowed[of.difference].filter((resolution) => {
    if (resolution === 'arrived-late') return of.lateDay !== null;
    if (resolution === 'settled-here') return of.isSettled;
    return true;
  });
}
