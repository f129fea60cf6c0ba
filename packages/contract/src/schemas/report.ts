// Dashboards of an area: money, relations, applications, premiums; and the lists behind their numbers.
import { z } from 'zod';
import { AreaCode, DateText, Relation } from './common.ts';
import { MonthText } from './finance.ts';
import { Purpose } from './relation.ts';

/** Whose money paid. */
export const MoneySource = z.enum(['own', 'shared', 'fund', 'elsewhere']);
export type MoneySource = z.infer<typeof MoneySource>;

/** Fen are what was paid less what was given back. */
export const MoneyReport = z.object({
  from: MonthText,
  to: MonthText,
  rows: z.array(
    z.object({
      month: MonthText,
      purpose: Purpose,
      source: MoneySource,
      payments: z.int(),
      returns: z.int(),
      fen: z.int(),
    }),
  ),
  /** Between areas, the own one at one end. */
  flows: z.array(
    z.object({
      fromArea: AreaCode,
      fromName: z.string(),
      toArea: AreaCode,
      toName: z.string(),
      fen: z.int(),
    }),
  ),
});
export type MoneyReport = z.infer<typeof MoneyReport>;

export const RelationReport = z.object({
  rows: z.array(
    z.object({ relation: Relation, memberAreaName: z.string(), active: z.int(), ended: z.int() }),
  ),
});
export type RelationReport = z.infer<typeof RelationReport>;

const Days = z.object({ p50: z.number().nullable(), p90: z.number().nullable() });
export const ApplicationReport = z.object({
  month: MonthText,
  received: z.int(),
  decided: z.int(),
  /** Days from handing in to the decision, of those decided in the month. */
  decisionDays: Days,
  /** Of those decided in the month: approved without asking for more, per ten thousand; null when none was decided. */
  firstTimeRightPerTenThousand: z.int().nullable(),
  backlog: z.array(
    z.object({ state: z.enum(['awaiting-member', 'in-review', 'more-requested']), count: z.int() }),
  ),
  /** Days that the open ones have waited. */
  backlogDays: Days,
  days: z.array(z.object({ day: DateText, received: z.int(), decided: z.int() })),
  /** Why applications were sent back or more was asked for. */
  reasons: z.array(
    z.object({
      outcome: z.enum(['rejected', 'more-requested']),
      reason: z.string(),
      label: z.string(),
      count: z.int(),
    }),
  ),
});
export type ApplicationReport = z.infer<typeof ApplicationReport>;

export const PremiumReport = z.object({
  coverageYear: z.int(),
  /** The window by the area's policy; null when it is not recorded. */
  window: z.object({ from: DateText, to: DateText }).nullable(),
  /** Residents insured here. */
  residents: z.int(),
  states: z.array(
    z.object({
      state: z.enum(['awaiting-cash', 'sending', 'unknown', 'paid', 'returning', 'returned']),
      count: z.int(),
      fen: z.int(),
    }),
  ),
  days: z.array(z.object({ day: DateText, paid: z.int(), fen: z.int() })),
});
export type PremiumReport = z.infer<typeof PremiumReport>;

export const ReportListBody = z.discriminatedUnion('list', [
  z.object({ list: z.literal('money'), month: MonthText, purpose: Purpose, source: MoneySource }),
  z.object({ list: z.literal('relations'), relation: Relation, state: z.enum(['active', 'ended']) }),
  z.object({
    list: z.literal('applications'),
    state: z.enum(['awaiting-member', 'in-review', 'more-requested']),
  }),
  z.object({
    list: z.literal('reasons'),
    month: MonthText,
    outcome: z.enum(['rejected', 'more-requested']),
    reason: z.string().max(60),
  }),
  z.object({
    list: z.literal('premiums'),
    coverageYear: z.int().min(2000).max(2100),
    state: z.enum(['awaiting-cash', 'sending', 'unknown', 'paid', 'returning', 'returned']),
  }),
]);
export type ReportListBody = z.infer<typeof ReportListBody>;

export const ReportList = z.object({
  /** The newest, at most 200. No name of a person stands in it. */
  items: z.array(
    z.object({
      id: z.string(),
      day: DateText,
      text: z.string(),
      fen: z.int().nullable(),
      /** The journal of a payment. */
      journalId: z.string().nullable(),
    }),
  ),
});
export type ReportList = z.infer<typeof ReportList>;
