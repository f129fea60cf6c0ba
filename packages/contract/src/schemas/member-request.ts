// What a member is asked where the area lets them agree before a binding holds.
import { z } from 'zod';
import { InstantText, PersonMark, Relation } from './common.ts';

export const MemberRequest = z.object({
  applicationId: z.string(),
  giver: PersonMark,
  /** What the member is to the giver, as the giver said. */
  relation: Relation,
  submittedAt: InstantText,
});
export type MemberRequest = z.infer<typeof MemberRequest>;
export const MemberRequests = z.object({ items: z.array(MemberRequest) });

export const MemberAnswerBody = z.object({ answer: z.enum(['confirm', 'decline']) });
export type MemberAnswerBody = z.infer<typeof MemberAnswerBody>;
/** `in-review`: the agency still decides. */
export const MemberAnswer = z.object({ outcome: z.enum(['approved', 'in-review', 'declined']) });
export type MemberAnswer = z.infer<typeof MemberAnswer>;
