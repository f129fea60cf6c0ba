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

/** The areas whose policy is recorded on the day. */
export const Guides = z.object({
  items: z.array(z.object({ area: AreaCode, areaName: z.string(), provinceName: z.string() })),
});
export type Guides = z.infer<typeof Guides>;

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
  /** What the money may and may not pay. */
  permittedPurposes: z.array(z.string()),
  forbiddenPurposes: z.array(z.string()),
  /** Whether money may be shared with another province on that day. */
  crossProvince: z.boolean(),
  /** What each of these rests on; null where nothing is recorded. */
  basis: z.object({
    decisionMode: Source.nullable(),
    memberLimit: Source.nullable(),
    relationsAllowed: Source.nullable(),
    shareablePart: Source.nullable(),
    crossProvince: Source.nullable(),
    servicePhone: Source.nullable(),
  }),
  /** In Chinese, what nobody has recorded for this area. */
  notRecorded: z.array(z.string()),
  /** Every source of the area's policy, with the day on which it was last compared (`checkedOn`). */
  sources: z.array(Source),
  policyVersion: z.string(),
});
export type AreaGuide = z.infer<typeof AreaGuide>;
