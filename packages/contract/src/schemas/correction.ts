// Corrections of records by two persons: one proposes, another decides.
import { z } from 'zod';
import { InstantText, Relation } from './common.ts';

const reason = z.string().trim().min(2).max(200);

export const CorrectionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person-name'), name: z.string().trim().min(1).max(50), reason }),
  z.object({ kind: z.literal('person-phone'), phone: z.string().trim(), reason }),
  z.object({ kind: z.literal('relation-kinship'), relation: Relation, reason }),
  z.object({ kind: z.literal('relation-end'), reason }),
  z.object({
    kind: z.literal('account'),
    partYear: z.int().min(2000).max(2100),
    /** Positive adds to the account, negative takes from it. */
    amountFen: z
      .int()
      .min(-1_000_000_000)
      .max(1_000_000_000)
      .refine((fen) => fen !== 0),
    reason,
  }),
]);
export type CorrectionBody = z.infer<typeof CorrectionBody>;

export const Correction = z.object({
  correctionId: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  kind: z.enum(['person-name', 'person-phone', 'relation-kinship', 'relation-end', 'account']),
  /** The record that it corrects. */
  record: z.object({ kind: z.enum(['person', 'relation']), id: z.string() }),
  /** Name of the person, or of giver and member. */
  names: z.array(z.string()),
  /** What is corrected, in Chinese. */
  text: z.string(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  proposedAt: InstantText,
  proposedBy: z.string(),
  decision: z
    .object({ at: InstantText, by: z.string(), reason: z.string(), journalId: z.string().nullable() })
    .nullable(),
  /** Who asks may decide it: it is open, they have the right, and they did not propose it. */
  canDecide: z.boolean(),
});
export type Correction = z.infer<typeof Correction>;

/** Open ones first, then the newest; at most 200. */
export const Corrections = z.object({ items: z.array(Correction) });
export type Corrections = z.infer<typeof Corrections>;

export const CorrectionDecisionBody = z.object({ outcome: z.enum(['approved', 'refused']), reason });
export type CorrectionDecisionBody = z.infer<typeof CorrectionDecisionBody>;
