// The states of a premium payment and every way from one to another, as one table.
import type { PremiumState } from '@gongji/contract';

export type PremiumEvent =
  | 'cash-paid'
  | 'cancelled'
  | 'cash-closed'
  | 'bureau-accepted'
  | 'bureau-refused'
  | 'bureau-silent'
  | 'never-arrived'
  | 'money-returned';

interface PremiumEdge {
  from: PremiumState;
  event: PremiumEvent;
  to: PremiumState;
}

/**
 * A payment begins in `awaiting-cash` (a part is paid in cash) or in `sending`. `paid` and `returned` are final.
 * Nothing leads back to `sending`: what was sent once is only asked after.
 */
export const premiumEdges: readonly PremiumEdge[] = [
  { from: 'awaiting-cash', event: 'cash-paid', to: 'sending' },
  { from: 'awaiting-cash', event: 'cancelled', to: 'returning' },
  { from: 'awaiting-cash', event: 'cash-closed', to: 'returning' },
  { from: 'sending', event: 'bureau-accepted', to: 'paid' },
  { from: 'sending', event: 'bureau-refused', to: 'returning' },
  { from: 'sending', event: 'bureau-silent', to: 'unknown' },
  { from: 'unknown', event: 'bureau-accepted', to: 'paid' },
  { from: 'unknown', event: 'bureau-refused', to: 'returning' },
  { from: 'unknown', event: 'never-arrived', to: 'returning' },
  { from: 'returning', event: 'money-returned', to: 'returned' },
];

/** Where `event` leads from `state`; undefined when it may not happen there. */
export function nextPremiumState(state: PremiumState, event: PremiumEvent): PremiumState | undefined {
  return premiumEdges.find((edge) => edge.from === state && edge.event === event)?.to;
}
