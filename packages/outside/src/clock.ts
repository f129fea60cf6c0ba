// The simulators' clock: the machine's time of day, on a set day when the demo has one; injected, so that tests can stop it.

export type Clock = () => Date;

/** With `day` (YYYY-MM-DD) the clock shows that day in Asia/Shanghai, at the machine's present time of day. */
export function createClock(day: string | undefined): Clock {
  if (day === undefined) return () => new Date();
  return () => new Date(`${day}T${shanghaiText(new Date()).slice(11, 19)}+08:00`);
}

/** ISO text with the offset of Asia/Shanghai. */
export function shanghaiText(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
