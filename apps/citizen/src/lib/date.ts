// Days and instants as Chinese words, always in the time of Shanghai.

/** `2024-10-15` -> `2024年10月15日`. */
export function dayWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day in Shanghai of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => shanghai.format(new Date(instant)).slice(0, 10);

/** The clock in Shanghai of an instant, `HH:MM`. */
export const clockOf = (instant: string): string => shanghai.format(new Date(instant)).slice(11, 16);

/** `2024-10-15T14:05:00+08:00` -> `2024年10月15日 14:05`. */
export const instantWords = (instant: string): string => `${dayWords(dayOf(instant))} ${clockOf(instant)}`;
