// The states of a premium payment and every way from one to another, as one table.
import type { PremiumState } from '@gongji/contract';
import { follow } from '../kernel/edge.ts';
import type { Edge } from '../kernel/edge.ts';

export type PremiumEvent =
  | 'cash-paid'
  | 'cancelled'
  | 'cash-closed'
  | 'bureau-accepted'
  | 'bureau-refused'
  | 'bureau-silent'
  | 'never-arrived'
  /** What was held expired, or went back because the relation ended, before it was sent. */
  | 'hold-gone'
  /** The tax bureau accepted what was held no more: a case of a finance officer, not the payer's money. */
  | 'accepted-late'
  | 'money-returned';

/**
 * A payment begins in `awaiting-cash` (a part is paid in cash) or in `sending`. `paid` and `returned` are final.
 * Nothing leads back to `sending`: what was sent once is only asked after.
 */
export const premiumEdges: readonly Edge<PremiumState, PremiumEvent>[] = [
  { from: 'awaiting-cash', event: 'cash-paid', to: 'sending' },
  { from: 'awaiting-cash', event: 'cancelled', to: 'returning' },
  { from: 'awaiting-cash', event: 'cash-closed', to: 'returning' },
  { from: 'sending', event: 'bureau-accepted', to: 'paid' },
  { from: 'sending', event: 'bureau-refused', to: 'returning' },
  { from: 'sending', event: 'bureau-silent', to: 'unknown' },
  { from: 'sending', event: 'hold-gone', to: 'returning' },
  { from: 'sending', event: 'accepted-late', to: 'returning' },
  { from: 'unknown', event: 'bureau-accepted', to: 'paid' },
  { from: 'unknown', event: 'bureau-refused', to: 'returning' },
  { from: 'unknown', event: 'never-arrived', to: 'returning' },
  { from: 'unknown', event: 'accepted-late', to: 'returning' },
  { from: 'returning', event: 'money-returned', to: 'returned' },
];

/** Where `event` leads from `state`; undefined when it may not happen there. */
export const nextPremiumState = (state: PremiumState, event: PremiumEvent) =>
  follow(premiumEdges, state, event);
