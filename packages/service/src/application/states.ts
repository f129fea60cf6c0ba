// The states of an application and every way from one to another, as one table.
import type { ApplicationState } from '@gongji/contract';
import { follow } from '../kernel/edge.ts';
import type { Edge } from '../kernel/edge.ts';

export type ApplicationEvent =
  | 'ask-member'
  | 'decline'
  | 'approve'
  | 'propose'
  | 'send-to-review'
  | 'reject'
  | 'ask'
  | 'supplement'
  | 'withdraw';

/**
 * An application begins in `submitted` and leaves it in the same transaction: approved where the area decides by checks
 * and all of them passed, else in review. `approved`, `rejected` and `withdrawn` are final.
 * Where the area lets the member agree first, it waits for them before either. `declined` is final too.
 * `propose` is one person's approval where two are needed.
 */
export const applicationEdges: readonly Edge<ApplicationState, ApplicationEvent>[] = [
  { from: 'submitted', event: 'approve', to: 'approved' },
  { from: 'submitted', event: 'send-to-review', to: 'in-review' },
  { from: 'submitted', event: 'ask-member', to: 'awaiting-member' },
  { from: 'awaiting-member', event: 'approve', to: 'approved' },
  { from: 'awaiting-member', event: 'send-to-review', to: 'in-review' },
  { from: 'awaiting-member', event: 'decline', to: 'declined' },
  { from: 'awaiting-member', event: 'withdraw', to: 'withdrawn' },
  { from: 'in-review', event: 'approve', to: 'approved' },
  { from: 'in-review', event: 'propose', to: 'in-review' },
  { from: 'in-review', event: 'reject', to: 'rejected' },
  { from: 'in-review', event: 'ask', to: 'more-requested' },
  { from: 'in-review', event: 'withdraw', to: 'withdrawn' },
  { from: 'more-requested', event: 'supplement', to: 'in-review' },
  { from: 'more-requested', event: 'reject', to: 'rejected' },
  { from: 'more-requested', event: 'withdraw', to: 'withdrawn' },
];

/** Where `event` leads from `state`; undefined when it may not happen there. */
export const nextApplicationState = (state: ApplicationState, event: ApplicationEvent) =>
  follow(applicationEdges, state, event);
