// Who used whose money: the records of giver and member.
import { z } from 'zod';
import { ExplanationLine, Fen, InstantText, PersonMark, PolicyRef } from './common.ts';

export const Usage = z.object({
  usageId: z.string(),
  at: InstantText,
  giver: PersonMark,
  member: PersonMark,
  /** The kind of purpose; a diagnosis is never shown. */
  purpose: z.enum(['outpatient', 'pharmacy', 'premium']),
  purposeText: z.string(),
  place: z.string(),
  areaName: z.string(),
  /** `used` takes from the giver's account, `returned` gives back. */
  direction: z.enum(['used', 'returned']),
  fen: Fen,
  /** A later reversal gave all of it back. */
  reversed: z.boolean(),
});
export type Usage = z.infer<typeof Usage>;

export const Usages = z.object({
  asGiver: z.array(Usage),
  asMember: z.array(Usage),
  /** Net used per member in the calendar year of today. */
  totals: z.array(z.object({ member: PersonMark, usedThisYearFen: Fen })),
});
export type Usages = z.infer<typeof Usages>;

export const UsageExplanation = z.object({
  usage: Usage,
  policy: PolicyRef.nullable(),
  lines: z.array(ExplanationLine),
  /** From which year's money it was taken. */
  parts: z.array(z.object({ partYear: z.int(), fen: Fen })),
});
export type UsageExplanation = z.infer<typeof UsageExplanation>;
