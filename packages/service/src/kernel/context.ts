// Who asks, and when: passed to every service call, so that no service reads a clock or a session.
import type { StaffRole } from '@gongji/contract';

export type Actor =
  | { kind: 'person'; personNo: string; area: string }
  | { kind: 'staff'; staffNo: string; role: StaffRole; area: string; institutionCode: string | null }
  | { kind: 'institution'; institutionCode: string; area: string }
  | { kind: 'system'; name: string };

export interface Context {
  actor: Actor;
  /** The instant of the call, on the business clock (a demo date moves it). */
  at: Date;
  /** The business day in Asia/Shanghai, YYYY-MM-DD; always the day of `at`. */
  today: string;
  /** Which channel asked, e.g. `web`; recorded with every action. */
  channel: string;
}
