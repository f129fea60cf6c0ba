// Days and instants in Chinese words; instants carry +08:00, so their own digits are Shanghai's.

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/** The instant's calendar day and minute in Asia/Shanghai, as 'YYYY-MM-DD HH:mm'. */
function shanghaiText(instant: string): string {
  return new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** 2024-10-15 → 2024年10月15日 */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2024-10-15T09:05:00+08:00 → 2024年10月15日 09:05 */
export function formatInstant(instant: string): string {
  const text = shanghaiText(instant);
  return `${formatDate(text.slice(0, 10))} ${text.slice(11)}`;
}

/** The instant's minute of the day in Asia/Shanghai: 09:05 */
export const formatMinute = (instant: string): string => shanghaiText(instant).slice(11);

/** Whole calendar days between the instant's day and `today`; never negative. */
export function daysSince(instant: string, today: string): number {
  const from = Date.parse(shanghaiText(instant).slice(0, 10));
  return Math.max(0, Math.round((Date.parse(today) - from) / dayMs));
}

/** How long something has waited: 不到 1 天, 1 天, 12 天. */
export function formatAge(instant: string, today: string): string {
  const days = daysSince(instant, today);
  return days === 0 ? '不到 1 天' : `${days} 天`;
}
