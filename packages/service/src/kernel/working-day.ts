// The working-day clock: working days of the Chinese calendar, public holidays off, shifted weekends worked.
import chineseDays from 'chinese-days';

const dayMs = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

/** @param day YYYY-MM-DD; where no arrangement is published yet, Monday to Friday. */
export const isWorkingDay = (day: string): boolean => chineseDays.isWorkday(day);

/** Working days after `from` up to and with `to`; 0 when `to` is not later. Both YYYY-MM-DD. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/** The day that lies `count` working days after `from`; `from` itself when count is 0. */
export function addWorkingDays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
