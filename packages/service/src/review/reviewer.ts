// Who may review: reviewers and their supervisors, each in the own area.
import type { Actor } from '../kernel/context.ts';

export type Reviewer = Extract<Actor, { kind: 'staff' }>;

export function isReviewer(actor: Actor): actor is Reviewer {
  return actor.kind === 'staff' && (actor.role === 'reviewer' || actor.role === 'supervisor');
}
