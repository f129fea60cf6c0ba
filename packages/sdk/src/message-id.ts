// Message ids of the interface: institution code (12), local time to the second (14), sequence within the second (4).

/** Milliseconds of Asia/Shanghai ahead of UTC, all year. */
const offsetMs = 8 * 3_600_000;

/** `yyyyMMddHHmmss` in Asia/Shanghai. */
const secondText = (at: Date): string =>
  new Date(at.getTime() + offsetMs).toISOString().slice(0, 19).replaceAll(/\D/g, '');

/** `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. */
export const timeText = (at: Date): string =>
  new Date(at.getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Gives out ids that never repeat within this process. Two processes of one institution need ranges of their own.
 * @param first first sequence number, 0 to 9999
 * @param last last one; after it the second is moved on
 */
export function createMessageIds(institutionCode: string, first = 0, last = 9999): (at: Date) => string {
  let second = '';
  let movedMs = 0;
  let sequence = first;
  return (at) => {
    let now = secondText(new Date(at.getTime() + movedMs));
    // A clock that was set back must not bring an id again.
    if (now < second) now = second;
    if (now > second) sequence = first;
    else if (sequence > last) {
      movedMs += 1000;
      now = nextSecond(second);
      sequence = first;
    }
    second = now;
    const id = `${institutionCode}${second}${String(sequence).padStart(4, '0')}`;
    sequence += 1;
    return id;
  };
}

function nextSecond(text: string): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second) + 1,
  );
  return new Date(at).toISOString().slice(0, 19).replaceAll(/\D/g, '');
}
