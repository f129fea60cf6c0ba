// 授权代办: a permission to do somebody else's business, with scopes and days.
import { z } from 'zod';
import { DateText, PersonMark, TimelineStep } from './common.ts';

export const DelegationScope = z.enum(['bind', 'premium', 'control', 'usages', 'filing']);
export type DelegationScope = z.infer<typeof DelegationScope>;

export const Delegation = z.object({
  delegationId: z.string(),
  /** Whose business it is. */
  principal: PersonMark,
  helper: PersonMark,
  scopes: z.array(DelegationScope),
  /** First and last day. */
  from: DateText,
  to: DateText,
  state: z.enum(['active', 'not-yet', 'over', 'revoked']),
  /** The giving, everything that was done under it, and the taking back. */
  history: z.array(TimelineStep),
});
export type Delegation = z.infer<typeof Delegation>;
/** `given`: who may act for me; `received`: for whom I may act. */
export const Delegations = z.object({ given: z.array(Delegation), received: z.array(Delegation) });

export const DelegationBody = z.object({
  helperName: z.string().trim().min(1).max(50),
  helperIdNumber: z.string().trim().max(30),
  scopes: z.array(DelegationScope).min(1),
  from: DateText,
  to: DateText,
  accepted: z.literal(true),
});

/** For whom the session acts from now on; null: for oneself. */
export const ActingBody = z.object({ delegationId: z.string().nullable() });
