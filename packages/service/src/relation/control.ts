// What a giver allows a member, and what that means for one payment. Pure: asked under the locks of whoever pays.
import type { Control, Purpose } from '@gongji/contract';
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';

/** One payment from a giver's account for a member. */
export interface Payment {
  purpose: Purpose;
  /** Business day, YYYY-MM-DD. */
  today: string;
  /** Fen that this member used from this giver in the calendar year, payments under way counted, reversed ones not. */
  usedFen: number;
}

/** Why nothing may be taken for this payment; undefined when something may. */
export function controlObstacle(control: Control, { purpose, today, usedFen }: Payment): Refusal | undefined {
  const { usableFrom, usableTo, limitYearFen } = control;
  if (control.paused) return refuse('relation-paused');
  if (usableFrom !== null && today < usableFrom)
    return refuse('relation-not-yet-usable', { from: usableFrom });
  if (usableTo !== null && today > usableTo) return refuse('relation-no-longer-usable', { to: usableTo });
  if (!control.purposes.includes(purpose)) return refuse('purpose-not-permitted');
  if (limitYearFen !== null && usedFen >= limitYearFen) return refuse('year-limit-reached');
  return undefined;
}

/** Most fen that may be taken for one payment; undefined: the giver set no limit. */
export function controlLimitFen(
  { limitPaymentFen, limitYearFen }: Control,
  { usedFen }: Pick<Payment, 'usedFen'>,
): number | undefined {
  const limits = [limitPaymentFen, limitYearFen === null ? null : Math.max(0, limitYearFen - usedFen)];
  const set = limits.filter((fen) => fen !== null);
  return set.length === 0 ? undefined : Math.min(...set);
}
