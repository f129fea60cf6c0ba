// Who asks, and when: passed to every service call, so that no service reads a clock or a session.
import type { StaffRole } from '@gongji/contract';

/** The window clerk who does it for a person who is there and has signed for it; recorded as who acted. */
interface Clerk {
  staffNo: string;
  /** What the person signed. */
  consentId: string;
}

/** Another person who does it at home by the person's own permission; recorded as who acted. */
export interface Helper {
  personNo: string;
  delegationId: string;
}

/** A person is whose business it is, whoever's hand does it. */
export type Actor =
  | { kind: 'person'; personNo: string; area: string; clerk?: Clerk; helper?: Helper }
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
