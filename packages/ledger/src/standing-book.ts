// What a process remembers of an area's book between batches, so that it decides without asking; the database checks the batch number.
import { AccountBook } from './account-book.ts';
import type { StoredAnswer } from './books.ts';
import type { RecordDraft } from './entry.ts';
import type { Book } from './sql-books.ts';

/** The book of an area while it is open: what is written at `flush`. */
export interface OpenBook extends Book {
  drafts: RecordDraft[];
}

/** Accounts and answers that are kept at most. */
const mostAccounts = 200_000;
const mostAnswers = 10_000;

/**
 * Right as long as nobody else has written the area: whatever changes an account or a day also changes the number of batches or
 * is looked at by the writing function, which then refuses the batch, and everything here is forgotten.
 */
export class StandingBook {
  readonly accounts = new AccountBook();
  readonly stored = new Map<string, StoredAnswer>();
  readonly book: OpenBook;
  /** Settles with the newest batch that was sent. */
  newest: Promise<unknown> = Promise.resolve();

  constructor(book: Book) {
    this.book = { ...book, drafts: [] };
  }

  /** Makes room in what may be forgotten at any time; true if the whole has grown too large. */
  hasOutgrown(): boolean {
    if (this.stored.size > mostAnswers) this.stored.clear();
    return this.accounts.size > mostAccounts;
  }

  /** The records made since the last call, and the number of batches upon which they were decided. */
  take(): { drafts: RecordDraft[]; expected: number } {
    const { drafts, batches: expected } = this.book;
    if (drafts.length > 0) {
      this.book.drafts = [];
      this.book.batches += 1;
      this.book.records += drafts.length;
    }
    return { drafts, expected };
  }
}
