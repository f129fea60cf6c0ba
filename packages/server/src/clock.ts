// The business clock: the real time of day in Asia/Shanghai on the real day, or on a set day of a demonstration.
import type { Pool } from 'pg';

export interface BusinessMoment {
  /** The instant on the business clock. */
  at: Date;
  /** Its day in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
}

export interface BusinessClock {
  /** Whether the day is a set one. */
  readonly demo: boolean;
  now(): BusinessMoment;
  /** Sets the day and keeps it over restarts. Only for a demonstration; any day, also an earlier one. */
  setDemoDate(date: string): Promise<void>;
}

/** Asia/Shanghai is eight hours ahead of UTC the year round since 1991, in ms. */
const offsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The instant that has the real instant's time of day in Asia/Shanghai, on the given day. */
export function momentOn(date: string, real: Date): BusinessMoment {
  const timeOfDayMs = (real.getTime() + offsetMs) % dayMs;
  return { at: new Date(Date.parse(`${date}T00:00:00Z`) - offsetMs + timeOfDayMs), today: date };
}

/** The real instant with its day in Asia/Shanghai. */
export function realMoment(real: Date): BusinessMoment {
  return { at: real, today: new Date(real.getTime() + offsetMs).toISOString().slice(0, 10) };
}

/**
 * Opens the clock. The day that was set in an earlier run is kept, unless the settings name another one than then.
 * @param demoDate the day that the settings name, or null for the real calendar.
 * @param realNow reads the real time.
 */
export async function openClock(
  pool: Pool,
  demoDate: string | null,
  realNow: () => Date,
): Promise<BusinessClock> {
  if (demoDate === null) {
    return {
      demo: false,
      now: () => realMoment(realNow()),
      setDemoDate: async () => {
        throw new Error('the day can be set in a demonstration only');
      },
    };
  }
  const kept = await pool.query<{ day: string }>(
    `insert into edge.demo_date as kept (business_date, configured_date) values ($1, $1)
     on conflict (area) do update set
       business_date = case when kept.configured_date = excluded.configured_date
         then kept.business_date else excluded.business_date end,
       configured_date = excluded.configured_date
     returning to_char(business_date, 'YYYY-MM-DD') as day`,
    [demoDate],
  );
  let day = kept.rows[0]?.day ?? demoDate;
  return {
    demo: true,
    now: () => momentOn(day, realNow()),
    async setDemoDate(date) {
      await pool.query('update edge.demo_date set business_date = $1', [date]);
      day = date;
    },
  };
}
