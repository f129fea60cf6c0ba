// Looking through uses of shared money: by person, purpose and period, with what each used in each year.
import { z } from 'zod';
import { Fen, PersonMark } from './common.ts';
import { Purpose } from './relation.ts';
import { Usage } from './usage-record.ts';

/** `given`: what others used of mine; `received`: what I used of theirs. */
export const UsageSide = z.enum(['given', 'received']);
export type UsageSide = z.infer<typeof UsageSide>;

export const UsageSearchBody = z.object({
  side: UsageSide,
  /** Only with this other person: the member of `given`, the giver of `received`. */
  personNo: z.string().max(40).nullable(),
  purpose: Purpose.nullable(),
  /** Months back from today; null: all. */
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]).nullable(),
});
export type UsageSearchBody = z.infer<typeof UsageSearchBody>;

export const UsageSearch = z.object({
  /** The newest first, at most 500. */
  items: z.array(Usage),
  /** All that were found. */
  count: z.int(),
  /** Used and not given back, of all that were found. */
  netFen: Fen,
  /** The same by calendar year of use, the newest first, and by the other person, the most first. */
  years: z.array(
    z.object({
      year: z.int(),
      totalFen: Fen,
      people: z.array(z.object({ person: PersonMark, fen: Fen })),
    }),
  ),
  /** Everybody who can be filtered by. */
  people: z.array(PersonMark),
});
export type UsageSearch = z.infer<typeof UsageSearch>;
