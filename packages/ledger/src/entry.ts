// A journal with its records as they will be written, and the accounts in memory that they move.
import type { AccountRef, AccountSide, AccountStatus, Leg } from './account.ts';

/** An account as it stands in the open books. */
export interface AccountState {
  /** Undefined until it is in the database. */
  id: number | undefined;
  /** In the database or made by an entry of these books. */
  exists: boolean;
  ref: AccountRef;
  side: AccountSide;
  status: AccountStatus;
  netFen: number;
  heldFen: number;
  frozenFen: number;
  /** Balance after its newest record: behind `netFen` only while an entry's records are being made. */
  recordedFen: number;
  /** Its newest record, 0 if there is none. */
  lastRecord: number;
}

/** What one line does to an account. */
export interface Movement {
  account: AccountState;
  amountFen: number;
  heldFen: number;
  frozenFen: number;
  status?: AccountStatus;
}

/** What records do to their accounts, as the column `effect` has it. */
export const effects = {
  none: 0,
  move: 1,
  hold: 2,
  release: 3,
  freeze: 4,
  unfreeze: 5,
  moveHeld: 6,
  status: 7,
} as const;
export type Effect = (typeof effects)[keyof typeof effects];

/** Types of journals, as the column `type` has them: place in this list, from 1. */
export const recordTypes = [
  'post',
  'hold',
  'capture',
  'void',
  'expire',
  'reverse',
  'freeze',
  'set-status',
  'refused',
  'remembered',
  'doubt',
  'quota',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** What the first record of a journal carries besides. */
export interface JournalHead {
  type: RecordType;
  kind: string | null;
  reference: string | null;
  key: string;
  contentHash: string;
  follows: number | null;
  extra: Record<string, unknown> | null;
}

/** A record that will be written. */
export interface RecordDraft {
  id: number;
  area: string;
  head: JournalHead | null;
  journal: number | null;
  lines: number | null;
  debit: AccountState | null;
  credit: AccountState | null;
  amountFen: number;
  debitAfterFen: number | null;
  creditAfterFen: number | null;
  debitPrevious: number | null;
  creditPrevious: number | null;
  happenedAt: Date;
  day: string;
  effect: Effect;
}

/** What holds and journals of the past look like to the rules. */
export interface PastEntry {
  id: number;
  area: string;
  type: RecordType;
  expiresAt: Date | null;
  movements: (Leg & { heldFen: number })[];
  /** For a hold its outcome, for a journal its reversal. */
  followedBy: { id: number; type: RecordType } | undefined;
  /** For a hold: nobody knows its outcome. */
  isUnknown: boolean;
  /** For an expired hold: the journal of the success that came late. */
  lateJournal: number | undefined;
}

export const availableOf = (account: Pick<AccountState, 'netFen' | 'heldFen' | 'frozenFen'>): number =>
  account.netFen - account.heldFen - account.frozenFen;
