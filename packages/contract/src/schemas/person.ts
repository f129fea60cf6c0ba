// The person's own page: insurance, account, and what the area's policy says.
import { z } from 'zod';
import { AreaCode, DateText, Fen, InsuranceStatus, PersonMark, Relation, Scheme, Source } from './common.ts';

export const Me = z.object({
  person: PersonMark,
  maskedPhone: z.string(),
  scheme: Scheme,
  retired: z.boolean(),
  status: InsuranceStatus,
  account: z.object({
    priorYearFen: Fen,
    currentYearFen: Fen,
    /** Part of both that is on hold for a payment under way. */
    heldFen: Fen,
    /** What relatives may use today by the area's rule, holds taken off. */
    shareableFen: Fen,
    shareablePart: z.enum(['prior-year', 'all', 'not-recorded']),
  }),
  canGive: z.boolean(),
  /** Why this person can't be a giver today, in Chinese; null when they can. */
  cannotGiveReason: z.string().nullable(),
});
export type Me = z.infer<typeof Me>;

export const InsuredAreas = z.object({
  provinces: z.array(
    z.object({
      province: z.string(),
      name: z.string(),
      areas: z.array(z.object({ area: AreaCode, name: z.string() })),
    }),
  ),
});
export type InsuredAreas = z.infer<typeof InsuredAreas>;

/** What a citizen of an area needs to know before starting; all of it comes from the policy files. */
export const AreaGuide = z.object({
  area: AreaCode,
  areaName: z.string(),
  provinceName: z.string(),
  decisionMode: z.enum(['automatic', 'review']),
  /** Whether the member has to agree before a binding holds. */
  memberConfirms: z.boolean(),
  memberLimit: z.int().nullable(),
  relationsAllowed: z.array(Relation),
  shareablePart: z.enum(['prior-year', 'all', 'not-recorded']),
  servicePhone: z.string(),
  /** Where else the same can be done, by what one does there. */
  channels: z.array(
    z.object({ name: z.string(), purpose: z.enum(['bind', 'pay', 'unbind']), steps: z.array(z.string()) }),
  ),
  /** What to have ready; `relations` empty means for every relation. */
  materials: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      text: z.string(),
      required: z.boolean(),
      relations: z.array(Relation),
    }),
  ),
  /** 告知书 and 承诺书: shown in full, accepted by version. */
  notice: z.object({ version: z.string(), title: z.string(), paragraphs: z.array(z.string()) }),
  promise: z.object({ version: z.string(), title: z.string(), paragraphs: z.array(z.string()) }),
  premiumYears: z.array(
    z.object({
      coverageYear: z.int(),
      from: DateText,
      to: DateText,
      open: z.boolean(),
      ordinaryFen: Fen.nullable(),
      source: Source,
    }),
  ),
  facts: z.array(z.object({ title: z.string(), text: z.string(), source: Source })),
});
export type AreaGuide = z.infer<typeof AreaGuide>;
