// The policy desk: what is in force with its sources, drafts, and the versions that were published.
import { z } from 'zod';
import { AreaCode, DateText, EvidenceGrade, InstantText, PolicyRef } from './common.ts';

const PolicySource = z.object({
  title: z.string(),
  documentNumber: z.string().optional(),
  article: z.string().optional(),
  url: z.string().optional(),
  grade: EvidenceGrade,
  checkedOn: DateText,
});

export const PolicyFigure = z.object({
  sectionName: z.string(),
  field: z.string(),
  name: z.string(),
  recorded: z.boolean(),
  text: z.string(),
  layer: z.enum(['area', 'province', 'national']).nullable(),
  /** The span [from, to) of the entry. */
  from: DateText.nullable(),
  to: DateText.nullable(),
  source: PolicySource.nullable(),
});
export type PolicyFigure = z.infer<typeof PolicyFigure>;

export const PolicyDraftState = z.enum(['draft', 'submitted', 'approved', 'published', 'withdrawn']);
export type PolicyDraftState = z.infer<typeof PolicyDraftState>;

export const PolicyDraftMark = z.object({
  draftId: z.string(),
  title: z.string(),
  state: PolicyDraftState,
  effectiveFrom: DateText.nullable(),
  changedAt: InstantText,
  /** Rises with every change; a change names the version that was seen. */
  version: z.int(),
});
export type PolicyDraftMark = z.infer<typeof PolicyDraftMark>;

export const PolicyVersion = z.object({
  version: z.string(),
  effectiveFrom: DateText,
  publishedAt: InstantText,
  draftId: z.string(),
  title: z.string(),
  approvedBy: z.string(),
  publishedBy: z.string(),
  /** SHA-256 (hex) of the file with its worked cases. */
  contentHash: z.string(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

export const PolicyDesk = z.object({
  area: AreaCode,
  areaName: z.string(),
  date: DateText,
  today: DateText,
  /** Null before anything is recorded. */
  policy: PolicyRef.nullable(),
  figures: z.array(PolicyFigure),
  /** Sources of figures in force that were not compared with their origin for half a year or more, the oldest first. */
  stale: z.array(z.object({ source: PolicySource, days: z.int(), figures: z.int() })),
  drafts: z.array(PolicyDraftMark),
  /** The newest first. */
  versions: z.array(PolicyVersion),
});
export type PolicyDesk = z.infer<typeof PolicyDesk>;

export const PolicyDraft = PolicyDraftMark.extend({
  areaName: z.string(),
  area: AreaCode,
  today: DateText,
  /** Path of the area's file; its worked cases stand beside it. */
  path: z.string(),
  text: z.string(),
  casesText: z.string(),
  /** The newest published text, with which the draft is compared. */
  publishedText: z.string(),
  publishedCasesText: z.string(),
  /** A version was published since the draft began. */
  isOutdated: z.boolean(),
  /** Files of the layers below, by path: what the draft is checked with. */
  layers: z.record(z.string(), z.string()),
  /** Numbers of all who wrote or submitted it. */
  writtenBy: z.array(z.string()),
  approvedBy: z.string().nullable(),
  /** Whether the one who asks wrote nothing of it, and so may judge it. */
  isOthers: z.boolean(),
  history: z.array(
    z.object({ at: InstantText, text: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

const seenVersion = z.int();
const reason = z.string().trim().min(2).max(200);
const fileText = z.string().min(1).max(200_000);
export const NewPolicyDraftBody = z.object({ title: z.string().trim().min(2).max(60) });
export const PolicyDraftTextBody = z.object({ text: fileText, casesText: fileText, seenVersion });
export type PolicyDraftTextBody = z.infer<typeof PolicyDraftTextBody>;
export const PolicyDraftStepBody = z.discriminatedUnion('step', [
  z.object({ step: z.literal('submit'), effectiveFrom: DateText, reason, seenVersion }),
  z.object({ step: z.literal('publish'), reason, seenVersion }),
  z.object({ step: z.literal('withdraw'), reason, seenVersion }),
]);
export type PolicyDraftStepBody = z.infer<typeof PolicyDraftStepBody>;
export const PolicyDraftJudgementBody = z.object({
  judgement: z.enum(['approve', 'return']),
  reason,
  seenVersion,
});
export type PolicyDraftJudgementBody = z.infer<typeof PolicyDraftJudgementBody>;
