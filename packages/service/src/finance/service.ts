// The finance officer's calls: closing days and months, and from each figure down to its entries; the own area only.
import type {
  AccountEntries,
  BookJournal,
  ClearingEntries,
  ClearingMonths,
  FinanceDay,
  FinanceMonth,
  MovedAccounts,
  OpenHolds,
  Payables,
  PersonStatement,
  ReconciliationSource,
  Refunds,
} from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** All calls need the right `money.work`. Days are 'YYYY-MM-DD', months 'YYYY-MM'; a text that is none is `day-wrong`. */
export interface FinanceService {
  /** A day of the area's books: what is left to do before it is closed, and its sums. */
  day(context: Context, day: string): Promise<Result<FinanceDay>>;
  /** Seals the days up to this one, once; refused while the day is not over (`day-not-over`). Kept as an action. */
  close(context: Context, day: string): Promise<Result<FinanceDay>>;
  /** Fetches a day's file of the tax bureau or the cash channel and compares it, as the command does. */
  reconcile(context: Context, day: string, source: ReconciliationSource): Promise<Result<FinanceDay>>;
  month(context: Context, month: string): Promise<Result<FinanceMonth>>;
  /** Accounts of a kind and year (`personal.2024`, `fund`) that moved on a day, most money first, at most 200. */
  movedAccounts(context: Context, day: string, part: string): Promise<Result<MovedAccounts>>;
  /** Opening, entries and closing of an account of the area; at most 500 entries. */
  entries(context: Context, accountId: string, from: string, to: string): Promise<Result<AccountEntries>>;
  /** The area's own lines of a journal; `hld_…` names the journal of a hold. */
  journal(context: Context, journalId: string): Promise<Result<BookJournal>>;
  /** What is set aside now, what expires first, first. */
  holds(context: Context): Promise<Result<OpenHolds>>;
  /** Settlements that were reversed and premiums that went or go back, the newest first. */
  refunds(context: Context, month: string): Promise<Result<Refunds>>;
  /** What is owed to each institution of the area: opening, new, paid out, closing. */
  payables(context: Context, month: string): Promise<Result<Payables>>;
  clearing(context: Context): Promise<Result<ClearingMonths>>;
  /** What a position between the area and another one consists of, at most 500 entries. */
  clearingEntries(context: Context, month: string, otherArea: string): Promise<Result<ClearingEntries>>;
  /** Of a person insured here, by number; who looked is kept as an action. */
  statement(
    context: Context,
    asked: { person: string; from: string; to: string },
  ): Promise<Result<PersonStatement>>;
  /** Notes that a table went out as a file. */
  noteExport(context: Context, table: string, of: Record<string, string>): Promise<Result<null>>;
}
