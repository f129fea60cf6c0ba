// The commands that the ledger understands and the outcomes that it answers with, one name per reason.
import type { AccountRef, AccountStatus, HoldId, JournalId, Leg, Taking } from './account.ts';

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
}

/** Sets money aside. It stays on the account but is no longer available. */
export interface HoldCommand extends CommandBase {
  type: 'hold';
  legs: Taking[];
  /** From then on `expire` may release it. Not part of the content. */
  expiresAt: Date;
}

/** Takes the whole of a hold and gives it to `to`; `to` may hold further debit legs (cash). `to` sums to what the hold took. */
export interface CaptureCommand extends CommandBase {
  type: 'capture';
  holdId: HoldId;
  to: Leg[];
}

/** Releases a hold. */
export interface VoidCommand extends CommandBase {
  type: 'void';
  holdId: HoldId;
}

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

/** Opens, freezes (nothing may be taken) or closes (nothing may move; only when empty) an account. */
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
  | { reason: 'unknown-hold'; holdId: HoldId }
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
  | (C extends PostCommand | FreezeCommand | SetStatusCommand
      ? Posted
      : C extends HoldCommand
        ? Held
        : C extends CaptureCommand
          ? Captured
          : C extends VoidCommand | ExpireCommand
            ? Released
            : C extends ReverseCommand
              ? Reversed
              : never);

export type Outcome = OutcomeOf<Command>;
