// The relation between giver and member, and how it ends.
import { z } from 'zod';
import { DateText, Fen, InstantText, PersonMark, Relation as Kinship, TimelineStep } from './common.ts';

/** What a giver permits a member's payments for. */
export const Purpose = z.enum(['outpatient', 'pharmacy', 'premium']);
export type Purpose = z.infer<typeof Purpose>;

/** What the giver allows this member; null: no limit of the giver's own. */
export const Control = z.object({
  /** Most for one payment. */
  limitPaymentFen: Fen.min(1).nullable(),
  /** Most in a calendar year. */
  limitYearFen: Fen.min(1).nullable(),
  purposes: z.array(Purpose).min(1),
  /** First and last day on which the money may be used. */
  usableFrom: DateText.nullable(),
  usableTo: DateText.nullable(),
  paused: z.boolean(),
});
export type Control = z.infer<typeof Control>;

export const RelationView = z.object({
  relationId: z.string(),
  giver: PersonMark,
  member: PersonMark,
  relation: Kinship,
  state: z.enum(['active', 'ended']),
  since: InstantText,
  endedAt: InstantText.nullable(),
  /** Place of this giver among the member's givers: 1 is used first; gaps are left by ended relations. */
  position: z.int(),
  control: Control,
  /** Rises with every change of control; a change names the version that was seen. */
  controlVersion: z.int(),
  /** What this member used from this giver in the calendar year of today, reversals taken off. */
  usedThisYearFen: Fen,
});
export type RelationView = z.infer<typeof RelationView>;

export const Relations = z.object({ given: z.array(RelationView), received: z.array(RelationView) });
export type Relations = z.infer<typeof Relations>;

/** Unbinding: the notice was shown in full and ticked. */
export const EndRelationBody = z.object({ noticeVersion: z.string(), accepted: z.literal(true) });

/** One relation, with what was done with it: the binding, every change of control, the ending. */
export const RelationDetail = z.object({
  relation: RelationView,
  /** What counts towards the yearly limit today: used and not reversed, with premium payments under way. */
  countedThisYearFen: Fen,
  history: z.array(TimelineStep),
});
export type RelationDetail = z.infer<typeof RelationDetail>;

/** The whole control as it shall be from now on; pausing has a call of its own, so that it needs no form. */
export const ControlBody = Control.omit({ paused: true }).extend({ seenVersion: z.int() });
export type ControlBody = z.infer<typeof ControlBody>;
export const PauseBody = z.object({ paused: z.boolean() });

/** The member's active relations in the order in which the givers' money is used; every one of them, once. */
export const GiverOrderBody = z.object({ relationIds: z.array(z.string()).min(1).max(50) });
