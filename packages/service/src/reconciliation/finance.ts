// Who may see and decide about money between books: finance officers, each in the own area.
import type { Actor } from '../kernel/context.ts';

export type FinanceOfficer = Extract<Actor, { kind: 'staff' }>;

export function isFinance(actor: Actor): actor is FinanceOfficer {
  return actor.kind === 'staff' && actor.role === 'finance';
}
