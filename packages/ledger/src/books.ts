// The inside of the ledger: books opened in a transaction, adjudicated in memory under row locks, written by one flush.
import type { AccountRef, CaseId, HoldId, JournalId, OwnerRef } from './account.ts';
import type {
  CaptureCommand,
  Command,
  ExpireCommand,
  FreezeCommand,
  HoldCommand,
  OutcomeOf,
  PostCommand,
  ReverseCommand,
  SetStatusCommand,
  VoidCommand,
} from './command.ts';

/** What an account holds, in fen. `availableFen` = net - held - frozen. */
export interface Balance {
  netFen: number;
  heldFen: number;
  frozenFen: number;
  availableFen: number;
}

/** One year's money of a person. */
export interface Part {
  partYear: number;
  availableFen: number;
}

/** An idempotency key as the ledger stores it. */
export interface CommandKey {
  area: string;
  key: string;
}

/** The stored answer to a key, and the hash of what was asked. */
export interface StoredAnswer {
  contentHash: string;
  outcome: unknown;
}

/** What to lock besides accounts: the accounts of these holds and journals, and their state. */
export interface LockAlso {
  holds?: HoldId[];
  journals?: JournalId[];
  cases?: CaseId[];
  /** Areas whose books are written although no account of theirs is named. */
  areas?: string[];
}

/**
 * Books of one transaction. Order of calls: `lock` (once or more, before any posting), `idempotent`, then any number of
 * commands, then `flush`, then commit. Commands are answered at once from the locked balances; nothing is written before
 * `flush`. A refused command leaves no trace but its stored answer. Faults (an account that was not locked) are thrown.
 */
export interface Books {
  /**
   * Locks the books of the accounts' areas, in sorted order, and reads the accounts; `OwnerRef` stands for all parts of the
   * owner. Accounts that are absent are made by their first credit.
   */
  lock(accounts: readonly (AccountRef | OwnerRef)[], also?: LockAlso): Promise<void>;
  /** Reads stored answers, by `commandKeyOf(key)`; commands whose key was read here are answered from it. Call after `lock`. */
  idempotent(keys: readonly CommandKey[]): Promise<Map<string, StoredAnswer>>;
  /** Spendable fen of a locked account, 0 if it does not exist. */
  available(account: AccountRef): number;
  /** Balance of a locked account, undefined if it does not exist. */
  balance(account: AccountRef): Balance | undefined;
  /** The locked parts of a person in an area, the oldest year first. */
  partsOf(area: string, owner: string): Part[];
  post(command: PostCommand): OutcomeOf<PostCommand>;
  hold(command: HoldCommand): OutcomeOf<HoldCommand>;
  capture(command: CaptureCommand): OutcomeOf<CaptureCommand>;
  void(command: VoidCommand): OutcomeOf<VoidCommand>;
  expire(command: ExpireCommand): OutcomeOf<ExpireCommand>;
  reverse(command: ReverseCommand): OutcomeOf<ReverseCommand>;
  freeze(command: FreezeCommand): OutcomeOf<FreezeCommand>;
  setStatus(command: SetStatusCommand): OutcomeOf<SetStatusCommand>;
  /** Any of the above, by its type. */
  apply<C extends Command>(command: C): OutcomeOf<C>;
  /** Writes everything: for each area one call with the records as arrays, which updates each account once. */
  flush(): Promise<void>;
}
