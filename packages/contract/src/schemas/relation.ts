// The relation between giver and member, and how it ends.
import { z } from 'zod';
import { Fen, InstantText, PersonMark, Relation as Kinship } from './common.ts';

export const RelationView = z.object({
  relationId: z.string(),
  giver: PersonMark,
  member: PersonMark,
  relation: Kinship,
  state: z.enum(['active', 'ended']),
  since: InstantText,
  endedAt: InstantText.nullable(),
  /** What this member used from this giver in the calendar year of today, reversals taken off. */
  usedThisYearFen: Fen,
});
export type RelationView = z.infer<typeof RelationView>;

export const Relations = z.object({ given: z.array(RelationView), received: z.array(RelationView) });
export type Relations = z.infer<typeof Relations>;

/** Unbinding: the notice was shown in full and ticked. */
export const EndRelationBody = z.object({ noticeVersion: z.string(), accepted: z.literal(true) });
