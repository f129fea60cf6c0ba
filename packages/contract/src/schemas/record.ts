// What the agency has on record of a person, a relation, an application, a premium payment or a settlement.
import { z } from 'zod';
import { Fen, InstantText } from './common.ts';

export const RecordKind = z.enum(['person', 'relation', 'application', 'premium', 'settlement']);
export type RecordKind = z.infer<typeof RecordKind>;

/** Points at one record, with a line to recognise it by. */
export const RecordMark = z.object({ kind: RecordKind, id: z.string(), title: z.string(), text: z.string() });
export type RecordMark = z.infer<typeof RecordMark>;

export const RecordSearchBody = z.object({
  /** Identity number, person number, number of a receipt or promise, or the id of a record. */
  query: z.string().trim().min(4).max(80),
});
export const RecordHits = z.object({ items: z.array(RecordMark) });
export type RecordHits = z.infer<typeof RecordHits>;

/** What an action changed; `before` is null where there was nothing before. */
export const RecordChange = z.object({ label: z.string(), before: z.string().nullable(), after: z.string() });
export type RecordChange = z.infer<typeof RecordChange>;

export const RecordStep = z.object({
  at: InstantText,
  /** What was done, in Chinese. */
  text: z.string(),
  /** Who did it; a clerk also for whom. */
  by: z.string(),
  /** Through what, in Chinese, e.g. 窗口. */
  channel: z.string(),
  changes: z.array(RecordChange),
  /** Free words that were written down. */
  words: z.string().nullable(),
});
export type RecordStep = z.infer<typeof RecordStep>;

/** One look of staff. */
export const RecordSight = z.object({
  at: InstantText,
  text: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
});
export type RecordSight = z.infer<typeof RecordSight>;

export const RecordAccount = z.object({
  parts: z.array(z.object({ partYear: z.int(), netFen: z.int(), heldFen: Fen, availableFen: z.int() })),
  /** The newest first, at most 200. */
  lines: z.array(
    z.object({
      businessDate: z.string(),
      text: z.string(),
      partYear: z.int(),
      amountFen: z.int(),
      balanceAfterFen: z.int(),
      reference: z.string(),
      journalId: z.string(),
      /** The record behind it, when it is one of ours. */
      record: z.object({ kind: RecordKind, id: z.string() }).nullable(),
    }),
  ),
});
export type RecordAccount = z.infer<typeof RecordAccount>;

export const RecordView = z.object({
  kind: RecordKind,
  id: z.string(),
  title: z.string(),
  /** How it stands, in Chinese. */
  state: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Amounts in fen. */
  money: z.array(z.object({ label: z.string(), fen: z.int() })),
  /** Of a person only. */
  account: RecordAccount.nullable(),
  related: z.array(RecordMark),
  /** The newest first. */
  history: z.array(RecordStep),
  /** Who looked at it, the newest first, at most 200. */
  sights: z.array(RecordSight),
});
export type RecordView = z.infer<typeof RecordView>;

export const RevealBody = z.object({ reason: z.string().trim().min(2).max(200) });
export const RevealedPerson = z.object({ idNumber: z.string(), phone: z.string() });
export type RevealedPerson = z.infer<typeof RevealedPerson>;
