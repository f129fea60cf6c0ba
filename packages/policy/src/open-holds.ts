// What becomes of money that is set aside and not yet paid when the relation under which it is used ends.
import { sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';

/** `finish`: it is still paid; `release`: it goes back to the giver. */
export type OpenHoldRule = 'finish' | 'release';

/** Pure. The area's rule on that day; undefined when none is recorded. */
export const openHoldRule = (library: PolicyLibrary, area: string, day: string): OpenHoldRule | undefined => {
  const policy = library.areas.get(area);
  return policy && sliceAt(policy, day)?.openHolds?.whenRelationEnds;
};
