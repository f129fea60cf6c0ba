// Calendar days as 'YYYY-MM-DD' text: checking, comparing and moving them, with no clock and no time zone.

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

function parts(day: string): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function format(year: number, month: number, date: number): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** True for a real day between 1900-01-01 and 9999-12-31. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = parts(text);
  return year >= 1900 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The year of a day. */
export function yearOf(day: string): number {
  return parts(day).year;
}

/** The day after. */
export function nextDay(day: string): string {
  const { year, month, date } = parts(day);
  if (date < daysInMonth(year, month)) return format(year, month, date + 1);
  return month < 12 ? format(year, month + 1, 1) : format(year + 1, 1, 1);
}

/** The day before. */
export function previousDay(day: string): string {
  const { year, month, date } = parts(day);
  if (date > 1) return format(year, month, date - 1);
  return month > 1 ? format(year, month - 1, daysInMonth(year, month - 1)) : format(year - 1, 12, 31);
}

const LONGEST_STEP = 100_000;

/** The day `days` (0 or more) later. */
export function addDays(day: string, days: number): string {
  if (days > LONGEST_STEP) throw new RangeError(`${days} days are too many to count`);
  let result = day;
  for (let step = 0; step < days; step += 1) result = nextDay(result);
  return result;
}

/** The same day `months` later; a day that the later month lacks becomes its last day. */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = parts(day);
  const index = year * 12 + (month - 1) + months;
  const laterYear = Math.floor(index / 12);
  const laterMonth = (index % 12) + 1;
  return format(laterYear, laterMonth, Math.min(date, daysInMonth(laterYear, laterMonth)));
}

/** A half-open span of days; without `to` it has no end. */
export interface Span {
  from: string;
  to?: string | undefined;
}

/** True when the day lies in the half-open span. */
export function isWithin(day: string, span: Span): boolean {
  return day >= span.from && (span.to === undefined || day < span.to);
}

/** 2024-10-01 as a person writes it: 2024年10月1日. */
export function inWords(day: string): string {
  const { year, month, date } = parts(day);
  return `${year}年${month}月${date}日`;
}
