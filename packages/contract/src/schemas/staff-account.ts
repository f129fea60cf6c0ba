// Accounts of staff: who may work, in which role and area, and the history of every change.
import { z } from 'zod';
import { AreaCode, InstantText } from './common.ts';
import { StaffRole } from './session.ts';

export const StaffAccount = z.object({
  staffNo: z.string(),
  name: z.string(),
  role: StaffRole,
  area: AreaCode,
  areaName: z.string(),
  /** Only a cashier has one. */
  institution: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: z.enum(['active', 'disabled']),
  /** Rises with every change; a change names the version that was seen. */
  version: z.int(),
  /** The account of the administrator who asks: it can't be changed by themselves. */
  isOwn: z.boolean(),
});
export type StaffAccount = z.infer<typeof StaffAccount>;

export const StaffAccounts = z.object({
  items: z.array(StaffAccount),
  /** Open institutions of the area, for cashiers. */
  institutions: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Other areas that an account can be moved to. */
  otherAreas: z.array(z.object({ area: AreaCode, name: z.string() })),
});
export type StaffAccounts = z.infer<typeof StaffAccounts>;

export const StaffAccountHistory = z.object({
  account: StaffAccount,
  /** The newest first. */
  history: z.array(
    z.object({
      at: InstantText,
      /** What was done, in Chinese. */
      text: z.string(),
      /** Number and name of who did it. */
      by: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type StaffAccountHistory = z.infer<typeof StaffAccountHistory>;

const institutionCode = z.string().nullable();
const reason = z.string().trim().min(2).max(200);

export const NewStaffAccountBody = z.object({
  /** The number that the identity provider knows the person by. */
  staffNo: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{3,32}$/),
  name: z.string().trim().min(1).max(50),
  role: StaffRole,
  institutionCode,
  reason,
});

const seenVersion = z.int();
export const StaffAccountChangeBody = z.discriminatedUnion('change', [
  z.object({ change: z.literal('role'), role: StaffRole, institutionCode, reason, seenVersion }),
  z.object({ change: z.literal('disable'), reason, seenVersion }),
  z.object({ change: z.literal('enable'), reason, seenVersion }),
  /** The account arrives disabled: the other area's administrator lets it work. */
  z.object({ change: z.literal('move'), area: AreaCode, reason, seenVersion }),
]);
export type StaffAccountChangeBody = z.infer<typeof StaffAccountChangeBody>;
