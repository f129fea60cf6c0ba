// Who did and who saw what, and whether the records are as they were written.
import { z } from 'zod';
import { DateText, Fen, InstantText } from './common.ts';
import { RecordChange } from './record.ts';

export const AuditKind = z.enum(['did', 'saw', 'signed-in']);
export type AuditKind = z.infer<typeof AuditKind>;

const filter = {
  /** Days of the business calendar, both inclusive. */
  from: DateText,
  to: DateText,
  kind: z.enum(['all', ...AuditKind.options]),
  /** Number of who did or saw it: staff, person or institution; empty for everybody. */
  by: z.string().trim().max(64),
  /** Id of what it was about; empty for everything. */
  about: z.string().trim().max(80),
};

export const AuditSearchBody = z.object({
  ...filter,
  /** `nextBefore` of the page before; absent for the newest. */
  before: z.string().max(120).optional(),
});
export type AuditSearchBody = z.infer<typeof AuditSearchBody>;
export const AuditExportBody = z.object(filter);

export const AuditEntry = z.object({
  /** Its place in the order, unique. */
  entryId: z.string(),
  at: InstantText,
  kind: AuditKind,
  /** In Chinese. */
  text: z.string(),
  by: z.string(),
  channel: z.string(),
  /** What it was about, in Chinese, with its id; empty for a sign-in. */
  about: z.string(),
  changes: z.array(RecordChange),
  words: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.object({ items: z.array(AuditEntry), nextBefore: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditExport = z.object({
  fileName: z.string(),
  /** The file's text, with a byte-order mark. */
  csv: z.string(),
  rows: z.int(),
  /** There was more than one file may hold. */
  isCut: z.boolean(),
});
export type AuditExport = z.infer<typeof AuditExport>;

/** The check of the area's chains, seals and books, as it stands. */
export const AuditVerification = z.object({
  state: z.enum(['none', 'running', 'done', 'failed']),
  startedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  /** Rows of actions and decisions, and batches of the books, that were recomputed so far. */
  records: Fen,
  batches: Fen,
  seals: z.object({ count: z.int(), lastAt: InstantText.nullable(), lastRoot: z.string().nullable() }),
  /** Null until the end. */
  books: z.object({ journals: z.int(), postings: z.int() }).nullable(),
  /** At most 200, in Chinese; empty at the end means that everything is as it was written. */
  problems: z.array(z.object({ where: z.string(), text: z.string() })),
});
export type AuditVerification = z.infer<typeof AuditVerification>;
