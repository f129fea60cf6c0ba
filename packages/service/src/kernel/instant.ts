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
