// A journal with its postings as they will be written, and the accounts in memory that they move.
import type { AccountRef, AccountSide, AccountStatus, Leg } from './account.ts';
import type { JournalRow } from './chain.ts';
import type { Command } from './command.ts';

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
}

/** What one posting does to an account. */
export interface Movement {
  account: AccountState;
  amountFen: number;
  heldFen: number;
  frozenFen: number;
  status?: AccountStatus;
}

/** A journal of the open books. */
export interface Entry extends JournalRow {
  type: Command['type'];
  movements: Movement[];
}

/** What holds and journals of the past look like to the rules. */
export interface PastEntry {
  id: number;
  area: string;
  type: Command['type'];
  expiresAt: Date | null;
  movements: (Leg & { heldFen: number })[];
  /** For a hold its outcome, for a journal its reversal. */
  followedBy: { id: number; type: Command['type'] } | undefined;
}

export const availableOf = (account: AccountState): number =>
  account.netFen - account.heldFen - account.frozenFen;
