// Who is signed in, and what day it is.
import { z } from 'zod';
import { demoDates } from '../paths.ts';
import { DelegationScope } from './delegation.ts';
import { AreaCode, DateText, PersonMark, Scheme } from './common.ts';

export const StaffRole = z.enum([
  'reviewer',
  'window-clerk',
  'cashier',
  'auditor',
  'supervisor',
  'finance',
  'policy-officer',
  'administrator',
]);
export type StaffRole = z.infer<typeof StaffRole>;

export const InstitutionMark = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['hospital', 'pharmacy']),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  area: AreaCode,
});
export type InstitutionMark = z.infer<typeof InstitutionMark>;

export const StaffMark = z.object({
  staffNo: z.string(),
  name: z.string(),
  role: StaffRole,
  area: AreaCode,
  areaName: z.string(),
  institution: InstitutionMark.nullable(),
});
export type StaffMark = z.infer<typeof StaffMark>;

export const Session = z.object({
  /** The business day; with `demo` it is a set day, shown in a banner. */
  today: DateText,
  demo: z.boolean(),
  person: PersonMark.extend({ scheme: Scheme, canGive: z.boolean() }).nullable(),
  /** Who is signed in, while they act for `person` by permission. */
  helper: PersonMark.extend({ scopes: z.array(DelegationScope) }).nullable(),
  staff: StaffMark.nullable(),
});
export type Session = z.infer<typeof Session>;

export const DemoDateBody = z.object({
  date: DateText.refine((date) => date >= demoDates.from && date <= demoDates.to, {
    error: `只能在 ${demoDates.from} 到 ${demoDates.to} 之间`,
  }),
});
