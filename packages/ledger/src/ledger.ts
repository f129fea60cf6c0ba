// The outside of the ledger: submit commands, read balances and statements, verify the books.
import type { Pool } from 'pg';
import type { AccountRef, AccountStatus, AccountId, HoldId, JournalId } from './account.ts';
import type { Balance } from './books.ts';
import type { Command, OutcomeOf } from './command.ts';

/** One year's money of a person in one area, in fen. */
export interface PartBalance extends Balance {
  area: string;
  partYear: number;
}

/** One movement on a person's account. */
export interface StatementLine {
  journalId: JournalId;
  businessDate: string;
  /** ISO instant with +08:00. */
  postedAt: string;
  /** The journal's kind, for example `settlement`. */
  kind: string;
  type: 'post' | 'capture' | 'reverse';
  reference: string;
  reverses: JournalId | undefined;
  accountId: AccountId;
  account: AccountRef;
  amountFen: number;
  balanceAfterFen: number;
}

/** Dates are 'YYYY-MM-DD', both inclusive. Lines of one journal are never parted by `limit` (50 unless given). */
export interface StatementQuery {
  area: string;
  owner: string;
  from?: string;
  to?: string;
  before?: JournalId;
  limit?: number;
}

/** A hold as it stands. */
export interface HoldState {
  holdId: HoldId;
  area: string;
  kind: string;
  reference: string;
  expiresAt: string;
  state: 'open' | 'captured' | 'voided' | 'expired';
  /** Of the capture, if captured. */
  journalId: JournalId | undefined;
  legs: { account: AccountRef; amountFen: number }[];
}

/** What verification found. `problems` is empty when the books are right. */
export interface VerifyReport {
  ok: boolean;
  accounts: number;
  journals: number;
  postings: number;
  chainRows: number;
  problems: VerifyProblem[];
}

export interface VerifyProblem {
  code:
    | 'balance-differs'
    | 'balance-after-differs'
    | 'list-broken'
    | 'overdrawn'
    | 'chain-broken'
    | 'content-altered'
    | 'outside-chain';
  area: string;
  /** What it is about: an account, a batch or a book. */
  subject: string;
}

export interface LedgerOptions {
  pool: Pool;
  batch?: { maxSize?: number; connections?: number };
}

export interface Ledger {
  /** Answers when durable. Refusals are values; a rejected promise is a fault after which the same key may be sent again. */
  submit<C extends Command>(command: C): Promise<OutcomeOf<C>>;
  /** Balances in the order asked; undefined where there is no such account. */
  balances(
    accounts: readonly AccountRef[],
  ): Promise<((Balance & { status: AccountStatus; accountId: AccountId }) | undefined)[]>;
  /** All parts of a person, over all areas, the oldest year first. */
  parts(owner: string): Promise<PartBalance[]>;
  /** Movements of a person's money in an area, the newest first; page on with `before` = the last line's journalId. */
  statement(query: StatementQuery): Promise<StatementLine[]>;
  hold(holdId: HoldId): Promise<HoldState | undefined>;
  /** Open holds whose time is over at `now`, the oldest first. */
  holdsToExpire(now: Date, limit: number): Promise<{ area: string; holdId: HoldId }[]>;
  verify(): Promise<VerifyReport>;
  /** Waits for what was submitted and stops. The pool is the caller's. */
  close(): Promise<void>;
}
