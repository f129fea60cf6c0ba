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

/** What a giver set, in fen; absent: no limit. The names are those of a quote's account. */
export interface LimitsFen {
  /** Most for one payment. */
  limitFen?: number;
  /** What is left of the most in the calendar year. */
  yearLimitLeftFen?: number;
}

export function limitsFen(
  { limitPaymentFen, limitYearFen }: Control,
  { usedFen }: Pick<Payment, 'usedFen'>,
): LimitsFen {
  return {
    ...(limitPaymentFen === null ? {} : { limitFen: limitPaymentFen }),
    ...(limitYearFen === null ? {} : { yearLimitLeftFen: Math.max(0, limitYearFen - usedFen) }),
  };
}

/** Most fen that may be taken for one payment; undefined: the giver set no limit. */
export function controlLimitFen(control: Control, used: Pick<Payment, 'usedFen'>): number | undefined {
  const { limitFen, yearLimitLeftFen } = limitsFen(control, used);
  const set = [limitFen, yearLimitLeftFen].filter((fen) => fen !== undefined);
  return set.length === 0 ? undefined : Math.min(...set);
}
