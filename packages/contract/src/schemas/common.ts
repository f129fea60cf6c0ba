// Shapes that every part of the HTTP contract shares.
import { z } from 'zod';

/** Integer fen, never negative, below ten billion yuan. */
export const Fen = z.int().min(0).max(1_000_000_000_000);
/** Six-digit administrative area code, quoted. */
export const AreaCode = z.string().regex(/^\d{6}$/);
/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const DateText = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const InstantText = z.iso.datetime({ offset: true });

export const Relation = z.enum(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']);
export type Relation = z.infer<typeof Relation>;
export const Scheme = z.enum(['employee', 'resident']);
export type Scheme = z.infer<typeof Scheme>;
export const InsuranceStatus = z.enum(['normal', 'suspended', 'ended']);
export type InsuranceStatus = z.infer<typeof InsuranceStatus>;
export const EvidenceGrade = z.enum(['official', 'press', 'guide', 'weak', 'ours']);
export type EvidenceGrade = z.infer<typeof EvidenceGrade>;

/** What identifies a person on every page: name, masked identity number, insured area. */
export const PersonMark = z.object({
  personNo: z.string(),
  name: z.string(),
  maskedIdNumber: z.string(),
  area: AreaCode,
  areaName: z.string(),
});
export type PersonMark = z.infer<typeof PersonMark>;

export const PolicyRef = z.object({ id: z.string(), version: z.string(), hash: z.string() });
export type PolicyRef = z.infer<typeof PolicyRef>;

export const Source = z.looseObject({ title: z.string(), grade: EvidenceGrade });
export type Source = z.infer<typeof Source>;

/** One line of an explanation; `split` lines sum to the bill, and so do `payer` lines. */
export const ExplanationLine = z.looseObject({
  code: z.string(),
  group: z.enum(['split', 'payer', 'note']),
  text: z.string(),
  fen: z.int(),
  source: Source.nullable(),
});
export type ExplanationLine = z.infer<typeof ExplanationLine>;

/** One step of a timeline that the person sees. */
export const TimelineStep = z.object({
  at: InstantText,
  kind: z.string(),
  text: z.string(),
  actor: z.enum(['person', 'helper', 'staff', 'system', 'outside']),
});
export type TimelineStep = z.infer<typeof TimelineStep>;

export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    /** What was wrong, in Chinese. */
    message: z.string(),
    /** What to do, in Chinese. */
    remedy: z.string(),
    /** The field of the request that was wrong, when it is one. */
    field: z.string().optional(),
    /** Figures that a page shows beside the sentence, e.g. the first payment's id. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
export const Empty = z.object({});
