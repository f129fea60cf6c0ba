// The form of an eligibility question, as issue 2 fixes it.
import type { EligibilityInput, Parsed } from '../types.ts';
import { area, count, day, fen, form, parseForm, scheme, status, word } from './form.ts';

const relationDates = form({ firstDay: day, lastDay: day.exactOptional() }).refine(
  ({ firstDay, lastDay }) => lastDay === undefined || firstDay <= lastDay,
  { path: ['lastDay'], error: '结束日期早于开始日期，请核对这两个日期' },
);

const schema = form({
  date: day,
  giver: form({ area, scheme, status, balanceFen: fen }),
  member: form({ area, scheme, status }),
  relation: word(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']),
  existingMembers: count,
  existingGivers: count.exactOptional(),
  peopleInFamily: count.exactOptional(),
  relationDates: relationDates.exactOptional(),
});

/** Never throws; a wrong value is answered with its field and a Chinese sentence. */
export function parseEligibilityInput(value: unknown): Parsed<EligibilityInput> {
  return parseForm(schema, value);
}
