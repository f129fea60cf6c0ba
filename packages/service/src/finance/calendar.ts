// Days and months as the officer names them.
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';

const mostDays = 3 * 366;
const dayMs = 86_400_000;

/** A day that the calendar has, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

export const isMonth = (text: string): boolean => text.length === 7 && isDay(`${text}-01`);

export const wrongDay = (what: string): Refusal => refuse('day-wrong', { what });

/** First and last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** Both are days, in order, and not more than three years apart. */
export const isPeriod = (from: string, to: string): boolean =>
  isDay(from) && isDay(to) && from <= to && (Date.parse(to) - Date.parse(from)) / dayMs <= mostDays;
