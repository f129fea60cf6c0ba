// Days as whole numbers in the order of days: yyyymmdd, and the number of days between two of them.

/** A day that never comes: no registration, no filing, no end. */
export const NEVER = 99_999_999;

/** '2025-03-01' becomes 20250301. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

/** 20250301 becomes '2025-03-01'. */
export function dayOfNumber(number: number): string {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Days since the first of March of the year 0 of the Gregorian calendar reckoned backwards. */
function daysSinceStart(number: number): number {
  const month = Math.floor(number / 100) % 100;
  const year = Math.floor(number / 10_000) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + (number % 100);
}

/** Days from one day to a later one; 0 for the same day. */
export function daysBetween(from: number, to: number): number {
  return daysSinceStart(to) - daysSinceStart(from);
}
