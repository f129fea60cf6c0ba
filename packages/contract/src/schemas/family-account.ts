// 亲情账户: showing a relative's insurance code. No money is in it; mutual aid is another thing (relation.ts).
import { z } from 'zod';
import { InstantText, PersonMark, Source } from './common.ts';

/** One holder who shows one member's code. */
const FamilyLink = z.object({
  linkId: z.string(),
  /** The other person: the member for the holder, the holder for the member. */
  person: PersonMark,
  state: z.enum(['asked', 'active']),
  since: InstantText,
});

export const FamilyAccount = z.object({
  /** Whose codes I show. */
  held: z.array(FamilyLink),
  /** Who shows my code, or asks to. */
  heldBy: z.array(FamilyLink),
  /** The policy's limits on the day; null where none are recorded, and then nobody is added. */
  limits: z.object({ mostMembers: z.int(), mostHoldersPerMember: z.int(), source: Source }).nullable(),
});
export type FamilyAccount = z.infer<typeof FamilyAccount>;

export const FamilyAccountBody = z.object({
  memberName: z.string().trim().min(1).max(50),
  memberIdNumber: z.string().trim().length(18),
});
export type FamilyAccountBody = z.infer<typeof FamilyAccountBody>;

export const FamilyAnswerBody = z.object({ agree: z.boolean() });

/** A code that stands for the member at a till for five minutes. */
export const FamilyCode = z.object({ person: PersonMark, credential: z.string(), validUntil: InstantText });
export type FamilyCode = z.infer<typeof FamilyCode>;
