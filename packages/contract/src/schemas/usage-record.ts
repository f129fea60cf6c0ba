// One use of shared money, as giver, member and agency see it.
import { z } from 'zod';
import { Fen, InstantText, PersonMark } from './common.ts';

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
