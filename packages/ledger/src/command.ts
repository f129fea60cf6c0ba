// The commands that the ledger understands and the outcomes that it answers with, one name per reason.
import type { AccountRef, AccountStatus, CaseId, HoldId, JournalId, Leg, Taking } from './account.ts';

/** What every command carries. */
interface CommandBase {
  /** The area whose books are written; the idempotency key is unique within it. */
  area: string;
  /** Idempotency key chosen by the caller: the same key and content is answered once, the same way for ever. */
  key: string;
  /** What the entry is for, for example `settlement` or `premium`. */
  kind: string;
  /** Id of the settlement, premium or other record behind it. */
  reference: string;
  /** Day of the books, 'YYYY-MM-DD' in Asia/Shanghai. Part of the content: a retry gives the same day. */
  businessDate: string;
  /** Instant of the request. Not part of the content: a retry may come later. */
  at: Date;
}

/** Moves money. Legs sum to zero; where areas differ the clearing legs between them are added. */
export interface PostCommand extends CommandBase {
  type: 'post';
  legs: Leg[];
  /** The case that this entry settles, by taking the money from suspense to where it belongs. */
  resolves?: CaseId;
}

/** Sets money aside. It stays on the account but is no longer available. */
export interface HoldCommand extends CommandBase {
  type: 'hold';
  legs: Taking[];
  /** From then on `expire` may release it. Not part of the content. */
  expiresAt: Date;
  /** The relation under which the money is used, and the area's rule for its end: the hold goes on, or is released. */
  relation?: string;
  whenRelationEnds?: RelationEndRule;
}

/**
 * Takes a hold, the whole or `part` of it, and gives it to `to`; `to` may hold further debit legs (cash) and sums to what is
 * taken. What is not taken is released: a hold has one outcome.
 */
export interface CaptureCommand extends CommandBase {
  type: 'capture';
  holdId: HoldId;
  to: Leg[];
  /** Positive amounts, none greater than what is held on its account. */
  part?: Taking[];
  /**
   * Where a success is put that comes after the hold has expired: not on the member's account, whose money is free again, but
   * on a suspense account, with a case for a finance officer. Without it such a capture is refused.
   */
  ifExpired?: AccountRef;
}

/** Releases a hold. */
export interface VoidCommand extends CommandBase {
  type: 'void';
  holdId: HoldId;
}

/** Marks a hold whose outcome nobody knows (no answer came): it no longer expires, and is settled by asking. */
export interface DoubtCommand extends CommandBase {
  type: 'doubt';
  holdId: HoldId;
}

/**
 * Sets what a person has put aside for a relative in another province to `totalFen`: more is taken from the oldest money,
 * less goes back to the years it came from, 0 returns what is unused. It is used by posting from its accounts (`quotaOwner`).
 */
export interface QuotaCommand extends CommandBase {
  type: 'quota';
  owner: string;
  relation: string;
  totalFen: number;
}

/** What becomes of an open hold when the relation under which it was made ends. */
export type RelationEndRule = 'finish' | 'release';

/** Releases a hold whose time is over; refused before. */
export interface ExpireCommand extends CommandBase {
  type: 'expire';
  holdId: HoldId;
}

/** Undoes a journal exactly, to the accounts and years that it touched, once. */
export interface ReverseCommand extends CommandBase {
  type: 'reverse';
  journalId: JournalId;
}

/** Reserves a quota on an account (positive, fen) or gives it back (negative). */
export interface FreezeCommand extends CommandBase {
  type: 'freeze';
  account: AccountRef;
  amountFen: number;
}

/** Opens, freezes (nothing may be taken) or closes (nothing may move; only when empty) an account of the command's area. */
export interface SetStatusCommand extends CommandBase {
  type: 'set-status';
  account: AccountRef;
  status: AccountStatus;
}

export type Command =
  | PostCommand
  | HoldCommand
  | CaptureCommand
  | VoidCommand
  | DoubtCommand
  | QuotaCommand
  | ExpireCommand
  | ReverseCommand
  | FreezeCommand
  | SetStatusCommand;

/** Why a command was refused. Nothing was written but the answer itself. */
export type Refusal = { ok: false } & (
  | { reason: 'insufficient'; account: AccountRef; availableFen: number; neededFen: number }
  | { reason: 'unknown-account'; account: AccountRef }
  | { reason: 'closed'; account: AccountRef }
  | { reason: 'frozen'; account: AccountRef }
  | { reason: 'not-empty'; account: AccountRef }
  | { reason: 'bad-amount'; account: AccountRef; amountFen: number }
  | { reason: 'bad-account'; account: AccountRef }
  | { reason: 'no-legs' }
  | { reason: 'unbalanced'; differenceFen: number }
  | { reason: 'day-sealed'; day: string; sealedThrough: string }
  | { reason: 'unknown-hold'; holdId: HoldId }
  | { reason: 'outcome-unknown'; holdId: HoldId }
  | { reason: 'exceeds-hold'; holdId: HoldId; account: AccountRef; heldFen: number }
  | { reason: 'unknown-case'; caseId: CaseId }
  | { reason: 'case-resolved'; caseId: CaseId; resolvedBy: JournalId }
  | { reason: 'already-captured'; holdId: HoldId; journalId: JournalId }
  | { reason: 'already-voided'; holdId: HoldId }
  | { reason: 'already-expired'; holdId: HoldId }
  | { reason: 'not-yet-expired'; holdId: HoldId; expiresAt: string }
  | { reason: 'unknown-journal'; journalId: JournalId }
  | { reason: 'already-reversed'; journalId: JournalId; reversedBy: JournalId }
  | { reason: 'not-reversible'; journalId: JournalId }
  | { reason: 'key-reused-with-other-content'; key: string }
);

export interface Posted {
  ok: true;
  journalId: JournalId;
}
export interface Held {
  ok: true;
  holdId: HoldId;
}
export interface Captured {
  ok: true;
  journalId: JournalId;
  holdId: HoldId;
  /** The success came after expiry: the money is on the suspense account of this case. */
  caseId?: CaseId;
}
export interface Released {
  ok: true;
  holdId: HoldId;
}
export interface Reversed {
  ok: true;
  journalId: JournalId;
  reverses: JournalId;
}
/** The answer to a command of type C. */
export type OutcomeOf<C extends Command> =
  | Refusal
  | (C extends PostCommand | FreezeCommand | SetStatusCommand | QuotaCommand
      ? Posted
      : C extends HoldCommand
        ? Held
        : C extends CaptureCommand
          ? Captured
          : C extends VoidCommand | ExpireCommand | DoubtCommand
            ? Released
            : C extends ReverseCommand
              ? Reversed
              : never);

export type Outcome = OutcomeOf<Command>;
