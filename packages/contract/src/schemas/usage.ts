// Who used whose money: the records of giver and member.
import { z } from 'zod';
import { ExplanationLine, Fen, PersonMark, PolicyRef } from './common.ts';
import { Dispute } from './dispute.ts';
import { Usage } from './usage-record.ts';

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
  /** To the giver: the relation that still lets this member use the money, so that it can be paused from here. */
  relation: z.object({ relationId: z.string(), paused: z.boolean() }).nullable(),
  /** To the giver: what they said of this use, and the answer. */
  dispute: Dispute.nullable(),
  canDispute: z.boolean(),
});
export type UsageExplanation = z.infer<typeof UsageExplanation>;
