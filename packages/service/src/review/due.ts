// When a review is due: working days by the area's policy, not counted while the citizen is asked for more.
import type { ReviewDue } from '@gongji/contract';
import { addWorkingDays, workingDaysBetween } from '../kernel/working-day.ts';

/** A step that stops or starts the clock, on its business day (YYYY-MM-DD). */
export interface ClockStep {
  kind: 'more-requested' | 'supplemented';
  day: string;
}

/** What a step does to the clock: it stands still while a citizen is asked, for more material or to agree. */
export function clockKind(kind: string): ClockStep['kind'] | undefined {
  if (kind === 'more-requested' || kind === 'member-asked') return 'more-requested';
  if (kind === 'supplemented' || kind === 'member-confirmed') return 'supplemented';
  return undefined;
}

const notDue: ReviewDue = { on: null, workingDaysLeft: null, isPaused: false };

/**
 * @param workingDays time that the area's policy gives the agency; undefined where it gives none.
 * @param from business day of the submission.
 * @param steps in their order.
 */
export function dueOf(
  workingDays: number | undefined,
  from: string,
  steps: readonly ClockStep[],
  today: string,
): ReviewDue {
  if (workingDays === undefined) return notDue;
  let left = workingDays;
  let since: string | null = from;
  for (const { kind, day } of steps) {
    if (kind === 'more-requested' && since !== null) {
      left -= workingDaysBetween(since, day);
      since = null;
    } else if (kind === 'supplemented' && since === null) since = day;
  }
  if (since === null) return { ...notDue, isPaused: true };
  // Used up before the citizen answered: due on the day that the answer came.
  const on = addWorkingDays(since, Math.max(0, left));
  const workingDaysLeft = on >= today ? workingDaysBetween(today, on) : -workingDaysBetween(on, today);
  return { on, workingDaysLeft: workingDaysLeft || 0, isPaused: false };
}

/** Today or the next working day, or overdue. */
export const isDueSoon = (due: ReviewDue): boolean =>
  due.workingDaysLeft !== null && due.workingDaysLeft <= 1;
