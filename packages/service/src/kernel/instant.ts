// Instants and days as the contract writes them, in Asia/Shanghai (UTC+8 all year).
const offsetMs = 8 * 3_600_000;

/** ISO 8601 with the offset +08:00. */
export function instantText(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().replace('Z', '+08:00');
}

/** The day in Asia/Shanghai, 'YYYY-MM-DD'. */
export function dayText(at: Date): string {
  return instantText(at).slice(0, 10);
}

/** `days` Monday-to-Friday days after a day; public holidays are not known here. */
export function addWorkingDays(day: string, days: number): string {
  const cursor = new Date(`${day}T00:00:00Z`);
  for (let left = days; left > 0;) {
    cursor.setUTCDate(cursor.getUTCDate() + 1);
    if (cursor.getUTCDay() % 6 !== 0) left -= 1;
  }
  return cursor.toISOString().slice(0, 10);
}
