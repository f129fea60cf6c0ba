// The outside of the ledger: submit commands, read balances and statements, verify the books.
import type { Pool } from 'pg';
import type {
  AccountRef,
  AccountKind,
  AccountStatus,
  AccountId,
  CaseId,
  HoldId,
  JournalId,
} from './account.ts';
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
  type: 'post' | 'capture' | 'reverse' | 'quota';
  reference: string;
  reverses: JournalId | undefined;
  accountId: AccountId;
  account: AccountRef;
  amountFen: number;
  balanceAfterFen: number;
}

/** One movement on any account, with what it belongs to. */
export interface StatementEntry {
  journalId: JournalId;
  /** The journal's kind and the record behind it: which settlement, premium or batch. */
  kind: string;
  reference: string;
  type: StatementLine['type'];
  /** Day of the books. */
  businessDate: string;
  /** When it happened outside, and when the ledger wrote it; ISO instants with +08:00. */
  happenedAt: string;
  postedAt: string;
  reverses: JournalId | undefined;
  amountFen: number;
  balanceAfterFen: number;
}

/** Statement of an account: opening + entries = closing, in fen. */
export interface AccountStatement {
  accountId: AccountId;
  account: AccountRef;
  from: string;
  to: string;
  openingFen: number;
  entries: StatementEntry[];
  closingFen: number;
}

/** A sealed day. `root` (hexadecimal SHA-256) covers the day's closings, the hash chain and the root before it. */
export interface DaySeal {
  area: string;
  day: string;
  /** Batches of the area that the chain had when the day was sealed. */
  batches: number;
  root: string;
  sealedAt: string;
}

/** All accounts of a kind and year of money on a sealed day: opening + in - out = closing, in fen. */
export interface DayPart {
  kind: AccountKind;
  partYear: number | undefined;
  openingFen: number;
  inFen: number;
  outFen: number;
  closingFen: number;
}

/** A success that came after its hold had expired. */
export interface LateCase {
  caseId: CaseId;
  journalId: JournalId;
  holdId: HoldId;
  /** What stands on the suspense account for it; negative is a claim of ours. */
  suspenseFen: number;
  resolvedBy: JournalId | undefined;
}

/** What a person has put aside for one relation, of one year's money. */
export interface QuotaBalance {
  area: string;
  relation: string;
  partYear: number;
  availableFen: number;
}

/** Day and instant of a chore. */
export interface CommandStamp {
  businessDate: string;
  at: Date;
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
  /** `unknown`: nobody knows the outcome; it is settled by asking. */
  state: 'open' | 'unknown' | 'captured' | 'voided' | 'expired';
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
    | 'day-differs'
    | 'seal-altered'
    | 'chain-broken'
    | 'content-altered'
    | 'outside-chain'
    | 'hold-differs'
    | 'year-end-differs'
    | 'clearing-differs';
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
  /** Net fen of an account at the end of a day of the books, or as the books showed it at an instant (posting time). */
  balanceOn(account: AccountRef, day: string): Promise<number | undefined>;
  balanceAt(account: AccountRef, instant: Date): Promise<number | undefined>;
  /** Opening, entries and closing of days `from` to `to`, both inclusive; undefined if there is no such account. */
  accountStatement(query: {
    account: AccountRef;
    from: string;
    to: string;
  }): Promise<AccountStatement | undefined>;
  /** Day of the books on which an idempotency key was answered; undefined if it was not. */
  dayOfKey(key: { area: string; key: string }): Promise<string | undefined>;
  /** Seals all days of an area up to `day`: nothing is posted into them any more. Sealing again answers the same seal. */
  sealDay(area: string, day: string): Promise<DaySeal | undefined>;
  /** Seals the days up to `day` of every area that is not sealed so far, one area after the other. */
  sealAll(day: string): Promise<DaySeal[]>;
  seals(query: { area: string; from: string; to: string }): Promise<DaySeal[]>;
  /** Parts of a sealed day that moved on it. */
  dayParts(area: string, day: string): Promise<DayPart[]>;
  /** Expires holds whose time is over by the database's clock, at most `limit`; those in doubt stay. */
  expireDue(limit: number): Promise<HoldId[]>;
  /** Releases or keeps the open holds of an ended relation, by the rule that each carries. */
  endRelation(relation: string, stamp: CommandStamp): Promise<{ released: HoldId[]; kept: HoldId[] }>;
  /** Relations under which holds are open. */
  relationsWithHolds(): Promise<string[]>;
  lateCases(area: string): Promise<LateCase[]>;
  /** Frozen quotas of a person, over all relations and areas. */
  quotas(owner: string): Promise<QuotaBalance[]>;
  /** Open holds whose time is over at `now` and that are not in doubt, the oldest first. */
  holdsToExpire(now: Date, limit: number): Promise<{ area: string; holdId: HoldId }[]>;
  /** One snapshot of a live database; `onProgress` is told how many batches of the chain were recomputed. */
  verify(onProgress?: (batches: number) => void): Promise<VerifyReport>;
  /** Waits for what was submitted and stops. The pool is the caller's. */
  close(): Promise<void>;
}
